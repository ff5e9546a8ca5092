import { expect, it } from 'vitest'
import { dayIn, dayOf } from './days'

const NOW = new Date(2026, 5, 18, 9, 30).getTime()

it('tells the day of a moment by the clock on the wall', () => {
  expect(dayOf(NOW)).toBe('2026-06-18')
  expect(dayOf(new Date(2026, 0, 1, 0, 0).getTime())).toBe('2026-01-01')
  expect(dayOf(new Date(2026, 0, 1, 0, 0).getTime() - 1)).toBe('2025-12-31')
})

it.each([
  ['2026-06-18', '今天', 'Today'],
  ['2026-06-17', '昨天', 'Yesterday'],
  ['2026-06-09', '6月9日', 'Jun 9'],
  ['2025-12-31', '2025年12月31日', 'Dec 31, 2025'],
])('%s is said %s, %s', (day, zh, en) => {
  expect([dayIn('zh-CN', day, NOW), dayIn('en', day, NOW)]).toEqual([zh, en])
})
