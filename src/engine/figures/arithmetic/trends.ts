import type { Derivation } from './changes'
import { aheadOf } from '../labels'
import { meet, type Mention } from '../lexer/mention'
import { asWritten } from '../parts/partition'
import { kindOf, type Sentence } from '../sentences'
import { amount } from '../wording'

/**
 * A value, by how much it changed and by what share: any two of the three give the third, however many such triples a
 * sentence strings together. What belongs together stands together: 发送671.1万人,比去年同期增加130.6万人,增长24%.
 */

const UP = /(?:增长|增加|上升|上涨|提高|提升|扩大|增收|增产|净增|增幅|涨幅|升幅|[多增涨升])[了出为达约近]{0,2}$/
const DOWN = /(?:减少|下降|降低|回落|下跌|缩减|减产|减收|减幅|降幅|跌幅|[少减降跌])[了出为达约近]{0,2}$/
const THAN = /(?:[比较]|同比|环比)[^,。;]{0,14}$/
/** Between a change and its share nothing of its own: 、增长, ,同比增长, ,增幅为. */
const LINK =
  /^[,、]?(?:同比|环比)?(?:增长|增加|上升|上涨|提高|提升|增幅|涨幅|升幅|下降|减少|降低|回落|下跌|减幅|降幅|跌幅)?[了为达约近]{0,2}$/
const OF_EACH = /[每均占]|其中|累计/

type Way = 'up' | 'down'

function wayOf(sentence: Sentence, change: Mention): Way | null {
  const ahead = aheadOf(sentence, change, 12)
  return UP.test(ahead) ? 'up' : DOWN.test(ahead) ? 'down' : null
}

const counted = ({ kind, range, dimension }: Mention): boolean => kind === 'count' && range === null && dimension !== ''

function between({ reading }: Sentence, a: Mention, b: Mention): string {
  return reading.shadow.slice(a.classified, b.start)
}

/** A share is often cut off rather than rounded: 20.8% is told as 20%. */
const slackOf = (share: Mention): number => (Number.isInteger(share.amount) ? 1 : 0.15)

/** 三分之一, 一倍 are said of what comes near. */
const LOOSE = 0.035

/** The share by which `from` became `to`, with what rounding leaves open. */
function shareOf(said: Mention, from: Mention, to: Mention): Derivation | null {
  if (from.low <= 0) return null
  const times = said.dimension === 'times'
  const unit = times ? 1 : 100
  const all = [from.low, from.high].flatMap((x) => [to.low, to.high].map((y) => (Math.abs(y - x) / x) * unit))
  const slack = times ? (Number.isInteger(said.amount) ? 0.5 : 0.06) : slackOf(said)
  const [more, less] = to.value >= from.value ? [to, from] : [from, to]
  const base = amount(from.amount)
  return {
    said,
    from: [from, to],
    low: Math.min(...all) - slack,
    high: Math.max(...all) + slack,
    value: (Math.abs(to.value - from.value) / from.value) * unit,
    expr: `(${amount(more.amount)} - ${amount(less.amount)}) ÷ ${base}`,
  }
}

/** 143家,比年初增加42家,增长41.6%: what there was is what there is without what came. */
function ofStep(way: Way, share: Mention, value: Mention, step: Mention): Derivation | null {
  const sign = way === 'up' ? -1 : 1
  const low = value.low + sign * (sign < 0 ? step.high : step.low)
  const high = value.high + sign * (sign < 0 ? step.low : step.high)
  if (low <= 0) return null
  const base = value.value + sign * step.value
  const unit = share.kind === 'percent' ? 100 : 1
  const slack = share.kind === 'percent' ? slackOf(share) : LOOSE
  return {
    said: share,
    from: [value, step],
    low: (step.low / high) * unit - slack,
    high: (step.high / low) * unit + slack,
    value: (step.value / base) * unit,
    expr: `${amount(step.amount)} ÷ (${amount(value.amount)} ${sign < 0 ? '-' : '+'} ${amount(step.amount)})`,
  }
}

/** The value that a step was made to: the nearest of its kind ahead that is no step itself. */
function steppedTo(sentence: Sentence, step: Mention, at: number): Mention | null {
  for (let i = at - 1; i >= 0 && i >= at - 5; i -= 1) {
    const value = sentence.mentions[i]
    if (value === undefined || !counted(value) || kindOf(value) !== kindOf(step)) continue
    const ahead = aheadOf(sentence, value, 14)
    if (UP.test(ahead) || DOWN.test(ahead)) continue
    return /[从由][^,]{0,10}$|[每均]|预计|目标|计划/.test(ahead) || /。/.test(between(sentence, value, step))
      ? null
      : value
  }
  return null
}

const NAME = /(?:^|[,;、])(?<name>[\u4E00-\u9FFF]{2,6}?)(?:增加|减少|增长|下降|增产|减产|增收|减收)了?$/

/** 总产14.6万吨,单产增83公斤,总产增加2.8万吨: the value of the step's own name. */
function ofOneName(sentence: Sentence, step: Mention, at: number): Mention | null {
  const name = NAME.exec(aheadOf(sentence, step, 12))?.groups?.['name']
  if (name === undefined) return null
  const own = sentence.mentions
    .slice(0, at)
    .filter((value) =>
      new RegExp(`(?:^|[,;、])(?:全[市县省区国镇乡])?${name}(?:达到?|为)?$`).test(aheadOf(sentence, value, 12)),
    )
  const [value] = own
  return own.length === 1 && value !== undefined && counted(value) && kindOf(value) === kindOf(step) ? value : null
}

function steps(sentence: Sentence, share: Mention, index: number): Derivation | null {
  const step = sentence.mentions[index - 1]
  const way = step === undefined ? null : wayOf(sentence, step)
  if (step === undefined || way === null || !counted(step)) return null
  if (!LINK.test(between(sentence, step, share))) return null
  const other = wayOf(sentence, share)
  if (other !== null && other !== way) return null
  const value = THAN.test(aheadOf(sentence, step, 24))
    ? steppedTo(sentence, step, index - 1)
    : ofOneName(sentence, step, index - 1)
  if (value === null || OF_EACH.test(aheadOf(sentence, step, 12))) return null
  return ofStep(way, share, asWritten(sentence.reading.shadow, value), asWritten(sentence.reading.shadow, step))
}

/** 突破3.5亿公斤,比去年3.27亿公斤增长7%: the earlier value stands right before its change. */
function thanBase(sentence: Sentence, share: Mention, index: number): Derivation | null {
  const [base, value] = [sentence.mentions[index - 1], sentence.mentions[index - 2]]
  if (base === undefined || value === undefined || !counted(base) || !counted(value)) return null
  if (wayOf(sentence, base) !== null || /新[建增开]$/.test(aheadOf(sentence, value, 6))) return null
  if (kindOf(base) !== kindOf(value) || !/[比较][^,。;]{1,14}$/.test(aheadOf(sentence, base, 18))) return null
  if (!/^的?[^,。;]{0,4}(?:增长|增加|上升|提高|下降|减少|降低|[多少高低])了?$/.test(between(sentence, base, share)))
    return null
  const { shadow } = sentence.reading
  const shareFrom = (to: Mention): Derivation | null => shareOf(share, asWritten(shadow, base), asWritten(shadow, to))
  // 118个,其中工业62个、农业21个,比去年的105个增长12.4%: the whole grew, not the part named last.
  const borne = sentence.mentions.slice(0, index - 2).some((to) => {
    const found = counted(to) && kindOf(to) === kindOf(base) ? shareFrom(to) : null
    return found !== null && meet(found, share)
  })
  return borne ? null : shareFrom(value)
}

const LATER = /[达到至为]$/

/** 由2006年279.4亿元增加到2011年的523亿元,增长87.2%: in a sentence of many such, each share goes with the pair right before it. */
function fromTo(sentence: Sentence, share: Mention, index: number): Derivation | null {
  const { shadow } = sentence.reading
  const [to, from] = [sentence.mentions[index - 1], sentence.mentions[index - 2]]
  if (to === undefined || from === undefined || !counted(to) || !counted(from)) return null
  if (kindOf(to) !== kindOf(from) || wayOf(sentence, share) === null || !LINK.test(between(sentence, to, share)))
    return null
  const middle = between(sentence, from, to).replace(/(?:\d{4}年|去年|今年|现在|目前|如今)的?$/, '')
  const ahead = aheadOf(sentence, from, 30)
  if (!/(?<!自)[从由](?!中)[^,。;]{0,24}$/.test(ahead) || !LATER.test(middle) || /[,。;]/.test(middle)) return null
  const found = shareOf(share, asWritten(shadow, from), asWritten(shadow, to))
  return found === null ? null : { ...found, sure: true }
}

/** Every share of change that the figures right before it give. */
export function* trendsOf(sentence: Sentence): Iterable<Derivation> {
  if (sentence.reading.english || sentence.mentions.length < 3) return
  for (const [index, share] of sentence.mentions.entries()) {
    if (index < 2 || share.range !== null) continue
    const times = share.kind === 'percent' || share.dimension === 'times'
    if (!times && share.kind !== 'fraction') continue
    const found =
      steps(sentence, share, index) ??
      (times ? (thanBase(sentence, share, index) ?? fromTo(sentence, share, index)) : null)
    if (found !== null) yield found
  }
}

const ENGLISH_UP = /\b(?:up|rise|rose|increase|gain|jump|growth|grew|climb(?:ed)?|more|higher|above)\b/i
const ENGLISH_DOWN = /\b(?:down|fall|fell|drop|decrease|decline|cut|less|lower|fewer|below|reduction)\b/i

/** climbed from $80,000 to $100,000, up 25 percent; $192,061,849, which is 8.0% less than the budget of $208,664,262. */
export function* englishTrends(sentence: Sentence): Iterable<Derivation> {
  const { mentions, reading } = sentence
  if (!reading.english || mentions.length < 3) return
  for (const [i, share] of mentions.entries()) {
    if (share.kind !== 'percent' || share.range !== null) continue
    const pair = climbed(sentence, share, i) ?? compared(sentence, share, i)
    if (pair === null) continue
    const [from, to] = pair.map((one) => asWritten(reading.shadow, { ...one, low: one.value, high: one.value }))
    const found = from === undefined || to === undefined ? null : shareOf(share, from, to)
    if (found !== null && !meet(found, share)) yield found
  }
}

type Pair = readonly [from: Mention, to: Mention]

function climbed({ mentions, reading }: Sentence, share: Mention, i: number): Pair | null {
  const [first, second] = [mentions[i - 2], mentions[i - 1]]
  const back =
    second !== undefined &&
    /\b(?:up|down) from\s$/i.test(reading.shadow.slice(Math.max(0, second.start - 10), second.start))
  const [from, to] = back ? [second, first] : [first, second]
  if (from === undefined || to === undefined || from.kind !== 'count' || to.kind !== 'count') return null
  const { shadow } = reading
  if (!alike(from, to)) return null
  if (!back && !/\bfrom\s(?:about\s)?$/i.test(shadow.slice(Math.max(0, from.start - 12), from.start))) return null
  if (!back && !/\bto\s(?:about\s)?$/i.test(shadow.slice(from.end, to.start))) return null
  const link = shadow.slice((back ? from : to).end, share.start)
  return link.length < 40 && /^[^.;]*$/.test(link) && (ENGLISH_UP.test(link) || ENGLISH_DOWN.test(link))
    ? [from, to]
    : null
}

const alike = (a: Mention, b: Mention): boolean =>
  a.dimension === b.dimension || a.dimension === '' || b.dimension === ''

function compared({ mentions, reading }: Sentence, share: Mention, i: number): Pair | null {
  const to = mentions[i - 1]
  const from = mentions.slice(i + 1, i + 4).find(({ dimension }) => dimension === to?.dimension)
  if (from === undefined || to === undefined || from.kind !== 'count' || to.kind !== 'count') return null
  const { shadow } = reading
  const link = shadow.slice(to.end, share.start)
  const than = shadow.slice(share.end, from.numeral[0])
  if (!/^,?\s(?:which\s)?(?:is|was|are|were|or)?\s?(?:about\s|roughly\s)?$/i.test(link) || to.dimension === '')
    return null
  return to.dimension === from.dimension && /^\s(?:more|less|fewer|higher|lower|above|below)\b[^.;]{0,50}$/i.test(than)
    ? [from, to]
    : null
}
