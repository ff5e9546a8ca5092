import { isOfNext } from './window'
import { growthsOf, type Growth } from './growth'
import { aheadOf } from '../labels'
import type { Mention } from '../lexer/mention'
import { asWritten } from '../parts/partition'
import { productsOf, type Product } from './rates'
import { kindOf, type Sentence } from '../sentences'
import { sharesOf, type Share } from './shares'
import { amount, figure } from '../wording'

/** Figures that other figures of the sentence give: differences, products, multiples. Each says what it should be. */

export interface Derivation {
  /** the figure that is derived */
  readonly said: Mention
  readonly from: readonly Mention[]
  readonly low: number
  readonly high: number
  /** in the base unit of `said` */
  readonly value: number
  readonly expr: string
  /** the words themselves say how the figures belong together: 从…到…,增长… */
  readonly sure?: true | undefined
}

type Bounds = readonly [low: number, high: number]

function combine(a: Mention, b: Mention, of: (x: number, y: number) => number): Bounds {
  const all = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => of(x, y)))
  return [Math.min(...all), Math.max(...all)]
}

function derive(said: Mention, a: Mention, b: Mention, of: (x: number, y: number) => number, sign: string): Derivation {
  const [low, high] = combine(a, b, of)
  const expr = `${figure(a.amount)} ${sign} ${figure(b.amount)}`
  return { said, from: [a, b], low, high, value: of(a.value, b.value), expr }
}

function between(sentence: Sentence, a: Mention, b: Mention): string {
  return sentence.reading.shadow.slice(a.end, b.start)
}

function beforeOf({ reading, start }: Sentence, mention: Mention, length: number): string {
  return reading.shadow.slice(Math.max(start, mention.start - length), mention.start)
}

/** A change and its two values: the change's own unit, with what a rounded last digit leaves open. */
function ofGrowth({ from, to, change }: Growth): Derivation | null {
  if (change.kind === 'percent') {
    if (from.low <= 0) return null
    const [low, high] = combine(from, to, (x, y) => (Math.abs(y - x) / x) * 100)
    const value = (Math.abs(to.value - from.value) / from.value) * 100
    const [large, small] = to.value >= from.value ? [to, from] : [from, to]
    const expr = `(${amount(large.amount)} - ${amount(small.amount)}) ÷ ${amount(from.amount)}`
    const slack = change.amount < 200 && !Number.isInteger(change.amount) ? 0.12 : 0.51
    return { said: change, from: [from, to], low: low - slack, high: high + slack, value, expr, sure: true }
  }
  if (change.dimension === 'times') return ofTimes({ from, to, change })
  const [large, small] = to.value >= from.value ? [to, from] : [from, to]
  return { ...derive(change, large, small, (x, y) => x - y, '-'), sure: true }
}

/** 由1300人增加到2600人,增加了一倍: what came on top, in multiples of what there was. */
function ofTimes({ from, to, change }: Growth): Derivation | null {
  if (from.low <= 0 || to.value <= from.value) return null
  const [low, high] = combine(from, to, (x, y) => y / x - 1)
  const half = Number.isInteger(change.value) ? 0.5 : 0.06
  const expr = `${amount(to.amount)} ÷ ${amount(from.amount)} - 1`
  return {
    said: change,
    from: [from, to],
    low: low - half,
    high: high + half,
    value: to.value / from.value - 1,
    expr,
    sure: true,
  }
}

/** A part of a whole as a share: one digit behind what is said may be rounded. */
function ofShare({ share, part, whole }: Share): Derivation {
  const [low, high] = combine(part, whole, (x, y) => (x / y) * 100)
  const expr = `${amount(part.amount)} ÷ ${amount(whole.amount)}`
  return {
    said: share,
    from: [part, whole],
    low: low - 0.51,
    high: high + 0.51,
    value: (part.value / whole.value) * 100,
    expr,
  }
}

/** 每户增收2500元,200户一共50万元. */
function ofProduct({ each, count, total }: Product): Derivation {
  return derive(total, each, count, (x, y) => x * y * (count.amount / count.value), '×')
}

/** 应到165人,实到152人,缺席23人. */
function absence(sentence: Sentence, [all, here, said]: readonly [Mention, Mention, Mention]): Derivation | null {
  if (
    !/应到|应有|应出席|应参加/.test(beforeOf(sentence, all, 8)) ||
    !/实到|实有|出席|到会/.test(beforeOf(sentence, here, 6))
  )
    return null
  return /缺席|缺勤|未到|请假|缺/.test(beforeOf(sentence, said, 5))
    ? derive(said, all, here, (x, y) => x - y, '-')
    : null
}

/** 由35户发展到140户,是原来的3倍. */
function multiple(sentence: Sentence, [a, b, said]: readonly [Mention, Mention, Mention]): Derivation | null {
  if (said.dimension !== 'times' || a.dimension === '' || a.dimension !== b.dimension || a.low <= 0) return null
  const grows =
    /[从由][^,。;]{0,10}$/.test(beforeOf(sentence, a, 12)) &&
    /[到至](?:[今去]年|现在|目前|如今|眼下)?的?$/.test(beforeOf(sentence, b, 5))
  if (!grows || !/^[^。;]{0,4},?(?:相当于|达到?|是|为)[^,。;]{0,8}的$/.test(between(sentence, b, said))) return null
  const [low, high] = combine(b, a, (x, y) => x / y)
  const half = Number.isInteger(said.value) ? 0.5 : 0.05
  return {
    said,
    from: [b, a],
    low: low - half,
    high: high + half,
    value: b.value / a.value,
    expr: `${figure(b.amount)} ÷ ${figure(a.amount)}`,
  }
}

const AGAIN = /^[^。;,]{0,4},?(?:整整|足足|正好|恰好|刚好|几乎)?翻了?(?<twice>[两三四])?一?番/

/** 2020年1.2亿元,到去年达到2.4亿元,翻了一番: said behind both. */
function* doubled(sentence: Sentence): Iterable<Derivation> {
  const values = sentence.mentions.filter(({ kind, range }) => kind === 'count' && range === null)
  for (const [i, from] of values.entries()) {
    const to = values[i + 1]
    if (to === undefined || kindOf(to) !== kindOf(from) || from.dimension === '' || from.low <= 0) continue
    const match = AGAIN.exec(sentence.reading.shadow.slice(to.classified))
    if (match === null || !/[达到至为]$|今年$|本[届年月]$/.test(aheadOf(sentence, to))) continue
    const times = 2 ** ('两三四'.indexOf(match.groups?.['twice'] ?? ' ') + 2)
    const [low, high] = [from.low * times * (1 - LOOSE * 2), from.high * times * (1 + LOOSE * 2)]
    yield { said: to, from: [from], low, high, value: from.value * times, expr: `${amount(from.amount)} × ${times}` }
  }
}

const DOUBLED = /^[^。;]{0,12}(?:翻了?(?<twice>两)?一?番|(?:增长|增加)了?(?:一倍|1倍))[^。;\d]{0,12}$/
/** 翻番 is said loosely. */
const LOOSE = 0.07

/** 去年1200万元,今年翻了一番,达到2400万元. */
function* doublings(sentence: Sentence): Iterable<Derivation> {
  const values = sentence.mentions.filter(
    ({ kind, range, dimension }) => kind === 'count' && range === null && dimension !== 'times',
  )
  for (const [i, from] of values.entries()) {
    const said = values[i + 1]
    if (said === undefined || kindOf(said) !== kindOf(from) || from.dimension === '') continue
    const match = DOUBLED.exec(between(sentence, from, said))
    if (match === null || !/[达到至为有]$/.test(aheadOf(sentence, said))) continue
    const times = match.groups?.['twice'] === undefined ? 2 : 4
    const [low, high] = [from.low * times * (1 - LOOSE), from.high * times * (1 + LOOSE)]
    yield { said, from: [from], low, high, value: from.value * times, expr: `${amount(from.amount)} × ${times}` }
  }
}

/** 48人,新招9人,现有57人: what came, went or stayed. */
function balance(sentence: Sentence, [a, b, said]: readonly [Mention, Mention, Mention]): Derivation | null {
  if (a.dimension === '' || a.dimension !== b.dimension || b.dimension !== said.dimension) return null
  if (![a, b, said].every(({ range, exact, kind }) => range === null && exact && kind === 'count')) return null
  if (!/原有|原来|原先/.test(beforeOf(sentence, a, 8)) || !/现有|现在|如今|目前/.test(beforeOf(sentence, said, 8)))
    return null
  if (/新[招增添建进聘购]|增[加添]|调入/.test(beforeOf(sentence, b, 8))) return derive(said, a, b, (x, y) => x + y, '+')
  return /减少|退休|调出|拆除|报废|关闭/.test(beforeOf(sentence, b, 8))
    ? derive(said, a, b, (x, y) => x - y, '-')
    : null
}

/** 所得48万元,扣除场租6万元后,结余42万元. */
function rest(sentence: Sentence, [a, b, said]: readonly [Mention, Mention, Mention]): Derivation | null {
  if (a.dimension === '' || a.dimension !== b.dimension || b.dimension !== said.dimension) return null
  if (![a, b, said].every(({ range, kind }) => range === null && kind === 'count')) return null
  if (!/扣除|减去|扣掉|除去|刨去|支出|花去|用去|花掉|用掉/.test(beforeOf(sentence, b, 12))) return null
  if (!/结余|剩余|剩下|余下|净得|净赚|净收入|结存|还剩/.test(beforeOf(sentence, said, 8))) return null
  const taken = sentence.mentions.filter(
    (one) => one.start >= a.start && one.start < said.start && kindOf(one) === kindOf(a),
  )
  if (taken.length !== 2 || a.value <= b.value || /[。;]/.test(between(sentence, a, said))) return null
  return derive(said, a, b, (x, y) => x - y, '-')
}

const KINDS = [absence, multiple, balance, rest]

/** A sentence of more figures is a table. */
const MOST = 40

/** Every figure of the sentence that others of it derive. */
export function* derivationsOf(sentence: Sentence): Iterable<Derivation> {
  const plain = (mention: Mention): Mention => asWritten(sentence.reading.shadow, mention)
  for (const { from, to, change } of growthsOf(sentence)) {
    const found = ofGrowth({ from: plain(from), to: plain(to), change })
    if (found !== null) yield found
  }
  for (const { share, part, whole } of sharesOf(sentence))
    yield ofShare({ share, part: plain(part), whole: plain(whole) })
  for (const { each, count, total } of productsOf(sentence))
    yield ofProduct({ each: plain(each), count: plain(count), total })
  yield* doublings(sentence)
  yield* doubled(sentence)
  yield* triples(sentence)
}

/** Two sentences of more figures tell of more than one thing. */
const FEW = 8
/** What the sentence before did not speak of alone. */
const WIDER = /全[县市区镇乡村省国州校厂]|其[他它]|累计|各地|另/

/** 停车点12处,每处30个车位。建成后共有360个车位: figures that those of the sentence right before derive, or help to derive. */
export function* acrossOf(before: Sentence, sentence: Sentence): Iterable<Derivation> {
  const { reading, end, start } = sentence
  const mentions = [...before.mentions, ...sentence.mentions]
  if (reading.english || mentions.length < 3 || mentions.length > FEW) return
  if (before.mentions.length === 0 || WIDER.test(reading.shadow.slice(start, end))) return
  const both: Sentence = { reading, start: before.start, end, mentions }
  const found = [
    ...triples(both),
    ...[...growthsOf(both)].map((growth) => ofGrowth(growth)),
    ...[...productsOf(both)].map((product) => ofProduct(product)),
  ]
  const told = new Set<string>()
  for (const derivation of found) {
    if (derivation === null || derivation.said.start < start || isOfNext(sentence, derivation.said, derivation.from))
      continue
    const starts = [derivation.said, ...derivation.from].map((mention) => mention.start).sort((a, b) => a - b)
    if ((starts[0] ?? start) >= start || told.has(starts.join())) continue
    told.add(starts.join())
    yield { ...derivation, sure: undefined }
  }
}

/** What three in a row derive. */
function* triples(sentence: Sentence): Iterable<Derivation> {
  const { mentions, reading } = sentence
  if (reading.english || mentions.length > MOST) return
  for (let i = 0; i + 2 < mentions.length; i += 1) {
    for (let j = i + 2; j < Math.min(i + 4, mentions.length); j += 1) {
      const [a, b, said] = [mentions[i], mentions[j === i + 2 ? i + 1 : j - 1], mentions[j]]
      if (a === undefined || b === undefined || said === undefined) continue
      for (const kind of KINDS) {
        const found = kind(sentence, [a, b, said])
        if (found !== null) yield found
      }
    }
  }
}

/** Whether the figure cannot be what the others give, with what a rounded last digit leaves open. */
export function isOff({ said, low, high }: Derivation): boolean {
  const slack = Math.max(1e-9, said.exact ? Math.abs(said.value) * 1e-9 : Math.abs(said.value) * 0.005)
  return said.high + slack < low || said.low - slack > high
}
