import type { Derivation } from './changes'
import type { Mention } from '../lexer/mention'
import type { Sentence } from '../sentences'
import { figure } from '../wording'

/** One measure in two units, the second in brackets: 1,200 miles (1,931 kilometers); 30亩(2公顷). */

/** What is measured, in one unit of each kind. */
const UNITS: readonly (readonly [unit: RegExp, kind: string, factor: number])[] = [
  [/^(?:miles?|mi)$/, 'length', 1609.344],
  [/^(?:kilomet(?:er|re)s?|km)$/, 'length', 1000],
  [/^met(?:er|re)s?$/, 'length', 1],
  [/^(?:feet|foot|ft)$/, 'length', 0.3048],
  [/^yards?$/, 'length', 0.9144],
  [/^(?:inch|inches)$/, 'length', 0.0254],
  [/^(?:centimet(?:er|re)s?|cm)$/, 'length', 0.01],
  [/^(?:pounds?|lbs?)$/, 'weight', 0.45359237],
  [/^(?:kilograms?|kilos?|kg)$/, 'weight', 1],
  [/^(?:ounces?|oz)$/, 'weight', 0.028349523],
  [/^grams?$/, 'weight', 0.001],
  [/^acres?$/, 'area', 4046.856],
  [/^(?:hectares?|ha)$/, 'area', 1e4],
  [/^mph$/, 'speed', 1.609344],
  [/^(?:kph|kmh)$/, 'speed', 1],
  [/^(?:horsepower|hp)$/, 'power', 0.7457],
  [/^(?:kilowatts?|kw)$/, 'power', 1],
  [/^(?:milliliters?|millilitres?|ml)$/, 'volume', 0.001],
  [/^gallons?$/, 'volume', 3.785412],
  [/^lit(?:er|re)s?$/, 'volume', 1],
  [/^英里$/, 'length', 1609.344],
  [/^英尺$/, 'length', 0.3048],
  [/^英寸$/, 'length', 0.0254],
  [/^海里$/, 'length', 1852],
  [/^公里$|^千米$/, 'length', 1000],
  [/^米$/, 'length', 1],
  [/^厘米$/, 'length', 0.01],
  [/^华?里$/, 'length', 500],
  [/^亩$/, 'area', 666.6667],
  [/^英亩$/, 'area', 4046.856],
  [/^公顷$/, 'area', 1e4],
  [/^平方公里$|^平方千米$/, 'area', 1e6],
  [/^平方米$|^平米$/, 'area', 1],
  [/^磅$/, 'weight', 0.45359237],
  [/^公斤$|^千克$/, 'weight', 1],
  [/^斤$/, 'weight', 0.5],
  [/^吨$|^公吨$/, 'weight', 1000],
]

interface Measure {
  readonly mention: Mention
  readonly unit: string
  readonly kind: string
  readonly base: number
  /** how much the last digit written leaves open */
  readonly loose: number
  /** behind the unit */
  readonly end: number
}

function measureOf({ reading: { shadow } }: Sentence, mention: Mention): Measure | null {
  if (mention.kind !== 'count' || mention.range !== null) return null
  const rest = shadow.slice(mention.numeral[1], mention.numeral[1] + 20)
  const match =
    /^[多余]?(?<scale>[万亿])?[多余]?[ -]?(?<unit>[a-z]{2,12}|(?:平方)?[公千厘英华海]?[里米亩顷尺寸吨磅斤]|千克)/i.exec(
      rest,
    )
  const unit = match?.groups?.['unit']?.toLowerCase()
  const known = UNITS.find(([word]) => unit !== undefined && word.test(unit))
  if (match === null || unit === undefined || known === undefined) return null
  const [, kind, factor] = known
  const scale = match.groups?.['scale'] === '万' ? 1e4 : match.groups?.['scale'] === '亿' ? 1e8 : 1
  const amount = mention.amount * (mention.amount < 1e4 ? scale : 1)
  const end = mention.numeral[1] + match[0].length
  return { mention, unit, kind, base: amount * factor, loose: lastDigit(amount) / amount, end }
}

/** Half the weight of the last digit that is not zero. */
function lastDigit(amount: number): number {
  const written = String(amount)
  const decimals = written.split('.')[1]?.length ?? 0
  if (decimals > 0) return 0.5 * 10 ** -decimals
  const noughts = written.length - 1 - [...written].findLastIndex((digit) => digit !== '0')
  return 0.5 * 10 ** noughts
}

/** What stands between the two: an opening bracket, about, or. */
const OPENS =
  /^\s?[(,]\s?(?:or|about|roughly|some|nearly|over|around|just|more than|[约合即]|约合|折合|相当于|等于)?\s?$/i

/** Ounces of a liquid, of which a gallon has 128, over the ounces of weight. */
const FLUID = 0.028349523 / 0.029573529

function areOneKind(a: Measure, b: Measure): boolean {
  return a.kind === b.kind || (/^(?:ounces?|oz)$/.test(a.unit) && b.kind === 'volume')
}

/** Beyond this neither is a conversion of the other. */
const UNRELATED = 30
const TOLERANCE = 0.03

/** Pairs of one measure that cannot be one length, one area, one weight. */
export function* conversionsOf(sentence: Sentence): Iterable<Derivation> {
  const { mentions, reading } = sentence
  for (let i = 0; i + 1 < mentions.length; i += 1) {
    const [a, b] = [mentions[i], mentions[i + 1]].map((one) => (one === undefined ? null : measureOf(sentence, one)))
    if (a === undefined || b === undefined || a === null || b === null) continue
    if (!areOneKind(a, b) || a.unit === b.unit || a.base <= 0 || b.base <= 0) continue
    const gap = reading.shadow.slice(a.end, b.mention.start)
    if (!OPENS.test(gap) || (gap.trim().startsWith(',') && !/[a-z\u4E00-\u9FFF]/i.test(gap))) continue
    const ounces = a.kind === b.kind ? 1 : FLUID
    const ratio = (b.base / a.base) * ounces
    if (ratio > UNRELATED || ratio < 1 / UNRELATED) continue
    const value = (a.base / b.base / ounces) * b.mention.value
    const open = a.loose + b.loose + TOLERANCE
    const expr = `${figure(a.mention.amount)} ${a.unit} ≈ ${figure((a.base / b.base / ounces) * b.mention.amount)} ${b.unit}`
    yield { said: b.mention, from: [a.mention], low: value * (1 - open), high: value * (1 + open), value, expr }
  }
}
