import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Finding } from '../analysis'
import { check } from './check'
import { passagesOf } from './passages.fixture'

/**
 * The minimal pairs of corpus/figures: one file a check. Pairs stand apart by a blank line; `[[wrong|sound]]` is the one
 * planted place; `@ 2024-05-06` on a line of its own is the story's date; '# ', '## ' and '^ ' mark titles, headings and
 * captions. Every other pair is read with full-width punctuation, as real copy comes in both widths.
 */
export interface Pair {
  /** the file's name: the check the fault was planted for */
  readonly check: string
  /** from 1, in its file */
  readonly number: number
  readonly published: string | null
  readonly wrong: string
  readonly sound: string
  /** the planted place in `wrong` */
  readonly planted: readonly [start: number, end: number]
  /** every third pair is held out: nothing is mended on what is seen of it */
  readonly heldOut: boolean
}

export const CORPUS = new URL('../../../corpus/figures/', import.meta.url)
/** Pairs written from the checks' page alone, by those who had not seen their code; the last 50 by one who had. */
export const UNSEEN = new URL('./unseen/', CORPUS)
/** 150 longer pairs in the manner of news, written in one go by one who had seen neither the checks nor their code. */
export const BLIND = new URL('./blind/', CORPUS)

const setOf = (kind: string) => (name: string) => ({ name, folder: new URL(`./${kind}/${name}/`, CORPUS) })

/**
 * Sets by as many authors who had read the page of the checks alone, c, i, l and p in English, o one edit at a time in whole
 * articles, most with sound stories of the
 * same hand. What of each was mended on is told by `npm run bench:figures`.
 */
export const AUTHORS = [...'abcdefghijklmnop'].map(setOf('authors'))
/** What those who mended wrote to try the relations in other words than their examples', round by round. */
export const FRESH = ['derived1', 'derived2', 'lists1', 'lists2', 'parts1', 'parts2', 'parts3', 'time1', 'time2'].map(
  setOf('fresh'),
)

/** Sound stories as dense in figures as bulletins, results and match reports are, by authors who meant to trip a careless tool. */
export const DENSE = ['bulletins', 'english', 'mixed'].map(setOf('dense'))

/** Whether a set has them. */
export const hasStories = ({ folder }: { readonly folder: URL }): boolean =>
  existsSync(new URL('./sound/stories.txt', folder))

/** Sound stories of the same hand: figures that a careless check takes for parts, growth or repetition. */
export function blindStories(folder: URL = BLIND): string[] {
  return readFileSync(new URL('./sound/stories.txt', folder), 'utf8')
    .trim()
    .split(/\n{2,}/)
}

export type Language = 'hans' | 'hant' | 'en'

/** The script a pair is written in. */
export function languageOf({ sound }: Pick<Pair, 'sound'>): Language {
  if (!/[\u4E00-\u9FFF]/.test(sound)) return 'en'
  return /[\u500B\u570B\u5B78\u6703\u70BA\u8207\u9019\u8655\u9EDE\u5340]/.test(sound) ? 'hant' : 'hans'
}

const WIDE = /[,:;()?!]/g

function widened(text: string): string {
  return text.replace(WIDE, (mark, at: number) => {
    const around = text.charAt(at - 1) + text.charAt(at + 1)
    return /^\d\d$/.test(around) ? mark : String.fromCharCode(mark.charCodeAt(0) + 0xfee0)
  })
}

export function pairOf(check: string, index: number, block: string): Pair {
  const date = /^@ (\S+)\n/.exec(block)
  const chinese = /[\u4E00-\u9FFF]/.test(block)
  const raw = date === null ? block : block.slice(date[0].length)
  const copy = index % 2 === 0 && chinese ? widened(raw) : raw
  const mark = /\[\[(?<wrong>[^|[\]]*)\|(?<sound>[^|[\]]*)\]\]/.exec(copy)
  const groups = mark?.groups
  if (mark === null || groups === undefined || copy.split('[[').length !== 2)
    throw new Error(`${check} ${index + 1}: one [[wrong|sound]] is wanted: ${block}`)
  const [head, tail] = [copy.slice(0, mark.index), copy.slice(mark.index + mark[0].length)]
  const wrong = groups['wrong'] ?? ''
  return {
    check,
    number: index + 1,
    published: date?.[1] ?? null,
    wrong: head + wrong + tail,
    sound: head + (groups['sound'] ?? '') + tail,
    planted: [head.length, head.length + wrong.length],
    heldOut: index % 3 === 2,
  }
}

/** Every pair, in order of file and place. */
export function pairsOf(folder: URL = CORPUS): Pair[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
  return files.flatMap((file) =>
    readFileSync(new URL(file, folder), 'utf8')
      .trim()
      .split(/\n{2,}/)
      .map((block, index) => pairOf(file.replace('.txt', ''), index, block)),
  )
}

/** What the checks say of a copy; `form` runs on its own pairs only. */
export function findingsOf(text: string, { check: id, published }: Pick<Pair, 'check' | 'published'>): Finding[] {
  return check(passagesOf(text), { published: () => published, ...(id === 'form' ? { on: new Set(['form']) } : {}) })
}

/** The findings that speak of the planted fault: new against the sound half, with a place in the planted paragraph. */
export function hitsOf(pair: Pair): Finding[] {
  const known = new Set(findingsOf(pair.sound, pair).map(keyOf))
  const from = pair.wrong.lastIndexOf('\n', Math.max(0, pair.planted[0] - 1)) + 1
  const stop = pair.wrong.indexOf('\n', pair.planted[1])
  const to = stop < 0 ? pair.wrong.length : stop
  return findingsOf(pair.wrong, pair).filter(
    (finding) =>
      !known.has(keyOf(finding)) &&
      finding.evidence.some(({ start, end }) => start !== null && end !== null && start < to && end > from),
  )
}

function keyOf({ check: id, evidence }: Finding): string {
  return `${id}\n${evidence.map(({ quote }) => quote).join('\n')}`
}
