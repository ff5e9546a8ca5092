import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { Fate } from '../../analysis'

/** The project's own corpus: pages with what an editor wishes to get from them. See corpus/README.md. */

const PAGES = new URL('../../../../corpus/pages/', import.meta.url)

export interface LabelledStory {
  readonly title: string | null
  readonly kicker: string | null
  readonly subtitle: string | null
  readonly agency: string | null
  readonly site: string | null
  readonly published: string | null
  readonly authors: readonly string[]
  readonly editors: readonly string[]
  readonly captions: readonly string[]
  /** a paragraph, heading, list item or table row each */
  readonly text: readonly string[]
}

export interface LabelledPage {
  /** below corpus/pages, '/' between parts */
  readonly path: string
  readonly bytes: Uint8Array
  readonly style: string
  /** absent: UTF-8 */
  readonly encoding?: string
  readonly stories: readonly LabelledStory[]
  /** lines with the fate they must have: furniture of every family, and text that looks like furniture */
  readonly spans: readonly { readonly text: string; readonly fate: Fate }[]
}

const stylesOf = (): string[] => readdirSync(PAGES).sort()

const pathsOf = (style: string): string[] =>
  readdirSync(new URL(`${style}/`, PAGES))
    .filter((name) => !name.endsWith('.gold.json'))
    .sort()
    .map((name) => `${style}/${name}`)

const goldOf = (path: string): URL => new URL(path.replace(/\.\w+$/, '.gold.json'), PAGES)

/** All pages, by style and name. */
export const labelledPages = (): LabelledPage[] =>
  stylesOf()
    .flatMap(pathsOf)
    .map((path) => ({
      path,
      bytes: new Uint8Array(readFileSync(new URL(path, PAGES))),
      ...(JSON.parse(readFileSync(goldOf(path), 'utf8')) as Omit<LabelledPage, 'path' | 'bytes'>),
    }))

/** Of all pages and labels: floors hold for exactly this corpus. */
export const corpusDigest = (): string => {
  const hash = createHash('sha256')
  for (const path of stylesOf().flatMap(pathsOf)) {
    for (const file of [new URL(path, PAGES), goldOf(path)])
      hash.update(path).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}
