import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { decode } from '../../src/engine/source/decode'
import { declaredEncoding } from '../../src/engine/blocks/html/html'
import { visibleText } from './visible-text'

export const SETS = ['scrapinghub', 'zh69', 'magicZh'] as const
export type SetName = (typeof SETS)[number]

/** One page with the body text its set gives. */
export interface LabelledPage {
  readonly set: SetName
  readonly id: string
  readonly url: string
  /** pages of one site are never parted by a fold */
  readonly site: string
  readonly gold: string
  readonly bytes: Uint8Array
  /** of the bytes: a label TextDecoder knows */
  readonly encoding: string
  readonly html: string
  readonly plain: string
}

/** The labelled pages beside the project; their texts are never copied into it. */
export const CORPUS = new URL('../../../shared/corpus/', import.meta.url)
export const hasCorpus = (): boolean => existsSync(CORPUS)

interface Gold {
  readonly file: string
  readonly id: string
  readonly url: string
  readonly gold: string
}

const siteOf = (id: string, url: string): string => {
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : ''
  return host === '' || host === 'example.com' ? id : host.split('.').slice(-3).join('.')
}

const decoded = (bytes: Uint8Array): { text: string; encoding: string } => {
  const declared = declaredEncoding(bytes)
  const text = decode(bytes, declared === undefined ? {} : { declared })
  return 'error' in text ? { text: '', encoding: 'UTF-8' } : text
}

export const readSet = (set: SetName): LabelledPage[] =>
  readFileSync(new URL(`${set}/gold.jsonl`, CORPUS), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { file, id, url, gold } = JSON.parse(line) as Gold
      const bytes = new Uint8Array(gunzipSync(readFileSync(new URL(`${set}/${file}`, CORPUS))))
      const { text: html, encoding } = decoded(bytes)
      return { set, id, url, site: siteOf(id, url), gold, bytes, encoding, html, plain: visibleText(html) }
    })

/** Tells whether the pages are those that the pinned floors were measured on. */
export const digestOf = (pages: readonly LabelledPage[]): string => {
  const hash = createHash('sha256')
  for (const page of pages) hash.update(`${page.set}/${page.id}\n`).update(page.bytes).update(page.gold)
  return hash.digest('hex').slice(0, 16)
}
