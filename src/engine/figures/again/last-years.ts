import type { Place, Reading } from '../claim'
import type { Mention } from '../lexer/mention'
import { sentencesOf, type Sentence } from '../sentences'

/**
 * A headline that took last year's figure: 最大降幅12℃ over 降幅可达18℃ … 去年首场寒潮降幅为12℃. The body has the headline's figure of
 * last year only, and one other of the same name for now.
 */

const EARLIER = /去年|上年|前年|往年|上[届季月周]|此前|上一[年届次季]/

interface Named {
  readonly sentence: Sentence
  readonly mention: Mention
}

/** The two characters that name a figure, the verb between them aside: 降幅可达18℃. */
function nameOf({ shadow }: Reading, { start }: Mention): string {
  return (
    /(?<name>[\u4E00-\u9FFF]{2})(?:可|将|预计|最高|分别)?(?:达到?|[为是有])?$/.exec(
      shadow.slice(Math.max(0, start - 9), start),
    )?.groups?.['name'] ?? ''
  )
}

/** Whether the words of the sentence before the figure put it in an earlier time. */
function isEarlier({ sentence: { reading, start }, mention }: Named): boolean {
  return EARLIER.test(reading.shadow.slice(start, mention.start))
}

/** A story of more paragraphs is a row of stories. */
const MOST = 200
/** Growth is told of everything. */
const GROWTH = /[增长升降跌涨减]{2}|同比|环比|提高|减少/

const plain = ({ kind, range, dimension }: Mention): boolean =>
  (kind === 'count' || kind === 'percent') && range === null && dimension !== '' && dimension !== 'year'

export function* lastYears(body: readonly Reading[], title: Reading): Iterable<readonly [title: Place, body: Place]> {
  if (title.english || title.mentions.length === 0 || body.length > MOST || EARLIER.test(title.shadow)) return
  if (!body.some(({ shadow }) => EARLIER.test(shadow))) return
  for (const mention of title.mentions) {
    const name = nameOf(title, mention)
    if (
      name === '' ||
      GROWTH.test(name) ||
      (mention.kind === 'percent' && !name.endsWith('率')) ||
      !plain(mention) ||
      mention.approximators.length > 0
    )
      continue
    const figure = title.shadow.slice(...mention.numeral)
    if (!body.some(({ shadow }) => shadow.includes(figure))) continue
    const named = body
      .flatMap((reading) => sentencesOf(reading))
      .flatMap((sentence) => sentence.mentions.map((one): Named => ({ sentence, mention: one })))
      .filter((one) => one.mention.dimension === mention.dimension && plain(one.mention))
    const borne = named.filter((one) => one.mention.value === mention.value)
    const now = named.filter((one) => !isEarlier(one) && nameOf(one.sentence.reading, one.mention) === name)
    const [told] = now
    if (borne.length === 0 || !borne.every(isEarlier) || told === undefined || now.length > 1) continue
    if (borne.every((one) => nameOf(one.sentence.reading, one.mention) !== name)) continue
    const placeOf = (reading: Reading, { start, end, value }: Mention): Place => ({ reading, start, end, value })
    yield [placeOf(title, mention), placeOf(told.sentence.reading, told.mention)]
  }
}
