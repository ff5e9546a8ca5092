import type { Place, Reading, StoryCopy } from '../claim'
import type { Mention } from '../lexer/mention'
import { grouped } from '../grouped'
import { kindOf } from '../sentences'
import { isBorne } from './borne'
import { isSlip } from './slips'

/**
 * A title's figure that nothing in the story bears out, and the one figure of its unit there that a slip of the hand makes of
 * it: 增长24.7% over 增长27.4%. Three digits and more meet so by no chance.
 */

const PASSING = /^(?:year|month|day|age|hour|times|degree|[届期号次大级])?$/
const MOST = 12

function isTold({ kind, range, dimension, approximators }: Mention): boolean {
  return (
    (kind === 'count' || kind === 'percent') &&
    range === null &&
    approximators.length === 0 &&
    (kind === 'percent' || !PASSING.test(dimension))
  )
}

const digits = ({ amount }: Mention): number => String(amount).replace(/\D/g, '').length

interface Told {
  readonly reading: Reading
  readonly mention: Mention
}

const unitOf = (mention: Mention): string => `${mention.kind} ${kindOf(mention)}`

export function* titleSlips(copy: StoryCopy): Iterable<readonly [title: Place, body: Place]> {
  const told = copy.readings.flatMap((reading) =>
    reading.mentions.filter(isTold).map((mention): Told => ({ reading, mention })),
  )
  const units = grouped(told, ({ mention }) => unitOf(mention))
  for (const title of copy.readings) {
    if (title.english || title.passage.role !== 'title') continue
    for (const said of title.mentions.filter(isTold)) {
      const all = units.get(unitOf(said)) ?? []
      if (all.length > MOST * 2) continue
      const unit = all.filter(({ reading }) => reading !== title)
      if (unit.length === 0 || unit.length > MOST || isBorne(copy, said, title)) continue
      const near = unit.filter(({ mention }) => isSlip(mention, said) && digits(mention) > 2)
      const [one] = near
      if (one === undefined || new Set(near.map(({ mention }) => mention.value)).size > 1) continue
      const { start, end, value } = one.mention
      yield [
        { reading: title, start: said.start, end: said.end, value: said.value },
        { reading: one.reading, start, end, value },
      ]
    }
  }
}
