import { expect, it } from 'vitest'
import type { Row } from '../../../contract/contract'
import { dayOf } from './days'
import { filterFrom, narrowed, NO_FILTER, type Filter } from './facets'
import { sorted } from './sorting'

const DAY = 86_400_000
const NOON = new Date(2026, 5, 18, 12).getTime()

const row = (id: string, set: Partial<Row> = {}): Row => ({
  id,
  version: id,
  path: `${id}.txt`,
  record: null,
  title: id,
  site: null,
  received: NOON,
  bytes: 1,
  encoding: 'UTF-8',
  stories: 1,
  status: 'open',
  failure: null,
  warnings: [],
  removed: 0,
  doubtful: 0,
  errors: 0,
  queries: 0,
  copy: 0,
  missing: false,
  supersedes: null,
  signed: [],
  setAside: null,
  ...set,
})

const ROWS = [
  row('甲', { site: '晨报', errors: 1, doubtful: 2 }),
  row('乙', { site: '晨报', status: 'approved', received: NOON - DAY }),
  row('丙', { site: '晚报', queries: 1, copy: 1, received: NOON - DAY }),
  row('丁', { status: 'waiting' }),
  row('戊', { site: '晚报', status: 'failed', warnings: [{ code: 'replacement-character', count: 2 }] }),
]
const left = (filter: Partial<Filter>): string => {
  const { rows } = narrowed(ROWS, { ...NO_FILTER, ...filter })
  return rows.map(({ id }) => id).join('')
}

it('leaves the rows that every facet leaves', () => {
  expect(left({})).toBe('甲乙丙丁戊')
  expect(left({ status: 'todo' })).toBe('甲丙丁')
  expect(left({ site: '晨报' })).toBe('甲乙')
  expect(left({ site: '' })).toBe('丁')
  expect(left({ flag: 'any' })).toBe('甲丙')
  expect(left({ flag: 'copy' })).toBe('丙')
  expect(left({ flag: 'removal' })).toBe('甲')
  expect(left({ flag: 'broken' })).toBe('戊')
  expect(left({ day: dayOf(NOON - DAY), site: '晚报' })).toBe('丙')
})

it('counts each facet as the others leave it', () => {
  const { counts } = narrowed(ROWS, { ...NO_FILTER, site: '晨报', day: dayOf(NOON) })
  expect(counts.site).toEqual(
    new Map([
      ['晨报', 1],
      ['', 1],
      ['晚报', 1],
    ]),
  )
  expect(counts.day).toEqual(
    new Map([
      [dayOf(NOON), 1],
      [dayOf(NOON - DAY), 1],
    ]),
  )
  expect(counts.status).toEqual({ all: 1, todo: 1, approved: 0, rejected: 0, failed: 0 })
  expect(counts.flag).toEqual({ any: 1, error: 1, query: 0, copy: 0, removal: 1, broken: 0, updated: 0 })
})

it('says the same of a choice as choosing it does', () => {
  const filters: Filter[] = [NO_FILTER, { ...NO_FILTER, status: 'todo', flag: 'any' }, { ...NO_FILTER, site: '晚报' }]
  for (const filter of filters) {
    const { counts } = narrowed(ROWS, filter)
    for (const [site, count] of counts.site) expect(narrowed(ROWS, { ...filter, site }).rows).toHaveLength(count)
    for (const [day, count] of counts.day) expect(narrowed(ROWS, { ...filter, day }).rows).toHaveLength(count)
    for (const status of ['all', 'todo', 'failed'] as const)
      expect(narrowed(ROWS, { ...filter, status }).rows).toHaveLength(counts.status[status])
    for (const flag of ['any', 'error', 'broken'] as const)
      expect(narrowed(ROWS, { ...filter, flag }).rows).toHaveLength(counts.flag[flag])
  }
})

it('sorts by site with rows of none last, and by open flags, errors first', () => {
  const order = (by: 'site' | 'flags'): string =>
    sorted(ROWS, by)
      .map(({ id }) => id)
      .join('')
  expect(order('site')).toBe('甲乙丙戊丁')
  expect(order('flags')).toBe('甲丙乙丁戊')
})

it('takes back a filter that was kept, and nothing else', () => {
  const kept: Filter = { status: 'todo', site: '', flag: 'copy', day: '2026-06-18' }
  expect(filterFrom(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
  expect(filterFrom({ status: 'old', site: 3, flag: 'figures' })).toEqual(NO_FILTER)
  expect(filterFrom(null)).toEqual(NO_FILTER)
})

it('sorts by title as a reader does, rows that come later among those known', () => {
  const titled = (...titles: string[]): string =>
    sorted(
      titles.map((title) => row(title)),
      'title',
    )
      .map(({ id }) => id)
      .join(' ')
  expect(titled('第10篇', '第9篇', '第100篇')).toBe('第9篇 第10篇 第100篇')
  expect(titled('第10篇', '第9篇', '第11篇', '第100篇')).toBe('第9篇 第10篇 第11篇 第100篇')
  expect(titled('第2篇', '第1篇')).toBe('第1篇 第2篇')
})
