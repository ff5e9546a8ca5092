import type { Place, Reading, StoryCopy } from '../claim'
import type { Mention } from '../lexer/mention'

/** The few named again with the article: two helicopters … the same three helicopters. English only. */

const MOST = 20
/** What is measured or told anew every time is no group that one comes back to. */
const PASSING = new Set(
  'year month week day hour minute second time point goal run yard mile foot inch percent dollar vote seat game match set inning quarter way step round lap shot word page story floor point car side party lane'.split(
    ' ',
  ),
)
const DEFINITE = /\b(?:the|these|those|all the)\s(?<same>same\s)?$/i
/** Nothing that tells these few from the others: who, in the north. */
const BARE = /^(?:[.;]|,\s(?:and|but|each|which)\b|\s(?:were|was|are|had|have|has|will|would|together)\b)/i
const OTHERS = /\b(?:the|these|those|another|other|more|last|first|next|past|each|every|of|top|final|only|same)\s$/i

interface Few {
  readonly reading: Reading
  readonly mention: Mention
}

function fewIn(copy: StoryCopy): Few[] {
  return copy.readings
    .filter(({ english, passage }) => english && passage.role !== 'table' && passage.role !== 'list')
    .flatMap((reading) =>
      reading.mentions
        .filter(
          ({ kind, exact, value, classifier, range }) =>
            kind === 'count' &&
            exact &&
            range === null &&
            value >= 2 &&
            value <= MOST &&
            /^[a-z]{3,}$/.test(classifier),
        )
        .filter(({ classifier }) => !PASSING.has(classifier))
        .map((mention) => ({ reading, mention })),
    )
}

const aheadOf = ({ reading, mention }: Few, length: number): string =>
  reading.shadow.slice(Math.max(0, mention.start - length), mention.start)

function pointsBack({ reading, mention, ...few }: Few): boolean {
  const article = DEFINITE.exec(aheadOf({ reading, mention, ...few }, 14))
  if (article === null) return false
  return article.groups?.['same'] !== undefined || BARE.test(reading.shadow.slice(mention.classified))
}

const placeOf = ({ reading, mention: { start, end, value } }: Few): Place => ({ reading, start, end, value })

export function* definiteFew(copy: StoryCopy): Iterable<readonly [first: Place, again: Place]> {
  const all = fewIn(copy)
  if (all.length > 100) return
  for (const [j, again] of all.entries()) {
    if (!pointsBack(again)) continue
    const same = all.filter(({ mention }) => mention.classifier === again.mention.classifier)
    const before = all.slice(0, j).filter((one) => same.includes(one))
    const values = new Set(before.map(({ mention }) => mention.value))
    const [first] = before
    if (first === undefined || values.size !== 1 || values.has(again.mention.value)) continue
    // Told right somewhere else, or of another few.
    const others = same.filter((one) => one !== again && one.mention.value === again.mention.value && !pointsBack(one))
    if (others.length > 0 || before.some((one) => OTHERS.test(aheadOf(one, 10)))) continue
    yield [placeOf(first), placeOf(again)]
  }
}
