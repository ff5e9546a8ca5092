export const PER_FOLDER = 20
export const MB = 1_000_000

/** What one run gave. Times are milliseconds from the beginning of the drop, null where it never came to that. */
export interface Outcome {
  readonly title: string
  readonly doneMeans: 'read' | 'analysed'
  readonly listed: number
  readonly done: number
  readonly missed: number
  readonly dropped: number | null
  readonly allListed: number | null
  readonly allDone: number | null
  /** whose, and MB; null where this machine does not tell */
  readonly memory: readonly (readonly [whose: string, megabytes: number | null])[]
  /** whose event loop, and the longest time it did not answer, in milliseconds */
  readonly stalls: readonly (readonly [whose: string, ms: number | null])[]
}

const seconds = (ms: number | null): string => (ms === null ? 'never' : `${(ms / 1000).toFixed(1)} s`)
const amount = (value: number | null, unit: string): string =>
  value === null ? 'not told' : `${value.toFixed(0)} ${unit}`
const list = (parts: Outcome['memory'], unit: string): string =>
  parts.map(([whose, value]) => `${whose} ${amount(value, unit)}`).join(', ')

export function print(count: number, outcome: Outcome): void {
  const { title, doneMeans, listed, missed, done, dropped, allListed, allDone, memory, stalls } = outcome
  console.log(`${title}: ${count} files dropped within ${seconds(dropped)}`)
  console.log(`  listed ${listed}, missed ${missed}, ${doneMeans} ${done}`)
  console.log(`  all listed after ${seconds(allListed)}, all ${doneMeans} after ${seconds(allDone)}`)
  console.log(`  memory: ${list(memory, 'MB')}`)
  console.log(`  longest stall: ${list(stalls, 'ms')}`)
}

/** The outcomes as a page of Markdown. */
export function page(count: number, machine: string, outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(({ title, doneMeans, listed, missed, dropped, allListed, allDone, memory, stalls }) => [
    title,
    seconds(dropped),
    `${listed} (${missed})`,
    seconds(allListed),
    `${seconds(allDone)} (${doneMeans})`,
    list(memory, 'MB'),
    list(stalls, 'ms'),
  ])
  const head = ['run', 'dropped within', 'listed (missed)', 'all listed', 'all done', 'memory', 'longest stall']
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    `# ${count.toLocaleString('en')} files dropped at once into new subfolders`,
    '',
    `\`npm run bench:inbox\`, last on ${machine}. Times count from the beginning of the drop.`,
    '',
    line(head),
    line(head.map(() => '---')),
    ...rows.map(line),
    '',
  ].join('\n')
}
