import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { News, Opened, Row } from '../../contract/contract'
import { draftOf, entry } from '../../review/desk.testing'
import type { JournalRecord } from '../../review/operation'
import { HOUSE } from '../../review/rules'
import { Ahead } from './ahead'

const row = (id: string, more: Partial<Row> = {}): Row =>
  ({ id, version: `v${id}`, title: id, bytes: 10, ...more }) as Row
const opened = (id: string): Opened => {
  return { row: row(id), draft: draftOf('= 甲'), records: [], findings: [], width: [], findingsAt: 3 }
}
const record = (version: string): JournalRecord => {
  const made = entry({ kind: 'undo', target: 'x' })
  return { ...made, version, v: 1, client: 'other', seq: 4, prevHash: '' }
}

let next: (Row | null)[]
const fetch = vi.fn<(id: string) => Promise<Opened | null>>()
let ahead: Ahead

beforeEach(() => {
  vi.useFakeTimers()
  next = [row('a'), row('b'), row('c')]
  fetch.mockReset().mockImplementation((id) => Promise.resolve(opened(id)))
  ahead = new Ahead({ next: () => next, isOpen: (id) => id === 'open', fetch })
})
afterEach(() => void vi.useRealTimers())

async function fetched(): Promise<void> {
  ahead.soon()
  await vi.advanceTimersByTimeAsync(200)
}

it('fetches the next two, once, and gives each away once', async () => {
  await fetched()
  await fetched()
  expect(fetch.mock.calls).toEqual([['a'], ['b']])
  expect(ahead.take(row('a'))?.row.id).toBe('a')
  expect(ahead.take(row('a'))).toBeNull()
  expect(ahead.take(row('c'))).toBeNull()
})

it('passes over rows that are none, not read, or large', async () => {
  next = [null, row('a', { version: null }), row('b', { bytes: 3_000_000 }), row('c')]
  await fetched()
  expect(fetch.mock.calls).toEqual([['c']])
})

it('gives no other version than the row has', async () => {
  await fetched()
  expect(ahead.take(row('a', { version: 'newer' }))).toBeNull()
})

it.each<[string, News]>([
  ['a record of it', { kind: 'records', records: [record('va')] }],
  ['a rule of cleaning', { kind: 'records', records: [record(HOUSE)] }],
  ['a judgement anew', { kind: 'rejudged', version: 'va' }],
  ['later findings', { kind: 'findings', version: 'va', at: 4, findings: [], width: [] }],
  ['other findings', { kind: 'findings', version: 'va', at: 3, findings: [], width: [{}] as never }],
  ['a changed row', { kind: 'rows', upsert: [row('a', { status: 'approved' })], gone: [] }],
  ['a row that is gone', { kind: 'rows', upsert: [], gone: ['a'] }],
])('lets go and fetches again what is told anew of: %s', async (_what, news) => {
  await fetched()
  ahead.hear(news)
  expect(ahead.take(row('a'))).toBeNull()
  fetch.mockClear()
  await vi.advanceTimersByTimeAsync(200)
  expect(fetch).toHaveBeenCalledWith('a')
})

it.each<[string, News]>([
  ['a record of another', { kind: 'records', records: [record('vz')] }],
  ['the findings it has', { kind: 'findings', version: 'va', at: 3, findings: [], width: [] }],
  ['findings before those it has', { kind: 'findings', version: 'va', at: 2, findings: [], width: [{}] as never }],
  ['the row it has', { kind: 'rows', upsert: [row('a')], gone: ['z'] }],
  ['the storage', { kind: 'storage', storage: { mode: 'ok', cause: null, message: null } }],
])('keeps what is told nothing new of: %s', async (_what, news) => {
  await fetched()
  ahead.hear(news)
  expect(ahead.take(row('a'))).not.toBeNull()
})

it('does not keep what something was told of while it was on its way', async () => {
  let answer: (opened: Opened) => void = () => undefined
  fetch.mockImplementationOnce(() => new Promise((done) => (answer = done)))
  await fetched()
  ahead.hear({ kind: 'records', records: [record('va')] })
  answer(opened('a'))
  await Promise.resolve()
  expect(ahead.take(row('a'))).toBeNull()
  expect(ahead.take(row('b'))).not.toBeNull()
})

it('fetches the row the pointer rests on, one at a time, and none it only passes', async () => {
  await fetched()
  fetch.mockClear()
  for (const id of ['x', 'y']) ahead.point(row(id))
  await vi.advanceTimersByTimeAsync(100)
  ahead.point(row('z'))
  await vi.advanceTimersByTimeAsync(100)
  ahead.point(row('a'))
  ahead.point(row('b', { status: 'failed' }))
  await vi.advanceTimersByTimeAsync(100)
  expect(fetch.mock.calls).toEqual([['y'], ['z']])
  expect(ahead.take(row('y'))).toBeNull()
  expect(ahead.take(row('z'))).not.toBeNull()
  expect(ahead.take(row('a'))).not.toBeNull()
})

it('does not fetch what is open, though the pointer rests on its row', async () => {
  ahead.point(row('open'))
  await vi.advanceTimersByTimeAsync(200)
  expect(fetch).not.toHaveBeenCalled()
})
