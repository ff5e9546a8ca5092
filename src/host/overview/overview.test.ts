import { expect, it } from 'vitest'
import type { Row } from '../../contract/contract'
import { draftOf, entry } from '../../review/desk.testing'
import type { Rows } from '../desk/folder/rows'
import { pageOf, type Page } from '../search/page'
import { overview } from './overview'

const NOON = new Date(2026, 5, 18, 12).getTime()
const row = (id: string, set: Partial<Row> = {}): Row =>
  ({ id, version: id, title: `${id}题`, site: '晨报', received: NOON, status: 'open', ...set }) as Row

const SHARE = '分享到微信'
const draft = draftOf(`- ${SHARE}`, '= 甲乙丙丁戊己庚辛壬癸')
const untouched = pageOf(draft, [], 0)
const [share] = draft.blocks
const putBack = pageOf(draft, [entry({ kind: 'decide', spans: [[share!.start, share!.end]], fate: 'text' })], 1)

const look = (rows: readonly Row[], pages: Record<string, Page>, unread = 0) =>
  overview(
    { page: () => [...rows], total: rows.length } as unknown as Rows,
    { get: (version) => pages[version] },
    unread,
  )

it('counts what became of the articles of each day and site', async () => {
  const day = 86_400_000
  const { progress, documents, unread } = await look(
    [
      row('a'),
      row('b', { status: 'approved' }),
      row('c', { status: 'waiting' }),
      row('d', { received: NOON - day, site: null, status: 'failed' }),
    ],
    {},
    3,
  )
  expect([documents, unread]).toEqual([4, 3])
  expect(progress).toEqual([
    { day: '2026-06-18', site: '晨报', approved: 1, rejected: 0, todo: 2, failed: 0 },
    { day: '2026-06-17', site: null, approved: 0, rejected: 0, todo: 0, failed: 1 },
  ])
})

it('tells what was removed, as the reviews stand, most often first', async () => {
  const { furniture } = await look([row('a'), row('b'), row('c'), row('d', { site: '晚报' })], {
    a: untouched,
    b: untouched,
    c: putBack,
    d: untouched,
  })
  expect(furniture).toEqual([
    { site: '晨报', documents: 3, lines: 2, frequent: [{ line: SHARE, count: 2 }] },
    { site: '晚报', documents: 1, lines: 1, frequent: [{ line: SHARE, count: 1 }] },
  ])
})

it('holds a rule to what reviewers approved or put back, not to what nobody looked at', async () => {
  const { rules } = await look(
    [row('a'), row('b', { status: 'approved' }), row('c'), row('d', { status: 'approved' })],
    {
      a: untouched,
      b: untouched,
      c: putBack,
      d: putBack,
    },
  )
  expect(rules).toMatchObject([{ cue: share!.cue, struck: 4, judged: 3, kept: 2 }])
})

it('puts first what lies farthest from what is usual at its site', async () => {
  const pages: Record<string, Page> = {}
  const rows = ['a', 'b', 'c', 'd'].map((id) => {
    pages[id] = untouched
    return row(id)
  })
  pages['over'] = pageOf(draftOf(`- ${'删'.repeat(90)}`, `= ${'留'.repeat(10)}`), [], 0)
  const { shares } = await look([...rows, row('over'), row('gone', { status: 'failed' })], pages)
  expect(shares.outliers[0]).toEqual({
    id: 'over',
    title: 'over题',
    site: '晨报',
    removed: 90,
    total: 100,
    usual: shares.median,
  })
  expect(shares.outliers).toHaveLength(5)
  expect(shares.median).toBeCloseTo(5 / 15)
  expect(shares.histogram).toEqual([0, 0, 0, 4, 0, 0, 0, 0, 0, 1])
})

it('answers for an empty folder', async () => {
  expect(await look([], {})).toMatchObject({
    documents: 0,
    progress: [],
    furniture: [],
    rules: [],
    shares: { median: 0, outliers: [] },
  })
})
