import { fold } from '../../src/review/fold'
import { passages } from '../../src/review/passages'
import type { Draft } from '../../src/engine/analysis'
import { declaredEncoding, htmlBlocks } from '../../src/engine/blocks/html/html'
import type { Page } from '../../src/engine/blocks/page'
import { plainTextBlocks } from '../../src/engine/blocks/plain-text'
import { noMeta } from '../../src/engine/blocks/read'
import { cutUnits } from '../../src/engine/boilerplate/cut'
import { hearPage, verdictsOn } from '../../src/engine/boilerplate/judge'
import { draftOf } from '../../src/engine/draft'
import { check } from '../../src/engine/figures/check'
import { decode } from '../../src/engine/source/decode'
import type { Task, TaskSet } from './sets'

/** What the engine does with a page, in order; the last is no part of cleaning. */
export const STAGES = ['decode', 'blocks', 'units', 'cues', 'weights', 'stories', 'review', 'figures'] as const

/** Milliseconds of processor time by stage: medians over a set's pages, in the last round. */
export interface StageTimes {
  readonly set: TaskSet
  readonly medians: readonly number[]
}

const ROUNDS = 3

const worked = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const pageOf = (task: Task, decoded: Pick<Page, 'encoding' | 'confidence' | 'text' | 'warnings'>): Page | null => {
  const url = task.url
  if (task.isPlain)
    return { name: task.id, format: 'text', ...decoded, blocks: plainTextBlocks(decoded.text), meta: noMeta(url) }
  const cut = htmlBlocks(decoded.text, { isXml: false, url })
  return cut && { name: task.id, format: 'html', ...decoded, ...cut }
}

/** The engine's own steps, one by one; null for a page that cannot be read. */
const timesOf = (task: Task): number[] | null => {
  const marks = [worked()]
  const timed = <T>(made: T): T => {
    marks.push(worked())
    return made
  }
  const declared = task.isPlain ? undefined : declaredEncoding(task.bytes)
  const decoded = timed(decode(task.bytes, declared === undefined ? {} : { declared }))
  const page = 'error' in decoded ? null : timed(pageOf(task, decoded))
  if (!page) return null
  const units = timed(cutUnits(page))
  const hearing = timed(hearPage(units, page.meta, null))
  const judgement = timed(verdictsOn(hearing))
  const draft: Draft = timed(draftOf(page, judgement))
  const review = fold(draft, [])
  const read = timed(passages(review))
  timed(check(read, { published: (story) => review.stories[story]?.published ?? null }))
  return marks.slice(1).map((mark, i) => mark - (marks[i] ?? 0))
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

/** Where the engine's time goes, measured in this process: not as it is built for use, and set by set in one process. */
export const stageTimes = (sets: readonly TaskSet[]): StageTimes[] =>
  sets.map((set) => {
    let rows: number[][] = []
    for (let round = 0; round < ROUNDS; round += 1) rows = set.tasks.flatMap((task) => [timesOf(task) ?? []])
    return { set, medians: STAGES.map((_, stage) => median(rows.map((row) => row[stage] ?? 0))) }
  })
