import { expect, it } from 'vitest'
import { hitsIn, termsOf } from '../../contract/words'
import { byDay, bySite, wordsFor } from './sums'

const cell = (day: string, site: string | null, approved: number, todo: number) => ({
  day,
  site,
  approved,
  rejected: 0,
  todo,
  failed: 0,
})
const CELLS = [cell('2026-06-17', '晨报', 3, 0), cell('2026-06-18', '晨报', 1, 4), cell('2026-06-18', null, 0, 2)]

it('sums the cells by day and by site', () => {
  expect(byDay(CELLS, 9).map(({ key, approved, todo, total }) => [key, approved, todo, total])).toEqual([
    ['2026-06-18', 1, 6, 7],
    ['2026-06-17', 3, 0, 3],
  ])
  expect(bySite(CELLS, 9).map(({ key, total }) => [key, total])).toEqual([
    ['晨报', 8],
    ['', 2],
  ])
})

it('tells the rest in one, and loses nothing', () => {
  const many = Array.from({ length: 30 }, (_, n) => cell('2026-06-18', `第${n}报`, 1, n))
  const bars = bySite(many, 5)
  expect(bars).toHaveLength(5)
  expect(bars.at(-1)?.key).toBeNull()
  expect(bars.reduce((sum, { total }) => sum + total, 0)).toBe(30 + (29 * 30) / 2)
})

it.each(['分享到\uFF1A微信 微博', '他说\u201C再来\u201D的 "app"'])('finds the line it was made of: %s', (line) => {
  expect(hitsIn(line, termsOf(wordsFor(line)))).not.toEqual([])
})
