import type { Mention } from '../lexer/mention'
import { matchesOf } from '../matches'
import { addendsOf } from '../parts/partition'
import { kindOf, type Sentence } from '../sentences'
import { amount, en, figure, zh } from '../wording'
import { placeOf, type Denial } from './denial'

/** One of a row, said to be more or less than half: 脐橙57万件、腊味28万件、其他29万件,脐橙占比最大但不足一半. */

const HALF =
  /(?:(?<less>不足|不到|未[过及]|不及)|(?<more>超过|已超|[超过逾]))了?(?:总[量数额]的?)?(?:一半|半数)|(?<over>过半)(?![年月天日径])/g
const REST = /其[他它余]/

interface Named {
  readonly mention: Mention
  readonly label: string
}

/** The figures of one kind before the word, each with the name before it. */
function rowOf(sentence: Sentence, end: number): readonly Named[] {
  const { shadow } = sentence.reading
  const addends = addendsOf(sentence).filter((mention) => mention.end <= end)
  const last = addends.at(-1)
  if (last === undefined) return []
  return addends.flatMap((mention, i) => {
    const from = Math.max(sentence.start, addends[i - 1]?.classified ?? 0, mention.start - 10)
    const label = /(?<label>[\u4E00-\u9FFF]{2,6}?)[为是有占达]?$/.exec(
      shadow
        .slice(from, mention.start)
        .split(/[,、;:]/)
        .at(-1) ?? '',
    )?.groups?.['label']
    return label === undefined || kindOf(mention) !== kindOf(last) ? [] : [{ mention, label }]
  })
}

/** The whole of a row: its own sum where the rest closes it; the one larger figure of the sentence before. */
function wholesOf(row: readonly Named[], before: Sentence | undefined): number[] {
  const sum = row.reduce((all, { mention }) => all + mention.value, 0)
  const [first] = row
  const most = Math.max(...row.map(({ mention }) => mention.value))
  const earlier = (before === undefined ? [] : addendsOf(before)).filter(
    (mention) => first !== undefined && kindOf(mention) === kindOf(first.mention) && mention.value > most,
  )
  const [whole, ...more] = earlier
  return [
    ...(REST.test(row.at(-1)?.label ?? '') ? [sum] : []),
    ...(whole !== undefined && more.length === 0 ? [whole.value] : []),
  ]
}

export function* leadingParts(sentence: Sentence, before: Sentence | undefined): Iterable<Denial> {
  const { reading, start, end } = sentence
  if (reading.english || sentence.mentions.length < 3 || sentence.mentions.length > 20) return
  for (const match of matchesOf(reading.shadow.slice(start, end), HALF)) {
    const at = { start: start + match.index, end: start + match.index + match[0].length }
    const row = rowOf(sentence, at.start)
    const clause = reading.shadow.slice(row.at(-1)?.mention.end ?? at.start, at.start)
    const own = row.filter(({ label }) => clause.includes(label))
    const [named] = own
    const wholes = wholesOf(row, before)
    if (named === undefined || own.length > 1 || row.length < 3 || wholes.length === 0 || clause.length > 20) continue
    const less = match.groups?.['less'] !== undefined
    const denied = wholes.every((whole) => (less ? named.mention.low * 2 >= whole : named.mention.high * 2 <= whole))
    if (!denied) continue
    const whole = wholes[0] ?? 0
    const shown = `${figure(Number(((named.mention.value / whole) * 100).toFixed(1)))}%`
    const quote = reading.text.slice(at.start, at.end)
    yield {
      tier: 'query',
      places: [placeOf(sentence, at), placeOf(sentence, named.mention, named.mention.value)],
      zh: zh`“${quote}”,文中的数字却是${shown}。请核对说法和数字。`,
      en: en`“${quote}” is said, but the figures give ${shown}. Check the wording and the figures.`,
      arithmetic: [
        { label: '数字', en: 'figure', expr: `${amount(named.mention.value)} ÷ ${amount(whole)}`, value: shown },
      ],
    }
  }
}
