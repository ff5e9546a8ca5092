import { describe, expect, it } from 'vitest'
import { checks } from '../../engine/figures/registry'
import { checkName, sumOf } from './checks'

it('every check has a name', () => {
  expect(checks.map(({ id }) => id).filter((id) => checkName(id) === null)).toEqual([])
})

describe('a line of arithmetic', () => {
  const said = (expr: string, value: number | string): string => sumOf({ label: '', en: '', expr, value })

  it.each([
    ['6 + 9 + 4', 19, '6 + 9 + 4 = 19'],
    ['1.2万 - 1万', '0.2万', '1.2万 \u2212 1万 = 0.2万'],
    ['18 - 19', -1, '18 \u2212 19 = \u22121'],
    ['(250 - 200) \u00F7 200', '25%', '(250 \u2212 200) \u00F7 200 = 25%'],
    ['100% + 402%', '502%', '100% + 402% = 502%'],
  ])('%s is a sum', (expr, value, shown) => expect(said(expr, value)).toBe(shown))

  it.each([
    ['110%', 110],
    ['< 100', 100],
    ['\u2264 100%', 100],
    ['18个', 18],
    ['1.8万个', '1.8万'],
  ])('%s says it all', (expr, value) => expect(said(expr, value)).toBe(expr))

  it('keeps the words a value adds, and a date its strokes', () => {
    expect(said('2026-3-5', '星期四')).toBe('2026-3-5 \u00B7 星期四')
    expect(said('过半', '50%\u2013100%')).toBe('过半 \u00B7 50%\u2013100%')
  })

  it('is its value where there is no expression', () => {
    expect(said('', 100)).toBe('100')
  })
})
