/**
 * What the checks say of copy that is sound: every real article beside the project, the sound halves of all pairs, the sound
 * stories and the written copy. A relation that is widened and brings nothing new here is free to stay wide.
 *
 *     npm run silent -- keep    # remembers what is said now
 *     npm run silent            # prints what is said that was not, and what is said no more (about ten seconds)
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { check } from '../src/engine/figures/check'
import {
  AUTHORS,
  BLIND,
  CORPUS,
  DENSE,
  FRESH,
  UNSEEN,
  blindStories,
  findingsOf,
  hasStories,
  pairsOf,
} from '../src/engine/figures/pairs.testing'
import { passagesOf } from '../src/engine/figures/passages.fixture'
import type { Finding } from '../src/engine/analysis'
import { storiesOf } from './corruptions/stories'
import { ROOT } from './run.mjs'

const KEPT = join(ROOT, 'node_modules/.cache/qingyang/silent.txt')
const WRITTEN = new URL('../src/engine/figures/sound-copy.txt', import.meta.url)

const line = (where: string, { check: id, evidence }: Finding): string =>
  `${where} ${id}: ${evidence.map(({ quote }) => quote).join(' | ')}`

async function said(): Promise<string[]> {
  const sets = [
    { name: 'own', folder: CORPUS },
    { name: 'unseen', folder: UNSEEN },
    { name: 'blind', folder: BLIND },
    ...AUTHORS,
    ...FRESH,
  ]
  const copies = [
    ...(await storiesOf()).map(({ id, text }) => [id, text] as const),
    ...[...sets, ...DENSE].flatMap(({ name, folder }) =>
      hasStories({ folder }) ? blindStories(folder).map((text, i) => [`${name}, story ${i + 1}`, text] as const) : [],
    ),
    ...readFileSync(WRITTEN, 'utf8')
      .trim()
      .split(/\n{2,}/)
      .map((text, i) => [`sound copy ${i + 1}`, text] as const),
  ]
  return [
    ...copies.flatMap(([where, text]) => check(passagesOf(text)).map((finding) => line(where, finding))),
    ...sets.flatMap(({ name, folder }) =>
      pairsOf(folder)
        .filter(({ check: id }) => id !== 'form')
        .flatMap((pair) =>
          findingsOf(pair.sound, pair).map((finding) => line(`${name}, ${pair.check} ${pair.number}`, finding)),
        ),
    ),
  ]
}

const now = await said()
if (process.argv.includes('keep') || !existsSync(KEPT)) {
  mkdirSync(dirname(KEPT), { recursive: true })
  writeFileSync(KEPT, now.join('\n'))
  console.log(`${now.length} findings on sound copy are remembered.`)
} else {
  const before = new Set(readFileSync(KEPT, 'utf8').split('\n'))
  const after = new Set(now)
  for (const one of now) if (!before.has(one)) console.log(`new: ${one}`)
  for (const one of before) if (!after.has(one)) console.log(`gone: ${one}`)
  console.log(`${now.length} findings on sound copy, ${before.size} before.`)
}
