import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { check } from '../src/engine/figures/check'
import { composed } from '../src/engine/figures/composed.testing'
import { lex } from '../src/engine/figures/lexer/lex'
import {
  AUTHORS,
  BLIND,
  blindStories,
  findingsOf,
  hasStories,
  hitsOf,
  languageOf,
  pairsOf,
} from '../src/engine/figures/pairs.testing'
import { passagesOf } from '../src/engine/figures/passages.fixture'
import { checks } from '../src/engine/figures/registry'

/** Measures the checks on the project's own corpus and writes bench/FIGURES.md. */

const written = readFileSync(new URL('../src/engine/figures/sound-copy.txt', import.meta.url), 'utf8')
const sound = [...written.trim().split(/\n{2,}/), ...composed(20)]
const characters = sound.join('').replace(/\s/g, '').length
const pairs = pairsOf()

interface Row {
  readonly id: string
  pairs: number
  found: number
  own: number
  held: number
  heldFound: number
  flagged: number
  /** findings on wrong halves that do not speak of the planted fault */
  stray: number
  alarms: number
  ms: number
}

const rows = new Map<string, Row>(
  checks.map(({ id }) => [
    id,
    { id, pairs: 0, found: 0, own: 0, held: 0, heldFound: 0, flagged: 0, stray: 0, alarms: 0, ms: 0 },
  ]),
)
const rowOf = (id: string): Row => {
  const row = rows.get(id)
  if (row === undefined) throw new Error(`corpus/figures has a file for no check: ${id}`)
  return row
}

for (const pair of pairs) {
  const row = rowOf(pair.check)
  const hits = hitsOf(pair)
  row.pairs += 1
  if (pair.heldOut) row.held += 1
  if (hits.length > 0) row.found += 1
  if (hits.length > 0 && pair.heldOut) row.heldFound += 1
  if (hits.some(({ check: id }) => id === pair.check)) row.own += 1
  if (findingsOf(pair.sound, pair).length > 0) row.flagged += 1
  row.stray += findingsOf(pair.wrong, pair).length - hits.length
}
for (const story of sound) for (const { check: id } of check(passagesOf(story))) rowOf(id).alarms += 1

/** The blind set: its open half is mended on, its closed half is scored in sum only. */
const blind = pairsOf(BLIND).map((pair, index) => ({
  open: index % 2 === 0,
  language: languageOf(pair),
  found: hitsOf(pair).length > 0,
  flagged: findingsOf(pair.sound, pair).length > 0,
}))
const stories = blindStories()
const storyAlarms = stories.reduce((all, story) => all + check(passagesOf(story)).length, 0)
const blindRow = (name: string, rows: typeof blind): string =>
  `| ${name} | ${rows.length} | ${(rows.filter(({ found }) => found).length / rows.length).toFixed(3)} | ${rows.filter(({ flagged }) => flagged).length} |`
const blindLines = [
  '## The blind set',
  '',
  '150 pairs and 40 sound stories (corpus/figures/blind), written and committed before they were scored. At first sight: recall',
  '0.500 (simplified 0.545, traditional 0.533, English 0.280; open half 0.427, closed half 0.573), 5 sound halves flagged, 8 false',
  `alarms on the ${stories.join('').replace(/\s/g, '').length} characters of the stories. One pair was mended (its fault could be true). After mending on the open half`,
  'only, the closed half stood at 0.573 as before: what is learned from one pair is found in few others. The',
  'English pairs of both halves were opened last, and mended on: 17 -> 25 of 25. Three English sets written the same day, each scored',
  'before it was mended on (corpus/figures/unseen), stood at 8/21, 5/21 and 5/20 at first sight: that is what English copy never',
  'seen may expect. Now:',
  '',
  '| pairs | number | recall | sound flagged |',
  '| --- | --- | --- | --- |',
  blindRow(
    'open half',
    blind.filter(({ open }) => open),
  ),
  blindRow(
    'closed half',
    blind.filter(({ open }) => !open),
  ),
  ...(['hans', 'hant', 'en'] as const).map((one) =>
    blindRow(
      { hans: 'simplified', hant: 'traditional', en: 'English' }[one],
      blind.filter(({ language }) => language === one),
    ),
  ),
  '',
  `False alarms on the stories: ${storyAlarms}.`,
  '',
]

/** What each author's pairs stood at when first scored, and the half of them that nobody had looked at after the round on the other. */
const FIRST: Readonly<Record<string, readonly [language: string, first: string, closed: string]>> = {
  a: ['simplified', '0.685', '0.704 -> 0.796'],
  b: ['simplified, traditional', '0.553', '0.596 -> 0.719'],
  c: ['English', '0.319', '0.333 -> 0.417'],
  d: ['simplified, traditional', '0.583', '0.583 -> 0.667 (all of it)'],
  e: ['simplified', '0.792', '0.780 -> 0.780'],
  f: ['simplified, traditional', '0.740', '0.721 -> 0.721'],
  g: ['simplified', '0.750', '0.744 -> 0.767'],
  h: ['simplified, a little English', '0.725', '0.725 -> 0.750 (all of it, two rounds)'],
  i: ['English', '0.556', '0.595 -> 0.595'],
  j: ['simplified, traditional', '0.630', '–'],
  k: ['simplified, odd wordings', '0.514', '0.514 -> 0.514 (all of it)'],
  l: ['English, after i was mended on', '0.557', '0.500 -> 0.500'],
  m: ['simplified', '0.820', '0.860 -> 0.860'],
  n: ['simplified, traditional', '0.760', '0.667 -> 0.667'],
  o: ['simplified, one edit in whole articles', '0.592', '0.593 -> 0.593'],
  p: ['English', '0.526', '0.436 -> 0.462'],
}
const authorLines = [
  '## Sixteen authors',
  '',
  'Pairs and sound stories by authors who had read only the page of the checks (corpus/figures/authors). “Not looked at”: the half',
  'that nobody saw while the other was mended on, before and after that; this is what copy never seen may expect.',
  '',
  '| author | language | pairs | at first sight | not looked at | now | sound flagged | alarms on the stories |',
  '| --- | --- | --- | --- | --- | --- | --- | --- |',
  ...AUTHORS.map(({ name, folder }) => {
    const own = pairsOf(folder)
    const found = own.filter((pair) => hitsOf(pair).length > 0).length
    const flagged = own.filter((pair) => findingsOf(pair.sound, pair).length > 0).length
    const alarms = hasStories({ folder })
      ? blindStories(folder).reduce((all, story) => all + check(passagesOf(story)).length, 0)
      : '–'
    const [language, first, closed] = FIRST[name] ?? ['', '', '']
    return `| ${name} | ${language} | ${own.length} | ${first} | ${closed} | ${(found / own.length).toFixed(3)} | ${flagged} | ${alarms} |`
  }),
  '',
]

/** An article of about 5,000 characters, of stories the corpus has. */
const article = passagesOf(written.slice(0, 5000))
const ROUNDS = 40
/** The fastest of the rounds: what the work takes when nothing else runs. */
function fastest(work: () => void): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now()
    work()
    best = Math.min(best, performance.now() - start)
  }
  return best
}
const read = () => article.map((passage, index) => ({ ...lex(passage.text), passage, text: passage.text, index }))
const lexing = fastest(read)
for (const { id, find } of checks) {
  const readings = read()
  rowOf(id).ms = fastest(() => void [...find({ story: 0, readings, published: null })])
}
const whole = fastest(() => void check(article))

const once = (text: string): number => {
  const passages = passagesOf(text)
  const start = performance.now()
  check(passages)
  return performance.now() - start
}
const unit = `${written.slice(0, 5000)}\n`
const growth = [50, 100, 200].map((times) => [times * unit.length, once(unit.repeat(times))] as const)
const list = Array.from({ length: 50_000 }, (_, i) => `北岭村${(i % 9) + 2}个`).join('、')
const table = Array.from({ length: 10_000 }, (_, i) => `${(i * 37) % 10_007}\t${i}`).join('\n')

const all = [...rows.values()]
const sum = (of: (row: Row) => number): number => all.reduce((total, row) => total + of(row), 0)
const rate = (part: number, total: number): string => (total === 0 ? '–' : (part / total).toFixed(3))
const per = (alarms: number): string => ((alarms / characters) * 10_000).toFixed(2)
const precision = (found: number, stray: number, flagged: number): string => rate(found, found + stray + flagged)

const lines = [
  '# Figures: the checks on the project’s own corpus',
  '',
  'Written by `npm run bench:figures`. Pairs: corpus/figures, the same short article with one planted fault and without.',
  `Sound copy: ${characters} characters, ${written.replace(/\s/g, '').length} of them written, the others composed from`,
  'written sentences with figures that are right by construction. Recall counts a planted fault as found when a finding',
  'that the sound half does not have speaks of its paragraph; precision weighs these against every other finding on both',
  'halves. Milliseconds are the fastest of forty rounds on one article of 5,000 characters, lexing apart.',
  '',
  'Held-out third (every third pair), scored once before anything was mended: recall 0.622, sound halves flagged 0.020.',
  'Scored again after mending on the other two thirds only: 0.714. Then it was opened and mended too; the table is after that.',
  '',
  '| check | pairs | recall | by its own check | held-out | sound flagged | precision | false alarms per 10,000 | ms |',
  '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
  ...all.map(
    (row) =>
      `| ${row.id} | ${row.pairs} | ${rate(row.found, row.pairs)} | ${rate(row.own, row.pairs)} | ${row.heldFound}/${row.held} | ${row.flagged} | ` +
      `${precision(row.found, row.stray, row.flagged)} | ${per(row.alarms)} | ${row.ms.toFixed(2)} |`,
  ),
  `| **all** | ${pairs.length} | ${rate(
    sum((row) => row.found),
    pairs.length,
  )} | ${rate(
    sum((row) => row.own),
    pairs.length,
  )} | ${sum((row) => row.heldFound)}/${sum((row) => row.held)} | ${sum((row) => row.flagged)} | ${precision(
    sum((row) => row.found),
    sum((row) => row.stray),
    sum((row) => row.flagged),
  )} | ${per(sum((row) => row.alarms))} | ${whole.toFixed(2)} (lexing ${lexing.toFixed(2)}) |`,
  '',
  ...blindLines,
  ...authorLines,
  '## Growth',
  '',
  '| copy | characters | ms | µs a character |',
  '| --- | --- | --- | --- |',
  ...[
    ...growth.map(([size, ms]) => ['articles in a row', size, ms] as const),
    ['one unbroken list of 50,000 counts', list.length, once(list)] as const,
    ['a table of 10,000 rows', table.length, once(table)] as const,
  ].map(([name, size, ms]) => `| ${name} | ${size} | ${ms.toFixed(0)} | ${((ms / size) * 1000).toFixed(2)} |`),
  '',
]

mkdirSync(new URL('../bench/', import.meta.url), { recursive: true })
writeFileSync(new URL('../bench/FIGURES.md', import.meta.url), lines.join('\n'))
process.stdout.write(`${lines.join('\n')}\n`)
