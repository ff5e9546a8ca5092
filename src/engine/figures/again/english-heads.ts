import type { Example, Place, Reading } from '../claim'
import { leadExamples, leadsDenied } from './english-leads'
import { areReversed } from './slips'
import { singular } from '../lexer/english'
import { matchesOf } from '../matches'
import { FIGURE } from '../groups'

/** An English headline and a body that says its figure without its noun: 86 ash trees to be felled … 68 of the trees; Three plucked from sea … the four of them. */

const OF_THE = new RegExp(`\\b(?<n>${FIGURE}) of the (?<noun>[a-z]{3,14})\\b`, 'dgi')
const PEOPLE = new RegExp(
  `^(?<n>${FIGURE}) (?:people |men |women |teenagers |children )?(?:plucked|rescued|saved|freed|arrested|charged|held|hurt|injured|killed|dead|die|missing|jailed|stranded|trapped|evacuated|found|lost|escape|survive)\\b`,
  'di',
)
const THEM = new RegExp(
  `\\b(?:(?:all|the) (?<n>${FIGURE})(?: of them)?|both)(?= (?:were|was|had|have|are)\\b|[.,]| of them\\b)`,
  'dgi',
)

const place = (reading: Reading, [start, end]: readonly [number, number], value: number): Place => ({
  reading,
  start,
  end,
  value,
})

const valueAt = ({ mentions }: Reading, at: number | undefined): number =>
  mentions.find(({ numeral }) => numeral[0] === at)?.value ?? NaN

/** 86 ash trees … 68 of the trees: its digits turned, and nowhere else. */
function* turned(body: readonly Reading[], title: Reading): Iterable<readonly [Place, Place]> {
  for (const said of title.mentions) {
    if (said.kind !== 'count' || said.classifier.length < 3 || !said.exact || said.value < 12) continue
    if (body.some(({ mentions }) => mentions.some(({ value }) => value === said.value))) continue
    const told = body.flatMap((reading) =>
      matchesOf(reading.shadow, OF_THE).flatMap(({ indices, groups }): Place[] => {
        const span = indices?.groups?.['n']
        const value = valueAt(reading, span?.[0])
        const same = singular(groups?.['noun'] ?? '') === said.classifier
        return span !== undefined && same && areReversed(value, said.value) ? [place(reading, span, value)] : []
      }),
    )
    const [only, ...more] = told
    if (only !== undefined && more.length === 0) yield [place(title, said.numeral, said.value), only]
  }
}

/** Three plucked from sea … the four of them: the only number of all of them in the story. */
function* people(body: readonly Reading[], title: Reading): Iterable<readonly [Place, Place]> {
  const match = PEOPLE.exec(title.shadow)
  const span = match?.indices?.groups?.['n']
  const said = valueAt(title, span?.[0])
  if (span === undefined || !(said > 1 && said <= 12)) return
  if (body.some(({ mentions }) => mentions.some(({ value }) => value === said))) return
  const told = body.flatMap((reading) =>
    matchesOf(reading.shadow, THEM).flatMap(({ indices }): Place[] => {
      const at = indices?.groups?.['n']
      const value = valueAt(reading, at?.[0])
      return at === undefined || Number.isNaN(value) ? [] : [place(reading, at, value)]
    }),
  )
  const [only, ...more] = told
  if (only !== undefined && more.length === 0 && Math.abs(Number(only.value) - said) === 1)
    yield [place(title, span, said), only]
}

export function* headsDenied(body: readonly Reading[], title: Reading): Iterable<readonly [said: Place, told: Place]> {
  if (!title.english) return
  yield* turned(body, title)
  yield* people(body, title)
  yield* leadsDenied(body, title)
}

export const headExamples: readonly Example[] = [
  ...leadExamples,
  { wrong: '# [[86]] ash trees to be felled\nA survey found that [[68]] of the trees were beyond saving.' },
  {
    wrong:
      '# [[Three]] plucked from sea\nA father and his sons were rescued. The lifeboat reached the [[four]] of them in 14 minutes.',
  },
  {
    silent:
      '# 86 ash trees to be felled\nA survey found that 68 of the 86 trees were beyond saving, 30 of the trees near the weir.',
  },
  {
    silent:
      '# Four plucked from sea\nA father and his sons were rescued. The lifeboat reached the four of them in 14 minutes. The three of the crew were soaked.',
  },
]
