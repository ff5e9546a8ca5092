import type { Finding } from '../analysis'
import type { Claim, Day, Reading, StoryCopy } from './claim'
import { checks } from './registry'
import { evidenceOf, replaceable } from './evidence'
import { lex } from './lexer/lex'
import type { Passage } from './passage'

export interface CheckOptions {
  /** a story's date, `YYYY-MM-DD…`, or null */
  readonly published?: (story: number) => string | null
  /** ids of checks that do not run */
  readonly off?: ReadonlySet<string>
  /** ids of checks that run though they are off by default */
  readonly on?: ReadonlySet<string>
}

/** The findings of a document's kept passages, in the order of their first place. Never throws. */
export function check(passages: readonly Passage[], options: CheckOptions = {}): Finding[] {
  const found: { finding: Finding; passage: number; start: number }[] = []
  for (const copy of copiesOf(passages, options)) {
    const seen = new Set<string>()
    for (const { id, find, offByDefault } of checks) {
      if (options.off?.has(id) === true || (offByDefault === true && options.on?.has(id) !== true)) continue
      for (const claim of find(copy)) {
        const finding = findingOf(id, copy.story, claim)
        const keys = [`${id}\n${finding.evidence.map(({ quote }) => quote).join('\n')}`, placesOf(finding)]
        const first = claim.places[0]
        if (first === undefined || keys.some((key) => seen.has(key))) continue
        for (const key of keys) seen.add(key)
        found.push({ finding, passage: passages.indexOf(first.reading.passage), start: first.start })
      }
    }
  }
  return found.sort((a, b) => a.passage - b.passage || a.start - b.start).map(({ finding }) => finding)
}

/** Two checks that bring the same places together ask one thing: the check that stands first in the registry asks it. */
function placesOf({ check, evidence }: Finding): string {
  const places = evidence.map(({ start, end }) => `${start}-${end}`).toSorted()
  return places.length < 2 ? `${check} ${places.join()}` : places.join()
}

function copiesOf(passages: readonly Passage[], options: CheckOptions): StoryCopy[] {
  const stories = new Map<number, Reading[]>()
  for (const passage of passages) {
    const readings = stories.get(passage.story) ?? []
    readings.push({ ...lex(passage.text), passage, text: passage.text, index: readings.length })
    stories.set(passage.story, readings)
  }
  return [...stories].map(([story, readings]) => ({
    story,
    readings,
    published: dayOf(options.published?.(story) ?? null),
  }))
}

function dayOf(date: string | null): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(date ?? '')
  return match === null ? null : { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
}

function findingOf(check: string, article: number, claim: Claim): Finding {
  const fix = claim.fix
  const at = fix === undefined ? null : replaceable(fix.place.reading.passage, fix.place.start, fix.place.end)
  return {
    check,
    tier: claim.tier,
    article,
    message: claim.message,
    evidence: claim.places.map(evidenceOf),
    arithmetic: claim.arithmetic ?? [],
    ...(fix === undefined || at === null ? {} : { fix: { start: at[0], end: at[1], text: fix.text } }),
  }
}
