import type { Example, Reading } from '../claim'
import type { Mention } from '../lexer/mention'

/** A round figure of an English headline that the body does not reach, or is past: Wait tops 14 weeks … an average of 13.6 weeks. */

const OVER =
  /\b(?:tops|topped|passes|passed|exceeds?|surpass(?:es|ed)?|over|above|more than|beyond|breaks|past)\s[$\u00A3\u20AC]?$/i
const UNDER =
  /\b(?:nears|nearly|almost|approach(?:es|ing)?|under|below|less than|fewer than|short of|close to)\s[$\u00A3\u20AC]?$/i

export function* boundsDenied(
  body: readonly Reading[],
  title: Reading,
): Iterable<readonly [said: Mention, told: { reading: Reading; mention: Mention }]> {
  if (!title.english) return
  for (const said of title.mentions) {
    const ahead = title.shadow.slice(Math.max(0, said.numeral[0] - 16), said.numeral[0])
    const [over, under] = [OVER.test(ahead), UNDER.test(ahead)]
    if (said.classifier === '' || said.kind !== 'count' || over === under) continue
    const told = body.flatMap((reading) =>
      reading.mentions
        .filter(({ classifier, kind, range }) => kind === 'count' && range === null && classifier === said.classifier)
        .map((mention) => ({ reading, mention })),
    )
    const near = told.filter(({ mention: { value } }) => Math.abs(value - said.value) <= 0.15 * said.value)
    const [only, ...more] = near
    if (only === undefined || more.length > 0 || only.mention.approximators.length > 0) continue
    const { value } = only.mention
    if (over ? value < said.value : value > said.value || (NEARLY.test(ahead) && value < said.value * 0.9))
      yield [said, only]
  }
  yield* percentsDenied(body, title)
}

const NEARLY = /\b(?:nearly|almost|nears)\s[$\u00A3\u20AC]?$/i
const SMALL = /^(?:with|from|that|this|than|over|after|into|says?|will|percent|cent|year|more|their)$/

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z]{3,14}/g) ?? []).filter((word) => !SMALL.test(word))

/** Council tax to go up 4.5 percent … voted to put up council tax by 3.9 percent: the one percentage of each, and two words both say. */
function* percentsDenied(
  body: readonly Reading[],
  title: Reading,
): Iterable<readonly [said: Mention, told: { reading: Reading; mention: Mention }]> {
  const percentsOf = ({ mentions }: Reading): Mention[] => mentions.filter(({ kind }) => kind === 'percent')
  const [said, ...more] = percentsOf(title)
  if (said === undefined || more.length > 0 || said.approximators.length > 0) return
  const told = body.flatMap((reading) => percentsOf(reading).map((mention) => ({ reading, mention })))
  const [only, ...others] = told
  if (only === undefined || others.length > 0 || only.mention.approximators.length > 0) return
  const open = Number.isInteger(said.value) ? 0.51 : 0.06
  if (Math.abs(only.mention.value - said.value) <= open || only.mention.value > said.value * 2) return
  const own = new Set(wordsOf(only.reading.shadow.slice(Math.max(0, only.mention.start - 120), only.mention.end + 40)))
  if (wordsOf(title.shadow).filter((word) => own.has(word)).length >= 2) yield [said, only]
}

export const titleExamples: readonly Example[] = [
  {
    wrong:
      '# Council tax to go up [[4.5 percent]]\nCouncillors voted to put up council tax by [[3.9 percent]] from April.',
  },
  { wrong: '# Drive reaches [[nearly 90,000 children]]\nTeams have vaccinated [[79,640 children]] in the north.' },
  { silent: '# Council tax to go up 4 percent\nCouncillors voted to put up council tax by 3.9 percent from April.' },
  { silent: '# Council tax to go up 4.5 percent\nTurnout was 31.5 percent. The council has 50 members.' },
]
