import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { News } from '../../../contract/contract'
import { Announcer } from '../announcer'
import { waitingRow } from './intake'
import { Rows } from './rows'

let told: News[]
let rows: Rows

beforeEach(() => {
  vi.useFakeTimers()
  told = []
  const announcer = new Announcer()
  announcer.listen((news) => told.push(news))
  rows = new Rows(announcer)
})
afterEach(() => vi.useRealTimers())

function row(id: string, set: { received?: number; path?: string; record?: number; version?: string } = {}) {
  const spot = { id, path: `${id}.txt`, record: null, bytes: 1, encoding: null, received: 0, ...set }
  return { ...waitingRow(spot), version: set.version ?? null }
}

describe('the rows of the queue', () => {
  it('stand in order of arrival, then path, then record', () => {
    rows.put(row('late', { received: 2 }))
    rows.put(row('b', { received: 1, path: 'b.jsonl', record: 2 }))
    rows.put(row('b10', { received: 1, path: 'b.jsonl', record: 10 }))
    rows.put(row('a', { received: 1, path: 'a.txt' }))
    expect(rows.page(0, 10).map(({ id }) => id)).toEqual(['a', 'b', 'b10', 'late'])
    expect(rows.page(1, 2).map(({ id }) => id)).toEqual(['b', 'b10'])
    rows.change('b', { title: '新' })
    expect(rows.page(0, 10).map(({ id, title }) => [id, title === '新'])).toEqual([
      ['a', false],
      ['b', true],
      ['b10', false],
      ['late', false],
    ])
    rows.change('a', { received: 3 })
    expect(rows.page(0, 10).map(({ id }) => id)).toEqual(['b', 'b10', 'late', 'a'])
  })

  it('are told in batches of 50 ms and 500 rows, each row as it stands then', () => {
    for (let n = 0; n < 1100; n++) rows.put(row(`${n}`))
    rows.change('0', { title: '新' })
    rows.remove('1')
    expect(told).toEqual([])
    vi.advanceTimersByTime(50)
    expect(told.map((news) => news.kind === 'rows' && [news.upsert.length, news.gone.length])).toEqual([
      [500, 1],
      [500, 0],
      [99, 0],
    ])
    const [first] = told
    expect(first?.kind === 'rows' && [first.upsert[0]?.title, first.upsert[1]?.id, first.gone]).toEqual([
      '新',
      '2',
      ['1'],
    ])
  })

  it('that leave and come back are there', () => {
    rows.put(row('a'))
    rows.remove('a')
    rows.put(row('a'))
    vi.advanceTimersByTime(50)
    expect(told).toMatchObject([{ upsert: [{ id: 'a' }], gone: [] }])
  })

  it('are found by their content', () => {
    rows.put(row('a', { version: 'v1' }))
    rows.put(row('copy', { version: 'v1' }))
    expect(rows.ofVersion('v1').map(({ id }) => id)).toEqual(['a', 'copy'])
    rows.put(row('a', { version: 'v2' }))
    rows.remove('copy')
    expect(rows.ofVersion('v1')).toEqual([])
    expect(rows.ofVersion('v2').map(({ id }) => id)).toEqual(['a'])
  })
})
