import { overlapOf, scoreOf, shinglesOf, tokensOf, type Overlap, type Score } from '../cleaning/shingles'
import { visibleText } from '../cleaning/visible-text'
import { PeerProcess, THIS_ENGINE, type Peer } from './peer'
import type { Task, TaskSet } from './sets'

/** What one extractor made of one set. */
export interface Outcome {
  readonly name: string
  readonly score: Score
  /** milliseconds of processor time a page, in the last round; null where nothing was run */
  readonly median: number | null
  readonly p95: number | null
  /** the median of the first round, while the process still compiles what it runs */
  readonly first: number | null
  /** page and reason; a failure counts as an empty text */
  readonly failures: readonly string[]
}

const CAP = 10_000
/** A process that reads a folder lives on: what it takes once it has compiled its code is told beside the first time. */
const TIMED_ROUNDS = 3

export const scoreText = ({ gold }: Task, text: string): Overlap =>
  overlapOf(shinglesOf(tokensOf(gold)), shinglesOf(tokensOf(text)))

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

class Tally {
  readonly #overlaps: Overlap[] = []
  #times: number[] = []
  #first: number[] = []
  readonly #failures: string[] = []

  constructor(readonly process: PeerProcess) {}

  /** What is made of a page counts the first time, the time taken in every round. */
  async take(task: Task, round: number): Promise<void> {
    const { content, failure, ms } = await this.process.ask(task)
    this.#times.push(ms)
    if (round > 0) return
    if (failure !== null) this.#failures.push(`${task.id}: ${failure}`)
    this.#overlaps.push(scoreText(task, this.process.peer.isOurs ? content : visibleText(content)))
  }

  endRound(round: number): void {
    if (round === 0) this.#first = this.#times
    if (round < TIMED_ROUNDS - 1) this.#times = []
  }

  get outcome(): Outcome {
    return {
      name: this.process.peer.name,
      score: scoreOf(this.#overlaps),
      median: quantile(this.#times, 0.5),
      p95: quantile(this.#times, 0.95),
      first: quantile(this.#first, 0.5),
      failures: this.#failures,
    }
  }
}

/** The extractors, each in a process of its own that lives on from set to set. */
export const processesOf = (peers: readonly Peer[]): PeerProcess[] => peers.map((peer) => new PeerProcess(peer, CAP))

/**
 * Each round every extractor in its turn reads the set's pages one after the other, as a folder is read: where they take
 * turns page by page, what is measured is how much of each the processor has forgotten meanwhile.
 */
export const measure = async (set: TaskSet, processes: readonly PeerProcess[]): Promise<Outcome[]> => {
  const tallies = processes.map((process) => new Tally(process))
  for (let round = 0; round < TIMED_ROUNDS; round += 1) {
    for (const tally of tallies) {
      for (const task of set.tasks) await tally.take(task, round)
      tally.endRound(round)
    }
  }
  return tallies.map(({ outcome }) => outcome)
}

/** What the engine scores on a set's pages with weights that have seen no page of their site. */
export const onUnseenSites = (set: TaskSet, texts: ReadonlyMap<string, string>): Outcome => ({
  name: `${THIS_ENGINE.name}, unseen sites`,
  score: scoreOf(set.tasks.map((task) => scoreText(task, texts.get(task.id) ?? ''))),
  median: null,
  p95: null,
  first: null,
  failures: [],
})

/** What a plain text scores that is taken as it is. */
export const everything = ({ tasks }: TaskSet): Outcome => ({
  name: 'everything kept',
  score: scoreOf(tasks.map((task) => scoreText(task, new TextDecoder().decode(task.bytes)))),
  median: null,
  p95: null,
  first: null,
  failures: [],
})

const ROUNDS = 5
const LARGE = 5_000_000

/** MB a second of plain text: article by article, and as one long text. The fastest of the rounds. */
export const speeds = async (peer: Peer, sets: readonly TaskSet[]): Promise<{ articles: number; long: number }> => {
  const tasks = sets.flatMap((set) => (set.isPlain ? set.tasks : []))
  const bytes = tasks.reduce((sum, task) => sum + task.bytes.length, 0)
  const process = new PeerProcess(peer, 60_000)
  const rounds: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    let ms = 0
    for (const task of tasks) ms += (await process.ask(task)).ms
    rounds.push(ms)
  }
  const whole = Buffer.concat(tasks.flatMap((task) => [task.bytes, Buffer.from('\n')]))
  const large = new Uint8Array(Buffer.concat(Array.from({ length: Math.ceil(LARGE / whole.length) }, () => whole)))
  const long: number[] = []
  for (let round = 0; round < 3; round += 1)
    long.push((await process.ask({ isPlain: true, url: '', bytes: large, encoding: 'UTF-8' })).ms)
  await process.end()
  return { articles: bytes / 1000 / Math.min(...rounds), long: large.length / 1000 / Math.min(...long) }
}

export interface Memory {
  readonly name: string
  /** MB: the process with the extractor loaded, and the most it held */
  readonly loaded: number
  readonly most: number
  readonly ms: number
  readonly failure: string | null
}

/** What a page of 5 MB takes: the paragraphs and chrome of a page said over and over. */
export const memoryOf = async (peer: Peer, sets: readonly TaskSet[]): Promise<Memory> => {
  const first = sets.find((set) => !set.isPlain && set.name === 'own corpus')?.tasks[0]
  const page = first === undefined ? '' : new TextDecoder(first.encoding).decode(first.bytes)
  const [, head = '', body = ''] = /^([\s\S]*<body[^>]*>)([\s\S]*)<\/body>/i.exec(page) ?? []
  const html = `${head}${body.repeat(Math.ceil(LARGE / Buffer.byteLength(body)))}</body></html>`
  const process = new PeerProcess(peer, 60_000)
  const { ms, memory, failure } = await process.ask({
    isPlain: false,
    url: 'https://own.example/large',
    bytes: new TextEncoder().encode(html),
    encoding: 'UTF-8',
  })
  const { loaded } = process
  await process.end()
  return { name: peer.name, loaded, most: memory, ms, failure }
}
