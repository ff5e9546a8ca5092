import { aheadOf, behindOf, isCompound, periodsOf } from '../labels'
import type { Mention } from '../lexer/mention'
import { kindOf, type Sentence } from '../sentences'

/** A change and the two values it lies between, whichever of the three the sentence names first. */

export interface Growth {
  readonly from: Mention
  readonly to: Mention
  readonly change: Mention
}

/** A word of change right before its figure: 增长20%, 净增2.5万人, 降了30元. */
const CHANGE =
  /(?:增长|成长|增加|增幅|涨幅|升幅|上升|提高|提升|上涨|增收|增产|净增|新增|扩大|下降|减少|降低|回落|下跌|降幅|减幅|跌幅|减产|减收|净减|缩短|压缩|缩减|缩小|精简|节省|节约|[比较][^,。;]{2,12}[多少高低长短快慢增减涨跌升降]|[,、].{0,4}[多少增减涨跌升降长]|[多少][开出收招建种售派跑运捐植来花修挖产卖用走发打养铺栽]|便宜|贵|^[多少增减涨跌升降长短高低快慢重轻宽窄大小])[了出为达约近]{0,2}$/
const ENGLISH_CHANGE =
  /\b(?:(?:rise|increase|growth|gain|jump|fall|drop|decrease|decline|cut|change) of|(?:up|down|rose|fell|grew|dropped|increased|decreased|declined) by|(?:rising|falling|growing|dropping)(?: by)?)\s$/i

/** Words that make a value the earlier one, or the later one. */
const OLD =
  /还[是只有]{1,2}$|去年|上年|前年|上[届季月周次]|原[来先有本为]|过去|以[前往]|此前|之前|当初|最初|同期|起初|[\u4E00-\u9FFF]前的?$|(?<!自)[从由](?!中)/
const NEW = /今年|本[年届季月周次]|现[在有]|如今|目前|眼下|当前|达到|[增升降减缩涨提][^,。;]{0,3}[到至]|[达到至]$/
const THAN = /[比较][^,。;]{0,16}$/
const ENGLISH_OLD = /\b(?:from|last year|a year (?:ago|earlier)|previously|compared with|than)\b/i

/** Of whom or what a figure speaks has changed: a part, a rate, another count. */
const ELSE = /其中|人均|户均|日均|亩均|场均|平均|每|分别|各|累计|另[有外]|以上|以下/g
const PLANNED = /计划|目标|预计|预期|有望|力争|争取/

function elseIn(words: string): string {
  return [...new Set(words.match(ELSE) ?? [])].sort().join(' ')
}

/** What may stand between the values and the word of change without naming another thing. */
const LEAD =
  /^(?:[,，、是的共净又也再已就]|同比|环比|[比较][^,，]{1,10}|累计|一共|总共|足足|整整|实际|平均|年均|[\d一二三四五六七八九十两]+[年个]?[年月天]间?|每[\u4E00-\u9FFF]{1,2})*$/
const VERB = /[\u4E00-\u9FFF]{1,2}[了出为达约近]{0,2}$/

/** 增加到38趟,票价下降5%: the change is another thing's, unless its name stands beside the values too. */
function ofOther(sentence: Sentence, a: Mention, change: Mention): boolean {
  const lead = aheadOf(sentence, change).replace(VERB, '')
  if (sentence.reading.english || LEAD.test(lead)) return false
  const name = /[\u4E00-\u9FFF]{2}$/.exec(lead)?.[0]
  return name !== undefined && !sentence.reading.shadow.slice(sentence.start, a.classified + 6).includes(name)
}

function isChange(sentence: Sentence, mention: Mention): boolean {
  if (mention.range !== null || !['count', 'percent', 'point'].includes(mention.kind)) return false
  const ahead = aheadOf(sentence, mention)
  return sentence.reading.english ? ENGLISH_CHANGE.test(ahead) : CHANGE.test(ahead) && !PLANNED.test(ahead)
}

/** In English the second value often goes without its noun. */
function alike({ reading }: Sentence, a: Mention, b: Mention): boolean {
  return (
    a.kind === b.kind && (kindOf(a) === kindOf(b) || (reading.english && (a.dimension === '' || b.dimension === '')))
  )
}

/** Whether `change` can be the difference of two such values. */
function fits(sentence: Sentence, change: Mention, value: Mention): boolean {
  if (value.kind === 'percent') return change.kind === 'point'
  return change.kind === 'percent' || change.dimension === 'times' || alike(sentence, change, value)
}

/** 比上年增加8630人: by how much it changed, not what it was. */
const STEP = /[比较][^,。;]{1,14}(?:增加|减少|净增|增长|下降|上升|降低|[多少])[了出]?$/
const PASSING = new Set(['year', 'month', 'day', 'times', 'age'])

function valuesOf(sentence: Sentence, change: Mention): Mention[] {
  const year = ({ value, dimension }: Mention): boolean => dimension === '' && value >= 1900 && value <= 2100
  const found = sentence.mentions.filter(
    (mention) =>
      mention !== change &&
      mention.range === null &&
      (mention.kind === 'count' || mention.kind === 'percent') &&
      (sentence.reading.english ? !year(mention) : mention.dimension !== '') &&
      !PASSING.has(mention.dimension) &&
      !STEP.test(aheadOf(sentence, mention)) &&
      fits(sentence, change, mention),
  )
  const named = found.filter(({ dimension }) => dimension !== '')
  const own = ownKind(named, change)
  if (own.length > 0) return own
  return sentence.reading.english && named.length < 2 ? found : onlyTwo(named)
}

/** Two of the kind that stands nearest before the change, where no third of it does; else the one before and the one behind. */
function ownKind(values: readonly Mention[], change: Mention): Mention[] {
  const before = values.filter(({ end }) => end <= change.start)
  const last = before.at(-1)
  if (last === undefined) return []
  const same = before.filter((value) => kindOf(value) === kindOf(last))
  return same.length === 2 ? same : []
}

/** The two values of the one kind that has two. */
function onlyTwo(values: readonly Mention[]): Mention[] {
  const kinds = [...new Set(values.map(kindOf))].map((kind) => values.filter((value) => kindOf(value) === kind))
  const pairs = kinds.filter(({ length }) => length === 2)
  return pairs.length === 1 && kinds.every(({ length }) => length < 3) ? (pairs[0] ?? []) : []
}

/** From … to … in one breath, up from …: nothing else can be meant. */
function isPlain(sentence: Sentence, a: Mention, b: Mention): 'up' | 'back' | null {
  const { shadow, english } = sentence.reading
  const [x, y] = [aheadOf(sentence, a), aheadOf(sentence, b)]
  if (english)
    return /\bfrom\s(?:about\s)?$/i.test(y) ? 'back' : /\bfrom\s$/i.test(x) && /\bto\s$/i.test(y) ? 'up' : null
  if (/[比较][^,。;]{0,12}的$/.test(y)) return 'back'
  return /(?<!自)[从由](?!中)/.test(x) &&
    /(?:[到至]|[增升降减扩缩涨]为)$/.test(y) &&
    !/[。;]/.test(shadow.slice(a.end, b.start))
    ? 'up'
    : null
}

/** 2023年达到2400亩,去年又增至3000亩,比2023年增长25%: since the year that the change names. */
function sinceOf(sentence: Sentence, a: Mention, b: Mention, change: Mention): readonly [Mention, Mention] | null {
  const year = /[比较]((?:19|20)\d\d年)/.exec(aheadOf(sentence, change))?.[1]
  if (year === undefined || change.start < b.start) return null
  const [ofA, ofB] = [aheadOf(sentence, a), aheadOf(sentence, b)].map((ahead) => ahead.includes(year))
  return ofA === ofB ? null : ofA ? [a, b] : [b, a]
}

/** Which of two values, in their order, is the earlier; null where the words do not say. */
function ordered(sentence: Sentence, a: Mention, b: Mention, change: Mention): readonly [Mention, Mention] | null {
  const since = sinceOf(sentence, a, b, change)
  if (since !== null) return since
  const plain = isPlain(sentence, a, b)
  if (plain !== null) return plain === 'up' ? [a, b] : [b, a]
  const [x, y] = [aheadOf(sentence, a), aheadOf(sentence, b)]
  if (!samePeriod(sentence, a, b)) return null
  if (sentence.reading.english) return ENGLISH_OLD.test(y) && !ENGLISH_OLD.test(x) ? [b, a] : null
  const oneClause = !/[,。;]/.test(sentence.reading.shadow.slice(a.end, b.start))
  if (elseIn(x) !== elseIn(y) && !oneClause) return null
  const [oldX, oldY] = [OLD.test(x), OLD.test(y)]
  // 今年320起,比去年的400起下降20%; 今年3600人,比去年增加400人,去年是3200人
  if (oldY && !oldX && (THAN.test(y) || change.start > a.end)) return [b, a]
  if (!oldX || oldY) return null
  return NEW.test(y) || NEW.test(behindOf(sentence, a)) ? [a, b] : null
}

/** Both values speak of the same stretch of the year. */
function samePeriod(sentence: Sentence, a: Mention, b: Mention): boolean {
  const [x, y] = [aheadOf(sentence, a, 40), aheadOf(sentence, b, 40)]
  if (/同期/.test(x + y)) return true
  const [p, q] = [periodsOf(x), periodsOf(y)]
  return p === q || q === '' || (p === '' && /[到至]$/.test(y))
}

/** 一年只卖出40万元;去年160万元,增长300%: measured the way its word goes, it is right. */
function isTheOtherWay(sentence: Sentence, [from, to]: readonly [Mention, Mention], change: Mention): boolean {
  if (change.kind !== 'percent' || !/[增涨升]|提高/.test(aheadOf(sentence, change, 8)) || to.value >= from.value)
    return false
  const grown = ((from.value - to.value) / to.value) * 100
  return to.low > 0 && Math.abs(grown - change.value) < Math.max(0.6, change.value * 0.005)
}

/** Every change of the sentence that has exactly two values to lie between. */
export function* growthsOf(sentence: Sentence): Iterable<Growth> {
  if (sentence.mentions.length > 12) return
  for (const change of sentence.mentions) {
    if (!isChange(sentence, change)) continue
    const values = valuesOf(sentence, change)
    const [a, b] = values
    if (values.length !== 2 || a === undefined || b === undefined) continue
    if (!alike(sentence, a, b) || change.start < a.start) continue
    if ([a, b, change].some((one) => isCompound(sentence, one))) continue
    const other = elseIn(aheadOf(sentence, change))
    if ((other !== '' && !elseIn(aheadOf(sentence, a)).includes(other)) || ofOther(sentence, a, change)) continue
    const order = ordered(sentence, a, b, change)
    if (order !== null && !isTheOtherWay(sentence, order, change)) yield { from: order[0], to: order[1], change }
  }
}
