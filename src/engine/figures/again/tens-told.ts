import type { Place, StoryCopy } from '../claim'
import { kindOf } from '../sentences'
import { allOf, apartOf, shares, type Seen } from './seen'
import { significant, tensApart } from './slips'

/**
 * The same digits told twice of one kind, a power of ten apart: 总库容1.36亿立方米 … 总库容1.36万立方米. Three digits do not agree by
 * chance; of two the later must point back or be called by the same noun: 流转土地3600亩 … 站在36000亩的基地中央.
 */

const APART = /每|其[中余]|平均|人均|户均|亩均|日均|另|增加|减少|新增|剩余|计划|目标|预计|去年|上年|同期/
/** The later figure goes without the year that the earlier gave. */
const YEAR = /去年|上年/
const POINTS = /(?:[这该此那在为用对把将让给]|上述|[说道],?)[座家个条批笔片块项本]?[\u4E00-\u9FFF]{0,3}$/

/** A point, two noughts, a 万 or an 亿. */
const SLIPS = new Set([1, 2, 4, 8])

/** In two sentences. */
const areApart = (a: Seen, b: Seen): boolean =>
  a.reading !== b.reading || /[。!?]/.test(a.reading.shadow.slice(a.mention.end, b.mention.start))

const digitsOf = (amount: number): string =>
  String(amount)
    .replace('.', '')
    .replace(/^0+/, '')
    .replace(/(?<!0)0+$/, '')

/** The noun right behind the later stands beside the earlier. */
function isCalled(a: Seen, b: Seen): boolean {
  const noun = /^[长高宽重]?的?(?<noun>[\u4E00-\u9FFF]{2})/.exec(b.behind)?.groups?.['noun']
  if (b.behind.startsWith('的基础上') && b.before.endsWith('在')) return true
  const around = aroundOf(a)
  return noun !== undefined && (around.includes(noun) || [...noun].every((one) => around.includes(one)))
}

/** Characters near the earlier, with no mark among them and the later's words. */
const aroundOf = ({ reading, mention }: Seen): string =>
  `${
    reading.shadow
      .slice(Math.max(0, mention.start - 24), mention.start)
      .split(/[。!?]/)
      .at(-1) ?? ''
  }#${reading.shadow.slice(mention.classified, mention.classified + 24).split(/[。!?]/)[0] ?? ''}`

/** 31万名新增就业人员 of 新增就业3.1万人, 119万常住人口 of 常住人口1190万: four characters of its name stand by the earlier. */
function isNamed(a: Seen, b: Seen): boolean {
  const name = /^[的多余]?(?<name>[\u4E00-\u9FFF]{4})/.exec(b.behind)?.groups?.['name']
  return name !== undefined && STARTS.test(b.before) && aroundOf(a).includes(name)
}

/** Nothing stands before it in its clause but what points at it. */
const STARTS = /(?:^|[,。;:、“])(?:如今|目前|现在|眼下)?,?(?:[\u4E00-\u9FFF]{0,3}[这该此那上]述?)?[笔批条座项些]?$/

/** 1.2万亩辣椒迎来丰收, 返还老人的36亿元, 检获的32吨渔获: known by the noun behind it, or by what is said of it before 的. */
function isTaken(a: Seen, b: Seen): boolean {
  const noun = /^的?(?<noun>[\u4E00-\u9FFF]{2})/.exec(b.behind)?.groups?.['noun']
  if (noun !== undefined && STARTS.test(b.before) && aroundOf(a).includes(noun)) return true
  const said = /(?<said>[\u4E00-\u9FFF]{2,6})的$/.exec(b.before)?.groups?.['said']
  if (said === undefined) return false
  const around = aroundOf(a)
  return [...said].some((_, i) => i + 2 <= said.length && around.includes(said.slice(i, i + 2)))
}

/** The clause of the later begins with nothing that the earlier's paragraph does not speak of. */
function isKnown({ reading, mention }: Seen, { before }: Seen): boolean {
  const own = (before.split(/[,。;:、“”]/).at(-1) ?? '').slice(0, 4)
  const [behind = ''] = reading.shadow.slice(mention.classified, mention.classified + 30).split(/[。!?]/)
  const told = reading.shadow.slice(Math.max(0, mention.start - 60), mention.classified) + behind
  return own.length < 2 || [0, 1].some((at) => at + 2 <= own.length && told.includes(own.slice(at, at + 2)))
}

const lastOf = ({ before }: Seen): string => before.slice(-12)

function isPair(a: Seen, b: Seen, next: boolean): boolean {
  const [x, y] = [a.mention, b.mention]
  const tens = tensApart(x, y)
  if (
    tens === null ||
    !SLIPS.has(tens) ||
    !areApart(a, b) ||
    x.kind !== 'count' ||
    digitsOf(x.amount) !== digitsOf(y.amount)
  )
    return false
  if (x.approximators.length > 0 || y.approximators.length > 0) return false
  if (isNamed(a, b)) return significant(x) > 1 && !/[每均]/.test(lastOf(a) + lastOf(b))
  if (x.dimension === '') return false
  const dated = /今年|本年/.test(b.before) && !b.behind.startsWith('的基础上')
  const unyeared = (words: string): string => (dated ? words : words.replace(YEAR, '').trim())
  if (APART.test(unyeared(lastOf(a))) || APART.test(lastOf(b)) || unyeared(apartOf(a)) !== apartOf(b)) return false
  if (significant(x) > 2) return POINTS.test(b.before) || isKnown(a, b)
  if (significant(x) !== 2) return false
  return (next && shares(a, b)) || (POINTS.test(b.before) && isCalled(a, b)) || isTaken(a, b)
}

const placeOf = ({ reading, mention: { start, end, value } }: Seen): Place => ({ reading, start, end, value })
const MOST = 60

export function* tensTold(copy: StoryCopy): Iterable<readonly [first: Place, again: Place, tens: number]> {
  const all = allOf(copy).filter(({ reading }) => !reading.english)
  if (all.length > MOST) return
  for (const [j, b] of all.entries()) {
    const like = all.slice(0, j).filter(({ mention }) => kindOf(mention) === kindOf(b.mention))
    const a = like.find((one, i) => isPair(one, b, i === like.length - 1))
    const tens = a === undefined ? null : tensApart(a.mention, b.mention)
    if (a !== undefined && tens !== null) yield [placeOf(a), placeOf(b), tens]
  }
}
