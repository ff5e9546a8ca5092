import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { draftOf } from '../../review/desk.testing'
import { approvedDocument, operation, request, scratch, titledDraft } from './bag.testing'
import { sha256Of } from './digest'
import { exportBag } from './export-bag'
import { rebuildText } from './rebuild-line'
import { verifyBag } from './verify-bag'

const DRAFT = titledDraft(
  '- 分享到',
  '^ 清河修好二十座桥',
  '= 清河县修好了20座桥。',
  '- 上一篇',
  '= 村民说&〈;方便&〉;。',
)

async function jsonLines(file: string): Promise<Record<string, unknown>[]> {
  return (await readFile(file, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

describe('exportBag', () => {
  it('writes title, empty line, text, and how each is made of the original', () =>
    scratch(async (folder) => {
      const bag = join(folder, '清样 导出')
      const document = approvedDocument(DRAFT)
      expect(await exportBag(request(bag, [document]))).toMatchObject({
        path: bag,
        written: 1,
        documents: 1,
        refused: [],
      })
      const text = '清河修好二十座桥\n\n清河县修好了20座桥。\n村民说〈方便〉。'
      expect(await readFile(join(bag, 'data/clean/00001-1.txt'), 'utf8')).toBe(text)
      const original = `data/original/${document.version}.txt`
      expect(await readFile(join(bag, original), 'utf8')).toBe(DRAFT.text)
      const [first] = await jsonLines(join(bag, 'data/decisions.jsonl'))
      const title = DRAFT.text.indexOf('清河修好')
      expect(first).toMatchObject({
        rebuild: {
          output: 'data/clean/00001-1.txt',
          source: original,
          sourceSha256: document.version,
          encoding: 'UTF-8',
          sha256: sha256Of(Buffer.from(text)),
        },
      })
      const { pieces } = first?.['rebuild'] as { pieces: { start: number; end: number }[] }
      expect(pieces[0]).toEqual({ start: title, end: title + 8 })
      expect(rebuildText(DRAFT.text, pieces)).toBe(text)
      const [article] = await jsonLines(join(bag, 'data/articles.jsonl'))
      expect(article).toMatchObject({
        title: '清河修好二十座桥',
        site: '清河日报',
        document: { path: '来稿/一号.txt' },
      })
      expect(await verifyBag(bag)).toMatchObject({ problems: [], rebuilt: 1 })
    }))

  it('records what was removed and why, then the history', () =>
    scratch(async (folder) => {
      const bag = join(folder, 'bag')
      await exportBag(request(bag, [approvedDocument(DRAFT)]))
      const lines = await jsonLines(join(bag, 'data/decisions.jsonl'))
      expect(lines.flatMap((line) => (line['block'] ? [line['block']] : []))).toMatchObject([
        { text: '分享到', cue: 'share-bar', reason: { en: 'a reason' }, decided: null },
        { text: '上一篇', cue: 'share-bar' },
      ])
      expect(lines.at(-1)).toMatchObject({ history: { by: '李敏', entry: { op: { kind: 'approve' } } } })
    }))

  it('keeps the source beside an original that does not read as it: a container, another decoding, a lone surrogate', () =>
    scratch(async (folder) => {
      const bag = join(folder, 'bag')
      const draft = titledDraft('^ 题\ud800目', '= 正\udc00文。')
      const bytes = Buffer.from(JSON.stringify({ body: draft.text }))
      await exportBag(request(bag, [approvedDocument(draft, [], { bytes, extension: '.JSON' })]))
      expect(existsSync(join(bag, `data/original/${sha256Of(bytes)}.json`))).toBe(true)
      const [first] = await jsonLines(join(bag, 'data/decisions.jsonl'))
      expect(first).toMatchObject({ rebuild: { encoding: 'utf-8', source: expect.stringMatching(/^data\/source\//) } })
      expect(await readFile(join(bag, 'data/clean/00001-1.txt'), 'utf8')).toBe('题\ufffd目\n\n正\ufffd文。')
      expect(await verifyBag(bag)).toMatchObject({ problems: [], rebuilt: 1 })
    }))

  it('counts text that could not be decoded', () =>
    scratch(async (folder) => {
      const result = await exportBag(request(join(folder, 'bag'), [approvedDocument(draftOf('= 一\ufffd二\ufffd'))]))
      expect(result.replaced).toEqual([{ output: 'data/clean/00001-1.txt', path: '来稿/一号.txt', count: 2 }])
    }))

  it('takes a title that was set by hand from the operation that set it', () =>
    scratch(async (folder) => {
      const bag = join(folder, 'bag')
      const set = operation({ kind: 'meta', story: 0, set: { title: '新题' } }, 'm1')
      await exportBag(request(bag, [approvedDocument(DRAFT, [set])]))
      const [first] = await jsonLines(join(bag, 'data/decisions.jsonl'))
      const { pieces } = first?.['rebuild'] as { pieces: unknown[] }
      expect(pieces[0]).toEqual({ insert: '新题', op: 'm1' })
      expect((await verifyBag(bag)).problems).toEqual([])
    }))

  it('writes a story each where a reviewer split a page, with the title the split lifted or that was written over it', () =>
    scratch(async (folder) => {
      const bag = join(folder, 'bag')
      const draft = titledDraft('^ 题目', '= 正文。', '= 另一题', '= 另文。', '= 第三篇。')
      const split = (block: number, title: boolean) =>
        operation({ kind: 'stories', at: draft.blocks[block]!.start, begins: true, title }, `s${block}`)
      const third = { at: draft.blocks[4]!.start }
      const set = operation({ kind: 'meta', story: third, set: { title: '三题' } }, 'm1')
      await exportBag(request(bag, [approvedDocument(draft, [split(2, true), split(4, false), set])]))
      const texts = await Promise.all(
        [1, 2, 3].map((story) => readFile(join(bag, `data/clean/00001-${story}.txt`), 'utf8')),
      )
      expect(texts).toEqual(['题目\n\n正文。', '另一题\n\n另文。', '三题\n\n第三篇。'])
      const lines = await jsonLines(join(bag, 'data/decisions.jsonl'))
      const pieces = lines.slice(0, 3).map((line) => (line['rebuild'] as { pieces: unknown[] }).pieces[0])
      expect(pieces[1]).toEqual({ start: draft.blocks[2]!.start, end: draft.blocks[2]!.end })
      expect(pieces[2]).toEqual({ insert: '三题', op: 'm1' })
      expect(await verifyBag(bag)).toMatchObject({ problems: [], rebuilt: 3 })
    }))

  it('makes its own file names whatever a document is called, and says the name in the records', () =>
    scratch(async (folder) => {
      const bag = join(folder, 'bag')
      const names = ['../../CON', 'a\nb%0A.txt', '稿件 🧧.txt', '稿件 🧧.TXT', 'x'.repeat(255)]
      const documents = names.map((path, index) => {
        const bytes = Buffer.from(DRAFT.text + '\n'.repeat(index))
        return approvedDocument(DRAFT, [], { path, bytes, extension: '../x' })
      })
      await exportBag(request(bag, documents))
      const files = (await readdir(bag, { recursive: true })).map(String)
      expect(files.filter((file) => !/^[\w./\\-]+$/.test(file))).toEqual([])
      const articles = await jsonLines(join(bag, 'data/articles.jsonl'))
      expect(articles.map(({ document }) => (document as { path: string }).path)).toEqual(names)
      expect(await verifyBag(bag)).toMatchObject({ problems: [], rebuilt: names.length })
    }))

  it('escapes the page it writes', () =>
    scratch(async (folder) => {
      const bag = join(folder, 'bag')
      await exportBag(
        request(bag, [approvedDocument(titledDraft('^ <script>alert(1)</script>', '= a<img src=x onerror=y>\0'))]),
      )
      const html = await readFile(join(bag, 'data/clean/00001-1.html'), 'utf8')
      expect(html).not.toMatch(/<script|<img|\0/)
      expect(html).toContain('&lt;script&gt;')
    }))
})
