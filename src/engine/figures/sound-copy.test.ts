import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { check } from './check'
import type { Passage } from './passage'
import { passagesOf } from './passages.fixture'

const copy = readFileSync(new URL('./sound-copy.txt', import.meta.url), 'utf8')
const stories = copy.trim().split(/\n{2,}/)

function said(passages: readonly Passage[], published?: string): string[] {
  return check(passages, { published: () => published ?? null }).map(
    ({ check: id, evidence }) => `${id}: ${evidence[0]?.quote ?? ''}`,
  )
}

describe('sound copy', () => {
  it('holds at least 5,000 characters', () => {
    expect(copy.replace(/\s/g, '').length).toBeGreaterThan(5000)
  })

  it('has no finding', () => {
    expect(stories.flatMap((story) => said(passagesOf(story)))).toEqual([])
  })

  it('has none with full-width marks', () => {
    const wide = (story: string) =>
      story.replace(/[,:;()]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0))
    const chinese = stories.filter((story) => !/^# [A-Z]/.test(story))
    expect(chinese.flatMap((story) => said(passagesOf(wide(story))))).toEqual([])
  })
})

const inbox = new URL('../../../../shared/inbox/', import.meta.url)
/** What the cleaning removes: headlines that repeat, by-lines, pagers. */
const FURNITURE =
  /^(?:分享到|我要爆料|©|上一篇|新闻|作者|责任编辑|进入|青岛|市北区湖岛|纬北路街道:|打造高质量|济北街道:)/

/** The kept lines of a file as passages; a line the page's columns cut is joined to the next. */
function linesOf(text: string): Passage[] {
  const passages: Passage[] = []
  let at = 0
  for (const line of text.replace(/([了、])\n\n(?=[\u4E00-\u9FFF])/g, '$1').split(/\r?\n/)) {
    const words = line.trim()
    const start = at + line.indexOf(words)
    at += line.length + 1
    if (words === '' || FURNITURE.test(words)) continue
    const role = words.length < 20 && !/[。,]/.test(words) ? 'heading' : 'body'
    const source = { start, end: start + words.length, atomic: false }
    passages.push({ role, story: 0, text: words, runs: [{ at: 0, length: words.length, source }], cleaned: start })
  }
  return passages
}

describe.skipIf(!existsSync(inbox))('the five articles (needs ../shared/inbox)', () => {
  const expected: Readonly<Record<string, readonly string[]>> = {
    '000': ['truncation: 剩余2个都在20万元以上,'],
    '001': [
      'repeat: 为辖区畅通产业发展,融入双循环发展格局提供助力),为辖区畅通产业发展,融入双循环发展格局提供助力',
      'repeat: 社区社区',
      'approximator: 近百余处',
    ],
    '002': [],
    '003': ['superlatives: 超额完成402%'],
    '004': ['truncation: 全面过硬。2022'],
  }
  const files = existsSync(inbox) ? readdirSync(inbox).filter((file) => file.endsWith('.txt')) : []
  it.each(files)('%s', (file) => {
    const text = readFileSync(new URL(file, inbox), 'utf8')
    expect(said(linesOf(text))).toEqual(expected[file.slice(0, 3)])
  })
})
