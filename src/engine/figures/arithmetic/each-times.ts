import type { Derivation } from './changes'
import { fine, fits, isFar, slipOf, slipped, type Trial } from './finger'
import { aheadOf, behindOf } from '../labels'
import { significant } from '../again/slips'
import type { Mention } from '../lexer/mention'
import { asWritten } from '../parts/partition'
import { kindOf, type Sentence } from '../sentences'
import { areAlone, areOnly, evenly, unlike } from './plain'
import { figure } from '../wording'

/**
 * So much for each, so many, so much in all, in whatever order and words: 1850份,每份补贴4元,一天7400元; 1200吨以每吨2850元卖出,342万元;
 * 3200亩…共收1984吨,平均亩产620公斤; 360公里跑了1.5小时,平均时速240公里. The digits bear out that the three belong together.
 */

/** What an amount is for one of, before it. */
const PER =
  /(?:(?:每(?![十百千万])|一(?![期层号区队组班栋批级共]))(?<unit>平方米|公斤|千克|小时|分钟|公里|立方米|个?(?:人|月|星期)|[\u4E00-\u9FFF])|(?<mean>[人户亩场日月年村班件台店车生])均|(?<daily>[日月])(?:产|处理|供[水气电应]|发电|接待|加工|销售?)|单(?<single>[机台套家株棵班场])|(?<acre>亩产|单产)|(?<foot>呎[租价])|(?<hour>时速|[车航流风]速))[\u4E00-\u9FFF、]{0,8}$/
/** Of whatever is counted beside it. */
const ANY = /(?:单价|均价|平均)[\u4E00-\u9FFF、]{0,6}$/
/** The same behind it: 8元一斤, 32元/斤. */
const BEHIND = /^[/一每1](?<unit>平方米|公斤|千克|小时|分钟|公里|立方米|[吨斤亩份张只头箱件盒瓶人次天月年场股台套个户])/
/** How many base units one of them is; a classifier counts itself. */
const UNITS: Readonly<Record<string, readonly [dimension: string, factor: number]>> = {
  平方米: ['area', 1],
  公斤: ['weight', 1],
  千克: ['weight', 1],
  斤: ['weight', 0.5],
  吨: ['weight', 1000],
  公里: ['length', 1000],
  立方米: ['volume', 1000],
  小时: ['hour', 1],
  分钟: ['minute', 1],
  亩: ['mu', 1],
  日: ['day', 1],
  天: ['day', 1],
  月: ['month', 1],
  个月: ['month', 1],
  年: ['year', 1],
  星期: ['week', 1],
  周: ['week', 1],
  人: ['people', 1],
  生: ['people', 1],
  个人: ['people', 1],
  名: ['people', 1],
  位: ['people', 1],
}

interface Each {
  readonly mention: Mention
  /** null where any count may be meant */
  readonly unit: string | null
}

function eachOf(window: Sentence, mention: Mention): Each | null {
  if (mention.kind !== 'count' || mention.range !== null || mention.dimension === '') return null
  const behind = BEHIND.exec(behindOf(window, mention, 4))?.groups?.['unit']
  if (behind !== undefined) return { mention, unit: behind }
  const before = window.mentions[window.mentions.indexOf(mention) - 1]
  const one = before?.value === 1 && before.kind === 'count' && before.form === 'chinese'
  if (one && /^[\u4E00-\u9FFF]{0,6}$/.test(window.reading.shadow.slice(before.end, mention.start)))
    return { mention, unit: oneBefore(window, before) ?? before.classifier }
  const ahead = aheadOf(window, mention, 14)
  const groups = PER.exec(ahead)?.groups
  if (groups === undefined || /[共总]|合计/.test(groups['tail'] ?? ''))
    return ANY.test(ahead) ? { mention, unit: null } : null
  if (groups['acre'] !== undefined) return { mention, unit: '亩' }
  if (groups['foot'] !== undefined) return { mention, unit: '呎' }
  if (groups['hour'] !== undefined) return { mention, unit: '小时' }
  return { mention, unit: groups['unit'] ?? groups['mean'] ?? groups['daily'] ?? groups['single'] ?? '' }
}

/** 一台一天能收80亩: of one 台, where the day is the same for all. */
function oneBefore({ mentions }: Sentence, day: Mention): string | null {
  const thing = mentions[mentions.indexOf(day) - 1]
  const isOne = thing?.value === 1 && thing.kind === 'count' && thing.form === 'chinese' && day.start - thing.end < 8
  return isOne && ['day', 'hour', 'year', 'month'].includes(day.dimension) ? thing.classifier : null
}

/** How many of the unit a figure counts; null where it counts others. */
function countOf(window: Sentence, mention: Mention, unit: string | null): number | null {
  if (mention.kind !== 'count' || mention.range !== null || mention.amount <= 1) return null
  if (unit === null) return mention.dimension === '' ? null : mention.amount
  const known = UNITS[unit]
  if (known !== undefined && kindOf(mention) === known[0]) return mention.value / known[1]
  const noun = mention.classifier + behindOf(window, mention, 5)
  if (known !== undefined && known[0] !== 'people') return null
  return noun.includes(unit) ||
    aheadOf(window, mention, 5).includes(unit) ||
    (unit === '场' && mention.classifier === '次')
    ? mention.amount
    : null
}

const OTHER = /其[中余他]|同比|环比|[比较另]|增长|增加|减少|分别|至少|最[多高低少]|预计|计划|目标|财政|补贴标准/
const IN_ALL =
  /[共总合卖]|累计|得款|获利|[年日月]产|产量|下来|一[天年月季场次箱]|全[年县市镇村校]|就[是要能需]|拿出|收入|产值|票房|[发支]付|发放|分红|流水|到手|进账|[增创营]收|租金/
/** 4.8万元补助金 */
const SUM = /^的?(?:补[助贴偿]|奖[金励]|资金|货款|工[资钱]|租金|赔偿|报酬|[善捐]款|款项|收入)/

interface Triple {
  readonly each: Mention
  readonly count: Mention
  readonly total: Mention
  readonly times: number
}

function triplesOf(window: Sentence, each: Each): Triple[] {
  const { mention, unit } = each
  const others = window.mentions.filter(
    (one) => one !== mention && (!isRate(window, one) || (one.start > mention.start && isOfOneDay(window, one))),
  )
  const totals = others.filter(
    (one) => one.kind === 'count' && one.range === null && kindOf(one) === kindOf(mention) && one.value > mention.value,
  )
  return totals.flatMap((total) =>
    others.flatMap((count): Triple[] => {
      const times = count === total || kindOf(count) === kindOf(mention) ? null : countOf(window, count, unit)
      return times === null ? [] : [{ each: mention, count, total, times }]
    }),
  )
}

/** 一天下来能包1440个, behind what each makes: all of them together. */
function isOfOneDay({ mentions }: Sentence, mention: Mention): boolean {
  const before = mentions[mentions.indexOf(mention) - 1]
  return before?.value === 1 && before.form === 'chinese' && ['day', 'year', 'month', 'week'].includes(before.dimension)
}

const isRate = (window: Sentence, mention: Mention): boolean =>
  mention.value === 1 || (eachOf(window, mention)?.unit !== undefined && eachOf(window, mention) !== null)

/** The same three, tried on each of them. */
function trialsOf(
  shadow: string | null,
  { each, count, total, times }: Triple,
): readonly (readonly [said: Mention, trial: Trial])[] {
  const bounded = (one: Mention): Mention => (shadow === null ? one : asWritten(shadow, one))
  const [e, t, c] = [bounded(each), bounded(total), bounded(count)]
  const [low, high] = [c.low, c.high].map((one) => (one / c.value) * times) as [number, number]
  const per = count.value / times
  return [
    [
      total,
      {
        from: [each, count],
        value: e.value * times,
        low: e.low * low,
        high: e.high * high,
        expr: `${figure(each.amount)} × ${figure(times)}`,
      },
    ],
    [
      each,
      {
        from: [total, count],
        value: t.value / times,
        low: t.low / high,
        high: t.high / low,
        expr: `${figure(total.amount)} ÷ ${figure(times)}`,
      },
    ],
    [
      count,
      {
        from: [total, each],
        value: (t.value / e.value) * per,
        low: (t.low / e.high) * per,
        high: (t.high / e.low) * per,
        expr: `${figure(total.amount)} ÷ ${figure(each.amount)}`,
      },
    ],
  ]
}

/** 696元, 298元 and 398元: two of its kind make it up. */
function isSum({ mentions }: Sentence, total: Mention): boolean {
  const same = mentions.filter((one) => one !== total && one.kind === 'count' && kindOf(one) === kindOf(total))
  return same.some((a, i) => same.slice(i + 1).some((b) => a.value + b.value === total.value))
}

const follows = ({ mentions }: Sentence, { each, total }: Triple): boolean =>
  mentions.indexOf(each) === mentions.indexOf(total) + 1

/** Nothing but the three stands between them. */
function isRow({ mentions }: Sentence, { each, count, total }: Triple): boolean {
  const places = [each, count, total].map((one) => mentions.indexOf(one)).sort((a, b) => a - b)
  const [first = 0, , last = 0] = places
  const three = new Set([each, count, total])
  return mentions
    .slice(first, last + 1)
    .every((one) => three.has(one) || one.value === 1 || ['day', 'month', 'year', 'hour'].includes(one.dimension))
}

/** The only three there are; the one told last is taken to be reckoned. */
function plainProduct(window: Sentence, own: Sentence, triple: Triple): Derivation | null {
  const { each, count, total } = triple
  if (!areAlone(window, each, [count, total], 1)) return null
  const said = each.start > total.start && each.start > count.start ? each : total
  const even = evenly([each, count, total])
  const [e, c, t] = even as [Mention, Mention, Mention]
  const trial = trialsOf(null, { ...triple, each: e, count: c, total: t }).find(
    ([one]) => one.start === said.start,
  )?.[1]
  if (trial === undefined || said.start < own.start) return null
  return unlike(window.reading.shadow, said, [{ ...trial, from: [each, count, total].filter((one) => one !== said) }])
}

/** 16支球队,每队30场,共240场: two play each. */
const isOfPairs = ({ each, total, times }: Triple): boolean =>
  each.dimension === '场' && Math.abs((each.value * times) / 2 - total.value) < 1e-9 * total.value

/** @param window the sentence and perhaps the one before it */
export function eachTimesOf(window: Sentence, own: Sentence, mention: Mention): Derivation | null {
  const each = eachOf(window, mention)
  if (each === null || mention.value === 1 || mention.approximators.some(({ sense }) => sense !== 'about')) return null
  const { shadow } = window.reading
  const triples = triplesOf(window, each)
  const all = triples.map((one) => trialsOf(shadow, one))
  for (const [said, trial] of all.flat()) if (fits(shadow, fine(said) ?? said, trial)) return null
  if (triples.some(isOfPairs)) return null
  if (triples.some(({ total }) => isSum(window, total))) return null
  for (const [i, triple] of triples.entries()) {
    if (triples.length > 4) continue
    const row = isRow(window, triple)
    const ahead = aheadOf(window, triple.total, 14)
    const last =
      mention.start > triple.total.start && mention.start > triple.count.start && triple.total.start >= own.start
    const only = triples.length === 1 && areOnly(window, [triple.each, triple.count, triple.total])
    const worded =
      !OTHER.test(ahead) &&
      !OTHER.test(aheadOf(window, mention, 14)) &&
      (last || IN_ALL.test(ahead) || SUM.test(behindOf(window, triple.total, 6)))
    if (!worded && !only) continue
    for (const [said, trial] of all[i] ?? []) {
      if (said.start < own.start && mention.start < own.start) continue
      const found = slipped(shadow, said, [trial])
      const weight = slipOf(shadow, said, trial.value)
      // 460亩 beside 一天能插80亩 and 两台: noughts bear nothing out.
      if (!worded && (weight < 3 || significant(said) < 3 || isFar(said, trial))) continue
      // 以18,540元承租,呎租45元: its name says of what it is.
      if (found !== null && each.unit === '呎' && follows(window, triple)) return found
      if (found !== null && (row || only ? weight > 2 || triples.length === 1 : weight > 2 && triples.length < 3))
        return found
    }
    const found = worded && row && triples.length === 1 ? plainProduct(window, own, triple) : null
    if (found !== null) return found
  }
  return null
}
