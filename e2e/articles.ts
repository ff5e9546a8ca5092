import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './fixture'

/** The articles a story is lived on, and what is known of the one it opens. */
export interface Articles {
  readonly from: string
  readonly files: readonly string[]
  /** rows they make in the queue */
  readonly rows: number
  readonly opened: {
    readonly file: string
    readonly title: string
    /** furniture that must be struck out, with a word of the reason its chip gives */
    readonly removed: readonly { readonly words: string; readonly reason: RegExp }[]
    /** a figure that must be found */
    readonly finding: string
    /** what the reviewer takes out of it */
    readonly typo: string
    /** a sentence that stands in the cleaned text */
    readonly sentence: string
  }
}

const INBOX = join(ROOT, '../shared/inbox')
const SAMPLES = join(ROOT, 'resources/samples')

const REAL: Articles['opened'] = {
  file: '001_417ad2edf06574dc.txt',
  title: '市北区湖岛街道',
  removed: [
    { words: '分享到', reason: /分享/ },
    { words: '青岛新闻网版权所有', reason: /版权/ },
  ],
  finding: '近百余处',
  typo: '近',
  sentence: '清运垃圾、杂物800余车',
}

const OWN: Articles['opened'] = {
  file: '02-portal-share-pager.txt',
  title: '石桥镇',
  removed: [
    { words: '分享到', reason: /分享/ },
    { words: '青崖新闻网 版权所有', reason: /版权/ },
  ],
  finding: '剩余4个村',
  typo: '4',
  sentence: '水费也算得明白',
}

/** The five real articles where ../shared stands beside the project; else the samples, and says so. */
export function articles(): Articles {
  const real = existsSync(INBOX)
  if (!real) console.log('  ../shared/inbox is not there: the story is lived on resources/samples')
  const from = real ? INBOX : SAMPLES
  const files = readdirSync(from).filter((name) => name.endsWith('.txt'))
  return { from, files, rows: files.length, opened: real ? REAL : OWN }
}

/** Drops files into a folder, as a scraper would. */
export function drop(from: string, files: readonly string[], into: string): void {
  mkdirSync(into, { recursive: true })
  for (const file of files) cpSync(join(from, file), join(into, file))
}
