import type { Memory, Outcome } from './measure'
import type { TaskSet } from './sets'
import { STAGES, type StageTimes } from './stages'

export interface Results {
  readonly machine: string
  readonly sets: readonly { readonly set: TaskSet; readonly outcomes: readonly Outcome[] }[]
  readonly speeds: readonly { readonly name: string; readonly articles: number; readonly long: number }[]
  readonly stages: readonly StageTimes[]
  readonly memory: readonly Memory[]
  /** why the peers are missing; null where they are there */
  readonly trouble: string | null
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return ['', line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line), '']
}

const number = (value: number | null, places: number): string => (value === null ? '–' : value.toFixed(places))

const outcomeRows = (outcomes: readonly Outcome[]): string[][] => {
  const own = outcomes.find(({ median }) => median !== null)?.median ?? 1
  return outcomes.map(({ name, score, median, p95, first, failures }) => [
    name,
    ...[score.f1, score.precision, score.recall].map((one) => number(one, 3)),
    number(median, 1),
    number(p95, 1),
    median === null ? '–' : `× ${(median / own).toFixed(1)}`,
    number(first, 1),
    String(failures.length),
  ])
}

const stageRow = ({ set, medians }: StageTimes): string[] => [
  `${set.name}, ${set.isPlain ? 'plain text' : 'HTML'}`,
  ...medians.map((ms) => number(ms, 2)),
]

const HEAD = [
  'extractor',
  'F1',
  'precision',
  'recall',
  'ms a page',
  '95th of 100',
  'to this engine',
  'first time',
  'failed',
]

const failuresOf = ({ sets }: Results): string[] => {
  const all = sets.flatMap(({ set, outcomes }) =>
    outcomes.flatMap(({ name, failures }) =>
      failures.map((failure) => `- ${name}, ${set.name}: ${failure.replace(/\s+/g, ' ').slice(0, 160)}`),
    ),
  )
  return all.length === 0 ? [] : ['', '## What failed', '', ...all, '']
}

/** The results as a page of Markdown. */
export const resultsPage = (results: Results): string => {
  const { machine, sets, speeds, stages, memory, trouble } = results
  return [
    '# Cleaning, side by side',
    '',
    `\`npm run bench:clean\`, last on ${machine}. All in one run, each extractor in a process of its own that reads set after set, as a folder is read, in turn with the others; ms are of processor time, from the page's bytes to its text (the others are told the encoding), for this engine, as it is built for use, to verdicts, stories and findings; “cleaning alone” leaves out the findings, which no other makes, and is what compares with them. Each process sees a set three times in turn: F1 is that of the first, ms that of the third, when its code is compiled; “first time” is the median of the first. F1 of runs of four tokens (a Han character or a word each), of the mean precision and the mean recall of a set's pages.`,
    ...(trouble === null ? [] : ['', trouble]),
    '',
    '“Unseen sites”: by weights learned anew without the page’s site (five folds). The weights that ship were learned from the three sets, so what they score there says less. On plain text nothing is learned.',
    ...sets.flatMap(({ set, outcomes }) => [
      '',
      `## ${set.name}, ${set.isPlain ? 'plain text' : 'HTML'} (${set.tasks.length} pages)`,
      ...table(HEAD, outcomeRows(outcomes)),
    ]),
    '',
    '## Where the time goes',
    '',
    'Milliseconds of processor time, the median of each stage over a set’s pages in the third round; all sets in one process, from the sources, so that the sums are smaller than what the tables above say. Units are lines with what they look like; cues are the rules, with the run of prose and the headline; weights what is learned.',
    ...table(['set', ...STAGES], stages.map(stageRow)),
    '',
    '## Plain text, speed',
    ...table(
      ['MB a second, one core', 'article by article', 'as one text of 5 MB'],
      speeds.map(({ name, articles, long }) => [name, number(articles, 1), number(long, 1)]),
    ),
    '',
    '## A page of 5 MB',
    ...table(
      ['extractor', 'loaded, MB', 'at most, MB', 's', ''],
      memory.map(({ name, loaded, most, ms, failure }) => [
        name,
        number(loaded, 0),
        failure === null ? number(most, 0) : '–',
        number(ms / 1000, 1),
        failure ?? '',
      ]),
    ),
    ...failuresOf(results),
  ].join('\n')
}
