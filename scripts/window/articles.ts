import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The line that stands in half of a folder's articles, as a scraper brings it along. */
export const SHARED_LINE = '更多精彩请扫描二维码关注江湾日报微信公众号'
/** Stands in the text of one article of a hundred. */
export const RARE_WORDS = '石桥镇的老手艺人'

/** Words are made of two of them: so many that no two articles are taken for one story. */
const CHARACTERS = [
  ...'山水田林路桥船港湾河湖海岛村镇街巷门窗灯火风雨雪云星月光春秋早晚老新红白青金木石竹花草茶果米面布纸笔书画琴歌戏鼓',
]
const FURNITURE = [
  '分享到\uFF1A微信 微博 QQ空间',
  SHARED_LINE,
  '上一篇\uFF1A渡口开船 下一篇\uFF1A灯会开幕',
  '【打印】【关闭】【收藏】',
  '责任编辑\uFF1A王小满',
  '点击查看更多',
]
/** One paragraph of furniture among so many of the story. */
const EVERY = 6

export interface Wish {
  /** tells one article from another: each has a text of its own, for two of one story would be compared */
  readonly seed: number
  /** about as many, in UTF-16 code units */
  readonly characters: number
  readonly title: string
  /** figures that ask a question, this many */
  readonly questions?: number
  readonly shared?: boolean
}

/** An article as plain text, a paragraph a line. */
export function article({ seed, characters, title, questions = 0, shared = false }: Wish): string {
  const word = wordsFrom(seed)
  const sentence = (at: number): string =>
    `${at % 2 === 0 ? '清早' : '傍晚'}${word()}${word()}${word()}\uFF0C${word()}的${word()}${word()}${word()}。${word()}说${word()}${word()}${word()}。`
  const lines = [title, '2026-03-02 来源\uFF1A江湾日报', '记者 王小满', '']
  let length = 0
  let asked = 0
  for (let at = 0; length < characters; at++) {
    const doubt = asked < questions ? `${word()}边来了近${20 + asked++}余人。` : ''
    const line = `${sentence(at)}${sentence(at + 1)}${doubt}${sentence(at + 2)}`
    lines.push(line)
    length += line.length + 1
    if (at % EVERY === 2 && characters > 2000) lines.push(FURNITURE[Math.floor(at / EVERY) % FURNITURE.length] ?? '')
  }
  if (seed % 100 === 0) lines.push(`${RARE_WORDS}${word()}${word()}还在${word()}。`)
  lines.push('', '分享到\uFF1A微信 微博 QQ空间')
  if (shared) lines.push(SHARED_LINE)
  lines.push('Copyright 2026 江湾日报 版权所有')
  return `${lines.join('\n')}\n`
}

/** Titles of their own as well: the same words in them would make one story of two. The number tells it among all. */
export function titleOf(index: number): string {
  const word = wordsFrom(index + 1_000_000)
  return `${word()}${word()}${word()}\uFF08${index + 1}\uFF09`
}

/** Writes articles below a folder, by name. */
export function lay(folder: string, files: Iterable<readonly [name: string, text: string]>): void {
  for (const [name, text] of files) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
}

function wordsFrom(seed: number): () => string {
  let state = Math.imul(seed + 1, 2_654_435_761) >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const count = CHARACTERS.length
    return `${CHARACTERS[(state >>> 8) % count]}${CHARACTERS[(state >>> 17) % count]}`
  }
}
