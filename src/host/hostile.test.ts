import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { put } from '../../scripts/hostile/hostile'
import { hostileInputs } from '../../scripts/hostile/inputs.table'
import type { Row } from '../contract/contract'
import { displayPath } from './inbox/found-file'
import { DeskTrial } from './desk/desk.testing'

/**
 * The whole table of hostile inputs in one folder, through the whole host: each is its one row that says what it is, the
 * good articles among them go on, and nothing else is touched. What a window makes of them is lived in e2e.
 */
const GOOD = {
  '好稿一.txt': '城南公园新添步道\n\n城南公园本周新添一条步道\uFF0C沿湖而建。\n步道旁种了樱树。\n',
  '好稿二.txt': '江湾二桥今日通车\n\n江湾二桥今天上午十点正式通车\uFF0C全长一千二百米。\n',
}
const inputs = hostileInputs((what) => `http://127.0.0.1:9/${what}`)
const WINDOWS = process.platform === 'win32'
let desk: DeskTrial
let rows: readonly Row[]
let before: string

/** Everything below a folder with its size and time, as one text. */
function listing(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  return names
    .map((name) => {
      const { size, mtimeMs, mode } = lstatSync(join(folder, name))
      return `${name} ${size} ${mtimeMs} ${mode}`
    })
    .join('\n')
}

const rowOf = (file: string): Row | undefined => {
  const shown = displayPath(Buffer.from(file).toString('latin1'))
  return rows.find(({ path }) => path === shown)
}

beforeAll(async () => {
  if (WINDOWS) return
  desk = await DeskTrial.make()
  for (const input of inputs) await put(desk.folder, input)
  for (const [name, text] of Object.entries(GOOD)) await desk.put(name, text)
  before = listing(desk.folder)
  await desk.start()
  const answered = async (): Promise<void> => {
    const waiting = (await desk.rows()).filter(({ status }) => status !== 'waiting')
    expect(waiting.length).toBe(inputs.length + Object.keys(GOOD).length)
  }
  await vi.waitFor(answered, { timeout: 200_000, interval: 200 })
  rows = await desk.rows()
}, 240_000)
afterAll(() => desk?.end())

describe.skipIf(WINDOWS)('hostile inputs', () => {
  it('are one row each, and the good ones beside them two', () => {
    expect(rows.length).toBe(inputs.length + 2)
    expect(inputs.filter(({ file }) => !rowOf(file)).map(({ file }) => file)).toEqual([])
  })

  it.each(inputs)('$kind: $file', async ({ file, becomes, warns = [], holds, without = [] }) => {
    const row = rowOf(file)!
    expect(becomes).toContain(row.failure?.code ?? (row.status === 'open' ? 'article' : row.status))
    if (row.failure) {
      expect(row.failure.zh).not.toBe('')
      expect((await desk.refusal('document', { id: row.id })).code).toBe(row.failure.code)
      return
    }
    expect(row.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining([...warns]))
    if (row.bytes > 1_000_000) return
    const { draft } = await desk.ask('document', { id: row.id })
    if (holds) expect(draft.text).toContain(holds)
    const kept = draft.blocks.filter(({ fate }) => fate !== 'removed')
    const shown = kept.map(({ start, end }) => draft.text.slice(start, end)).join('\n') + row.title
    for (const words of without) expect(shown).not.toContain(words)
  })

  it('leave the good ones as they were', async () => {
    for (const [name, text] of Object.entries(GOOD)) {
      const { row, draft } = await desk.opened(name)
      expect(row.status).toBe('open')
      expect(draft.text).toBe(text)
    }
  })

  it('change nothing: not a file of the inbox, not an object of the program, not a file beside the data', () => {
    expect(listing(desk.folder)).toBe(before)
    expect(Object.keys(Object.prototype)).toEqual([])
    expect('polluted' in {}).toBe(false)
    expect(Object.keys(globalThis)).not.toContain('ran')
    expect(readdirSync(desk.base).sort()).toEqual(['data', 'samples', '来稿'].sort())
    expect(readFileSync(join(desk.data, 'journal/journal.ndjson'), 'utf8').trim().split('\n')).toHaveLength(1)
  })
})
