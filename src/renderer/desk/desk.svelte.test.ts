import Dexie from 'dexie'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { FolderState, Row } from '../../contract/contract'
import { draftOf, entry } from '../../review/desk.testing'
import { TestJournal } from '../store/journal.testing'
import { currentName, openView } from '../store/view'
import { Desk } from './desk.svelte'
import { Language } from './settings/language.svelte'
import { openOther } from './proof/other-copy'

const folder = (path: string, analysed: number): FolderState => ({
  path,
  name: path.slice(1),
  samples: false,
  state: 'watching',
  mode: 'watch',
  listed: 13,
  analysed,
})

let host: TestJournal
let desk: Desk

beforeEach(async () => {
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name)
  localStorage.clear()
  host = new TestJournal()
  const storage = { mode: 'ok', cause: null, message: null }
  host.answers.set('hello', { folder: folder('/甲', 3), journal: host.head, storage, notices: [], house: [] })
  host.answers.set('rows', { rows: [], total: 0 })
  desk = new Desk(host, new Language(['zh-CN']))
})

afterEach(() => desk.leave())

it('keeps what it was told of the folder while it opened its view', async () => {
  const started = desk.start()
  await Promise.resolve()
  await Promise.resolve()
  host.tell({ kind: 'folder', folder: folder('/甲', 13) })
  await started
  expect(desk.folder).toMatchObject({ path: '/甲', analysed: 13 })
})

it('goes along where another window opened another folder, and lists it', async () => {
  await desk.start()
  const before = host.asked.filter((name) => name === 'rows').length
  host.tell({ kind: 'folder', folder: folder('/乙', 0) })
  expect(desk.folder?.path).toBe('/乙')
  await expect.poll(() => desk.inbox.listing).toBe(false)
  expect(host.asked.filter((name) => name === 'rows').length).toBe(before + 1)
})

it('stays at the start screen whatever arrives in the folder that was left', async () => {
  await desk.start()
  desk.leaveFolder()
  host.tell({ kind: 'folder', folder: folder('/甲', 13) })
  expect(desk.folder).toBeNull()
  host.answers.set('openFolder', folder('/甲', 13))
  await desk.openFolder({ path: '/甲' })
  expect(desk.folder?.path).toBe('/甲')
})

it('stands again at the row that was open when the folder was left, where it still is', async () => {
  const row = (id: string) => ({
    id,
    version: null,
    title: id,
    status: 'failed',
    received: 0,
    path: id,
    warnings: [],
    signed: [],
  })
  host.answers.set('rows', { rows: [row('a'), row('b')], total: 2 })
  await desk.start()
  expect(desk.queue.selected).toBeNull()
  await desk.open('b')
  desk.leave()
  desk = new Desk(host, new Language(['zh-CN']))
  await desk.start()
  await expect.poll(() => desk.queue.selected).toBe('b')
  desk.leave()
  host.answers.set('rows', { rows: [row('a')], total: 1 })
  desk = new Desk(host, new Language(['zh-CN']))
  await desk.start()
  expect(desk.inbox.listing).toBe(false)
  expect(desk.queue.selected).toBeNull()
})

it('looks again for words once the host has read what was typed', async () => {
  host.answers.set('search', { hits: [], next: null, total: 1, unread: 0 })
  const looks = () => host.asked.filter((name) => name === 'search').length
  await desk.start()
  desk.search.find('雕花木椅')
  await expect.poll(looks).toBe(1)
  host.tell({ kind: 'findings', version: 'a', at: 2, findings: [], width: [] })
  await expect.poll(looks, { timeout: 3000 }).toBe(2)
})

it('opens the other document of a finding, on the flag that speaks of its place', async () => {
  const row = (id: string) => ({
    id,
    version: id,
    title: id,
    status: 'open',
    received: 0,
    path: `${id}.txt`,
    warnings: [],
    signed: [],
  })
  const message = { zh: '', en: '' }
  const finding = (quote: string, other?: object) => ({
    check: 'across',
    tier: 'query',
    article: 0,
    message,
    evidence: [{ start: quote.length === 1 ? 0 : 3, end: 5, quote, cleaned: null }],
    arithmetic: [],
    ...(other === undefined ? {} : { other }),
  })
  const opened = (id: string, findings: object[]) => ({
    row: row(id),
    draft: draftOf('= 甲乙丙丁戊'),
    records: [],
    findings,
    width: [],
    findingsAt: 0,
  })
  host.answers.set('rows', { rows: [row('d'), row('e')], total: 2 })
  const places = [{ start: 3, end: 5, quote: '丁戊', cleaned: null }]
  host.answers.set('document', opened('d', [finding('甲', { document: 'e', name: '日报', evidence: places })]))
  await desk.start()
  await desk.open('d')
  host.answers.set('document', opened('e', [finding('甲'), finding('丁戊')]))
  expect(openOther(desk)).toBe(true)
  await expect.poll(() => desk.proof?.opened.row.id).toBe('e')
  await expect.poll(() => desk.proof?.current).toBe(desk.proof?.openFlags[1]?.id)
  const sighted: unknown[] = []
  desk.proof?.seat({ flush: () => undefined, editAt: () => undefined, sight: (place) => void sighted.push(place) })
  expect(sighted).toEqual([{ source: [3, 5] }])
  expect(openOther(desk)).toBe(false)
})

it('gives a document what was told of it while it was on its way', async () => {
  const version = 'v'
  const row = {
    id: 'd',
    version,
    title: '题',
    status: 'open',
    received: 0,
    path: '甲.txt',
    warnings: [],
    signed: [],
  } as unknown as Row
  const draft = draftOf('? 扫码进群', '= 甲')
  host.answers.set('rows', { rows: [row], total: 1 })
  host.answers.set('document', { row, draft, records: [], findings: [], width: [], findingsAt: 0 })
  await desk.start()
  const opened = desk.open('d')
  const [block] = draft.blocks
  const decided = entry({ kind: 'decide', spans: [[block!.start, block!.end]], fate: 'removed' })
  host.tell({ kind: 'records', records: [{ ...decided, version, v: 1, client: 'other', seq: 2, prevHash: '' }] })
  await opened
  expect(desk.proof?.openFlags).toEqual([])
  expect(desk.proof?.review.copy.text).toBe('甲')
})

it('shows the verdicts that hold where another window had its document judged anew', async () => {
  const row = {
    id: 'd',
    version: 'v',
    title: '甲',
    status: 'open',
    received: 0,
    path: '甲.txt',
    warnings: [],
    signed: [],
  }
  const judged = (...lines: string[]) => {
    return { row, draft: draftOf(...lines), records: [], findings: [], width: [], findingsAt: 0 }
  }
  host.answers.set('rows', { rows: [row], total: 1 })
  host.answers.set('document', judged('= 扫码进群', '= 甲'))
  await desk.start()
  await desk.open('d')
  expect(desk.proof?.review.copy.text).toBe('扫码进群\n甲')
  host.answers.set('document', judged('- 扫码进群', '= 甲'))
  host.tell({ kind: 'rejudged', version: 'another' })
  await Promise.resolve()
  expect(desk.proof?.review.copy.text).toBe('扫码进群\n甲')
  host.tell({ kind: 'rejudged', version: 'v' })
  await expect.poll(() => desk.proof?.review.copy.text).toBe('甲')
})

it('opens at once what was fetched ahead, with what waits to be sent', async () => {
  const row = (id: string) => ({
    id,
    version: id,
    title: id,
    status: 'open',
    received: 0,
    path: id,
    warnings: [],
    signed: [],
    bytes: 9,
  })
  const opened = (id: string) => ({
    row: row(id),
    draft: draftOf('? 扫码进群', '= 甲'),
    records: [],
    findings: [],
    width: [],
    findingsAt: 0,
  })
  host.answers.set('rows', { rows: [row('d'), row('e')], total: 2 })
  host.answers.set('document', opened('d'))
  await desk.start()
  await desk.open('d')
  host.answers.set('document', opened('e'))
  await expect.poll(() => host.asked.filter((name) => name === 'document').length).toBe(2)
  await Promise.resolve()
  const { draft } = opened('e')
  const [block] = draft.blocks
  const decided = entry({ kind: 'decide', spans: [[block!.start, block!.end]], fate: 'removed' })
  const view = await openView(currentName(), 1000)
  await view?.outbox.put({ ...decided, document: 'e', version: 'e' })
  view?.close()
  const opening = desk.open('e')
  expect(desk.proof?.opened.row.id).toBe('e')
  await opening
  expect(desk.proof?.openFlags).toEqual([])
  expect(host.asked.filter((name) => name === 'document').length).toBe(2)
})
