import type { Reading } from '../claim'
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
    if (over ? only.mention.value < said.value : only.mention.value > said.value) yield [said, only]
  }
}
