import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, symlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftOf } from '../../review/desk.testing'
import { fold } from '../../review/fold'
import type { Entry } from '../../review/operation'
import { translate } from '../../review/translate'
import { approvedDocument, operation, request, scratch, titledDraft } from './bag.testing'
import { sha256Of } from './digest'
import { exportBag } from './export-bag'
import { rebuildText } from './rebuild-line'
import { stagingPath } from './staged-folder'
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

describe('what an export refuses', () => {
  it('overwrites nothing', () =>
    scratch(async (folder) => {
      await mkdir(join(folder, 'there'))
      await expect(exportBag(request(join(folder, 'there'), [approvedDocument(DRAFT)]))).rejects.toMatchObject({
        failure: { code: 'exists' },
      })
      expect(await readdir(folder)).toEqual(['there'])
    }))

  it('writes nothing into the inbox, by whatever way it is named', () =>
    scratch(async (folder) => {
      await mkdir(join(folder, 'inbox'))
      await symlink(join(folder, 'inbox'), join(folder, 'link'))
      for (const at of ['inbox', 'inbox/bag', 'inbox/new/bag', 'link/bag']) {
        const inbox = { root: join(folder, 'inbox'), ignored: [] }
        const exported = exportBag(request(join(folder, at), [approvedDocument(DRAFT)], { inbox }))
        await expect(exported).rejects.toMatchObject({ failure: { code: 'inside-inbox' } })
      }
      expect(await readdir(join(folder, 'inbox'))).toEqual([])
      const beside = { root: join(folder, 'inbox'), ignored: [] }
      await exportBag(request(join(folder, 'inbox-bag'), [approvedDocument(DRAFT)], { inbox: beside }))
    }))

  it('writes a document once that stands in the folder twice', () =>
    scratch(async (folder) => {
      const twice = ['一.txt', '二.txt'].map((path) => approvedDocument(DRAFT, [], { path }))
      expect(await exportBag(request(join(folder, 'bag'), twice))).toMatchObject({ documents: 1, refused: [] })
    }))

  it('never writes an empty archive', () =>
    scratch(async (folder) => {
      await expect(exportBag(request(join(folder, 'bag'), []))).rejects.toMatchObject({
        failure: { code: 'nothing-approved', en: expect.stringContaining('2 open, 1 rejected') },
      })
      expect(await readdir(folder)).toEqual([])
    }))

  it('leaves out a document that is not approved, or no longer reads as approved, and says so', () =>
    scratch(async (folder) => {
      const sound = approvedDocument(DRAFT)
      const open = { ...sound, review: fold(DRAFT, []) }
      const stories = [{ pieces: [], sha256: '0'.repeat(64) }]
      const approval = operation({ kind: 'approve', stories }, 'other')
      const stale = { ...sound, version: 'f'.repeat(64), review: fold(DRAFT, [approval]) }
      const result = await exportBag(request(join(folder, 'bag'), [open, sound, stale]))
      expect(result).toMatchObject({
        written: 1,
        refused: [{ en: 'is not approved' }, { en: 'story 1 is not what was approved' }],
      })
    }))

  it.each(['folder', 'zip'] as const)('leaves nothing behind when it is stopped or fails midway (%s)', (form) =>
    scratch(async (folder) => {
      const stop = new AbortController()
      async function* stopped() {
        yield approvedDocument(DRAFT)
        stop.abort()
        yield approvedDocument(DRAFT)
      }
      async function* broken() {
        yield approvedDocument(DRAFT)
        throw new Error('the disk is gone')
      }
      const at = join(folder, 'bag')
      const aborted = exportBag(request(at, [], { form, documents: stopped(), signal: stop.signal }))
      await expect(aborted).rejects.toMatchObject({ failure: { code: 'aborted' } })
      const failed = exportBag(request(at, [], { form, documents: broken() }))
      await expect(failed).rejects.toMatchObject({
        failure: { code: 'write', en: expect.stringContaining('the disk is gone') },
      })
      const sealing = new AbortController()
      const late = exportBag(
        request(at, [approvedDocument(DRAFT)], {
          form,
          signal: sealing.signal,
          onProgress: (_done, _total, phase) => phase === 'seal' && sealing.abort(),
        }),
      )
      await expect(late).rejects.toMatchObject({ failure: { code: 'aborted' } })
      expect(await readdir(folder)).toEqual([])
    }),
  )

  it('takes away what a killed export left, and nothing of one that runs', () =>
    scratch(async (folder) => {
      const at = join(folder, 'bag')
      const { pid } = spawnSync(process.execPath, ['--version'])
      const running = basename(stagingPath(at))
      const left = running.replace(`-${process.pid}-`, `-${pid}-`)
      for (const name of [running, left, `${left}.zip.part`]) await mkdir(join(folder, name))
      await exportBag(request(at, [approvedDocument(DRAFT)]))
      expect((await readdir(folder)).sort()).toEqual([running, 'bag'])
    }))

  it('stands only under its hidden name until it is whole', () =>
    scratch(async (folder) => {
      const seen = new Set<string>()
      const at = join(folder, 'bag.zip')
      const onProgress = async () => (await readdir(folder)).forEach((name) => seen.add(name))
      async function* slow() {
        yield approvedDocument(DRAFT)
        await onProgress()
      }
      await exportBag(request(at, [], { form: 'zip', documents: slow() }))
      expect([...seen]).toEqual([expect.stringMatching(/^\.bag\.zip\.[0-9a-f]{8}-\d+-[0-9a-f]+\.part$/)])
      expect(await readdir(folder)).toEqual(['bag.zip'])
    }))
})

const words = fc.stringMatching(/^[甲乙ab😀 ]{1,6}$/u)
const line = fc
  .tuple(
    fc.constantFrom('=', '=', '-', '?', '^', '~', '|'),
    fc.array(fc.oneof(words, fc.constant('&〈;')), { minLength: 1, maxLength: 4 }),
  )
  .map(([sign, parts]) => `${sign} ${parts.join('')}`)
const step = fc.record({
  at: fc.nat(),
  cut: fc.nat(5),
  insert: words,
  block: fc.nat(),
  removes: fc.boolean(),
  decides: fc.boolean(),
})

describe('any review', () => {
  it('comes back byte by byte from the bag, folder and zip', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 7 }),
        fc.array(step, { maxLength: 6 }),
        fc.constantFrom('folder' as const, 'zip' as const),
        (drawn, steps, form) =>
          scratch(async (folder) => {
            const draft = titledDraft('^ 题&〈;目', '= 首段', ...drawn)
            const entries: Entry[] = []
            for (const [index, { at, cut, insert, block, removes, decides }] of steps.entries()) {
              const review = fold(draft, entries)
              const { start, end } = draft.blocks[1 + (block % (draft.blocks.length - 1))] ?? { start: 0, end: 0 }
              const from = at % (review.copy.text.length + 1)
              const to = Math.min(from + cut, review.copy.text.length)
              const op = decides
                ? {
                    kind: 'decide' as const,
                    spans: [[start, end] as const],
                    fate: removes ? ('removed' as const) : ('text' as const),
                  }
                : review.copy.placed.length > 0
                  ? translate(review, [{ from, to, insert }])
                  : null
              if (op) entries.push(operation(op, `op${index}`))
            }
            const document = approvedDocument(draft, entries)
            fc.pre(document.review.stories.some(({ text }) => text.trim() !== ''))
            const bag = join(folder, form === 'zip' ? 'bag.zip' : 'bag')
            const result = await exportBag(request(bag, [document], { form }))
            expect(result.refused).toEqual([])
            expect(await verifyBag(bag)).toMatchObject({ problems: [], rebuilt: result.written })
          }),
      ),
      { numRuns: 60 },
    )
  })
})
