import type { Claim, Reading } from '../claim'
import { matchesOf } from '../matches'
import { sentencesOf, type Sentence } from '../sentences'
import { within } from '../lexer/mention'
import { en, figure, zh } from '../wording'

/** Two ages and by how much the one is older: 哥哥今年52岁,弟弟比他小6岁,今年46岁. */

const GAP =
  /比[\u4E00-\u9FFF]{1,8}?(?:整整|足足)?[大小][了整]?(?<said>\d{1,2}|[一二两三四五六七八九十]{1,3})岁|(?:相差|差了?)(?<apart>\d{1,2})岁/g

function* gapsIn({ reading, mentions, start, end }: Sentence): Iterable<Claim> {
  const ages = mentions.filter(({ dimension, exact, range }) => dimension === 'age' && exact && range === null)
  const [match, ...more] = matchesOf(reading.shadow.slice(start, end), GAP)
  if (match === undefined || more.length > 0 || ages.length !== 3) return
  const at = start + match.index
  const [said] = within(ages, at, at + match[0].length)
  const [a, b] = ages.filter((one) => one !== said)
  if (said === undefined || a === undefined || b === undefined) return
  const [more_, less] = a.value > b.value ? [a, b] : [b, a]
  const value = more_.value - less.value
  if (value === said.value) return
  const quote = reading.text.slice(said.start, said.end)
  yield {
    tier: 'query',
    places: [said, a, b].map((one) => ({ reading, start: one.start, end: one.end, value: one.value })),
    message: {
      zh: zh`两人相差${figure(value)}岁,文中写“${quote}”。请核对年龄。`,
      en: en`The two ages are ${figure(value)} years apart, not “${quote}”. Check them.`,
    },
    arithmetic: [
      { label: '推算', en: 'computed', expr: `${figure(more_.value)} - ${figure(less.value)}`, value: figure(value) },
    ],
  }
}

export function* ageGaps(reading: Reading): Iterable<Claim> {
  if (reading.english || !/岁/.test(reading.shadow)) return
  for (const sentence of sentencesOf(reading)) if (sentence.mentions.length >= 3) yield* gapsIn(sentence)
}
