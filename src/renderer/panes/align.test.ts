import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FOLD_HEIGHT, spaced, type Heights, type Part } from './align'
import type { PairedRow } from './rows'

const ROW = (source: number | null, copy: number | null, story: number | null = null): PairedRow => ({
  source: source === null ? null : [source, source],
  copy: copy === null ? null : [copy, copy],
  story,
})

const heights = (source: Record<number, number>, copy: Record<number, number>): Heights => ({
  source: (line) => source[line] ?? 0,
  copy: (line) => copy[line] ?? 0,
  sourceLines: (first) => [first],
  copyLines: (first) => [first],
  head: () => 50,
})

const total = (parts: readonly Part[]): number => parts.reduce((sum, { height }) => sum + height, 0)

describe('spaced', () => {
  it('leaves equal rows alone', () => {
    const { source, copy, tops } = spaced([ROW(0, 0), ROW(9, 9)], heights({ 0: 30, 9: 60 }, { 0: 30, 9: 60 }))
    expect(source).toEqual([])
    expect(copy).toEqual([])
    expect(tops).toEqual([0, 30])
  })

  it('hatches beside what was removed, before the first line of the copy', () => {
    const { copy } = spaced([ROW(0, null), ROW(9, 0)], heights({ 0: 30, 9: 60 }, { 0: 60 }))
    expect(copy).toEqual([{ line: 0, before: true, parts: [{ kind: 'hatch', height: 30 }] }])
  })

  it('evens out a line that wraps more often on one side with blank room', () => {
    const { source, copy } = spaced([ROW(0, 0), ROW(9, 9)], heights({ 0: 30, 9: 30 }, { 0: 60, 9: 30 }))
    expect(source).toEqual([{ line: 0, before: false, parts: [{ kind: 'blank', height: 30 }] }])
    expect(copy).toEqual([])
  })

  it('sets a head beside the title it was lifted from, and hatches beside what it is higher', () => {
    const { source, copy } = spaced([ROW(0, null, 1), ROW(9, 0)], heights({ 0: 30, 9: 60 }, { 0: 60 }))
    expect(copy).toEqual([{ line: 0, before: true, parts: [{ kind: 'head', height: 50, story: 1 }] }])
    expect(source).toEqual([{ line: 0, before: false, parts: [{ kind: 'hatch', height: 20 }] }])
  })

  it('takes a folded run for as high on both sides, whatever it hides', () => {
    const folded = { source: [0, 90] as const, copy: [0, 90] as const, story: null, folded: 5 }
    const { source, copy, tops } = spaced([folded, ROW(99, 99)], heights({ 0: 400, 99: 30 }, { 0: 900, 99: 30 }))
    expect([source, copy]).toEqual([[], []])
    expect(tops).toEqual([0, FOLD_HEIGHT])
  })

  it('never lets fractions of a pixel add up', () => {
    const rows = Array.from({ length: 100 }, (_, index) => ROW(index, index))
    const all = Object.fromEntries(rows.map((_, index) => [index, 30]))
    const more = Object.fromEntries(rows.map((_, index) => [index, 30.4]))
    const { source } = spaced(rows, heights(all, more))
    const given = source.reduce((sum, { parts }) => sum + total(parts), 0)
    expect(Math.abs(given - 40)).toBeLessThan(1)
  })

  it('brings both sides to one height, whatever the rows', () => {
    const height = fc.integer({ min: 1, max: 300 })
    const row = fc.record({ source: fc.option(height), copy: fc.option(height), headed: fc.boolean() })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (given) => {
        const rows = given.map(({ source, copy, headed }, index) =>
          ROW(source === null ? null : index, copy === null ? null : index, headed ? index : null),
        )
        const left = Object.fromEntries(given.map(({ source }, index) => [index, source ?? 0]))
        const right = Object.fromEntries(given.map(({ copy }, index) => [index, copy ?? 0]))
        const result = spaced(rows, heights(left, right))
        const sum = (text: Record<number, number>, all: typeof result.source): number =>
          Object.values(text).reduce((a, b) => a + b, 0) + all.reduce((a, { parts }) => a + total(parts), 0)
        expect(Math.abs(sum(left, result.source) - sum(right, result.copy))).toBeLessThanOrEqual(0.5)
        expect(result.tops).toEqual([...result.tops].sort((a, b) => a - b))
      }),
    )
  })
})
