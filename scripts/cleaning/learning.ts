import { createHash } from 'node:crypto'
import { read } from '../../src/engine/blocks/read'
import { cutUnits } from '../../src/engine/boilerplate/cut'
import { hearPage, type Hearing } from '../../src/engine/boilerplate/judge'
import { withNeighbours } from '../../src/engine/boilerplate/neighbours'
import { mixed } from '../../src/engine/boilerplate/weighting/learned'
import { echoesOf, looksOf } from '../../src/engine/boilerplate/weighting/weighting'
import { readSet, SETS, type LabelledPage } from './corpus'
import { labelsOf } from './labels'
import { fit, oddsFor, type Sample } from './regression'
import { tokensOf } from './shingles'

const FOLDS = 5
const PENALTY = 40

/** A labelled page as the weighting sees it. All arrays run by unit. */
export interface Lesson {
  readonly page: LabelledPage
  readonly hearing: Hearing
  readonly texts: readonly string[]
  readonly isText: readonly boolean[]
  readonly looks: readonly Float64Array[]
  /** 0 for lines that are lifted: the weighting never speaks of them */
  readonly weights: readonly number[]
}

/** A line counts by its share of the story, as the measure has it; English pages, being more, a little less. */
const weightsOf = (page: LabelledPage, texts: readonly string[], hearing: Hearing): number[] => {
  const story = Math.max(40, tokensOf(page.gold).length) + 150
  const language = page.set === 'scrapinghub' ? 0.6 : 1
  return texts.map((text, i) =>
    hearing.alone[i]?.lifted === -Infinity ? (language * (tokensOf(text).length + 3)) / story : 0,
  )
}

const lessonOf = async (page: LabelledPage): Promise<Lesson> => {
  const read_ = await read({ record: null, bytes: page.bytes, pointer: '' }, { name: 'page.html' })
  if ('error' in read_) throw new Error(`${page.id}: ${read_.error.message}`)
  const units = cutUnits(read_)
  const hearing = hearPage(units, read_.meta, null)
  const texts = units.map((unit) => unit.block.text.slice(unit.within[0], unit.within[1]))
  const looks = looksOf(
    hearing.context,
    hearing.heard,
    hearing.alone.map((one) => one.removed),
  )
  return { page, hearing, texts, isText: labelsOf(texts, page.gold), looks, weights: weightsOf(page, texts, hearing) }
}

const foldOf = (site: string, folds: number, salt: string): number =>
  createHash('sha256')
    .update(salt + site)
    .digest()
    .readUInt32BE() % folds

/** The mean weight of a line is 1, so that the penalty means the same whatever is learned from. */
const samplesOf = (lessons: readonly Lesson[], rows: (lesson: Lesson) => readonly Float64Array[]): Sample[] => {
  const samples = lessons.flatMap((lesson) =>
    rows(lesson).map((features, i) => ({
      features,
      isText: lesson.isText[i] ?? false,
      weight: lesson.weights[i] ?? 0,
    })),
  )
  const mean = samples.reduce((sum, one) => sum + one.weight, 0) / samples.length
  return samples.filter((one) => one.weight > 0).map((one) => ({ ...one, weight: one.weight / mean }))
}

const joined = (lesson: Lesson, first: Float64Array): Float64Array[] => {
  const scores = lesson.looks.map((row) => oddsFor(first, row))
  const echoes = echoesOf(lesson.hearing.context.units, scores)
  return lesson.looks.map((row, i) => Float64Array.of(...row, ...(echoes[i] ?? [])))
}

/** The two passes' weights, the constant first. */
export interface Learned {
  readonly first: Float64Array
  readonly second: Float64Array
}

/** The second pass learns from what the first says of pages it has not seen. */
export const learn = (lessons: readonly Lesson[]): Learned => {
  const half = (lesson: Lesson): number => foldOf(lesson.page.site, 2, 'half ')
  const firstOf = (some: readonly Lesson[]): Float64Array =>
    fit(
      samplesOf(some, (lesson) => lesson.looks),
      PENALTY,
    )
  const halves = [0, 1].map((one) => firstOf(lessons.filter((lesson) => half(lesson) !== one)))
  const second = fit(
    samplesOf(lessons, (lesson) => joined(lesson, halves[half(lesson)] as Float64Array)),
    PENALTY,
  )
  return { first: firstOf(lessons), second }
}

/** What weights make of a page. */
export interface Answer {
  readonly lesson: Lesson
  /** log-odds for removal */
  readonly removed: readonly number[]
}

export const answer = (lesson: Lesson, { first, second }: Learned): Answer => {
  const scores = joined(lesson, first).map((row) => oddsFor(second, row))
  const { context, alone } = lesson.hearing
  return { lesson, removed: mixed(lesson.hearing, withNeighbours(context, alone), scores).map((one) => one.removed) }
}

/** The lines that stay, of those that no cue would lift. */
export const keptText = ({ lesson, removed }: Answer): string =>
  lesson.texts.filter((_, i) => (lesson.weights[i] ?? 0) > 0 && (removed[i] ?? 0) <= 0).join('\n')

export const readLessons = async (): Promise<Lesson[]> => {
  const lessons: Lesson[] = []
  for (const set of SETS) for (const page of readSet(set)) lessons.push(await lessonOf(page))
  return lessons
}

/** Each page as weights see it that were learned from other sites: five folds by site. */
export const unseen = (lessons: readonly Lesson[]): Answer[] => {
  const fold = (lesson: Lesson): number => foldOf(lesson.page.site, FOLDS, '')
  return Array.from({ length: FOLDS }, (_, one) => {
    const learned = learn(lessons.filter((lesson) => fold(lesson) !== one))
    return lessons.filter((lesson) => fold(lesson) === one).map((lesson) => answer(lesson, learned))
  }).flat()
}
