/**
 * Learns the weighting of web pages from the labelled pages in ../shared/corpus, prints what it reaches on sites it has
 * not seen (five folds by site) and on the pages it learned from, and writes the table.
 *
 *     npm run train
 */
import { writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { FIRST_NAMES, SECOND_NAMES, type Weights } from '../src/engine/boilerplate/weighting/weighting'
import { SETS } from './cleaning/corpus'
import { answer, keptText, learn, readLessons, unseen, type Answer, type Learned } from './cleaning/learning'
import { overlapOf, scoreOf, shinglesOf, tokensOf } from './cleaning/shingles'

const TABLE = new URL('../src/engine/boilerplate/weighting/weights.table.ts', import.meta.url)

const report = (title: string, answers: readonly Answer[]): void => {
  for (const set of SETS) {
    const overlaps = answers
      .filter(({ lesson }) => lesson.page.set === set)
      .map((one) => {
        return overlapOf(shinglesOf(tokensOf(one.lesson.page.gold)), shinglesOf(tokensOf(keptText(one))))
      })
    const { f1, precision, recall } = scoreOf(overlaps)
    console.log(`${title}  ${set.padEnd(12)} F1 ${f1.toFixed(4)}  P ${precision.toFixed(3)}  R ${recall.toFixed(3)}`)
  }
}

/** How often a verdict of some confidence is right, over lines of unseen pages. */
const reliability = (answers: readonly Answer[]): void => {
  const edges = [0.5, 0.7, 0.9, 0.95, 0.99, 1.01]
  const bins = edges.slice(1).map(() => ({ count: 0, right: 0 }))
  for (const { lesson, removed } of answers)
    removed.forEach((odds, i) => {
      if ((lesson.weights[i] ?? 0) === 0) return
      const confidence = 1 / (1 + Math.exp(-Math.abs(odds)))
      const bin = bins[edges.findLastIndex((edge) => confidence >= edge)]
      if (!bin) return
      bin.count += 1
      if (odds > 0 !== lesson.isText[i]) bin.right += 1
    })
  bins.forEach(({ count, right }, i) =>
    console.log(
      `confidence from ${edges[i]}: ${count} lines, ${((100 * right) / Math.max(1, count)).toFixed(1)} % right`,
    ),
  )
}

const rowsOf = (column: Float64Array, names: readonly string[]): Weights =>
  Object.fromEntries(['always', ...names].map((name, i) => [name, Math.round((column[i] ?? 0) * 100) / 100]))

const write = async ({ first, second }: Learned): Promise<void> => {
  const table = { first: rowsOf(first, FIRST_NAMES), second: rowsOf(second, SECOND_NAMES) }
  const text = `import type { Table } from './weighting'

/** Log-odds for standing in the text, by feature (looks.ts, echoes.ts). Written by scripts/train-weights.ts. */
export const WEIGHTS: Table = ${JSON.stringify(table)}\n`
  const path = TABLE.pathname
  writeFileSync(TABLE, await format(text, { ...(await resolveConfig(path)), filepath: path }))
}

const train = async (): Promise<void> => {
  const lessons = await readLessons()
  const answers = unseen(lessons)
  report('unseen sites', answers)
  reliability(answers)
  const learned = learn(lessons)
  report(
    'learned from',
    lessons.map((lesson) => answer(lesson, learned)),
  )
  await write(learned)
}

await train()
