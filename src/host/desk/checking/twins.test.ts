import { beforeEach, describe, expect, it } from 'vitest'
import type { StorySketch } from '../../../engine/figures/sketch'
import { Twins } from './twins'

const all = (): boolean => true

function sketch(from: number, set: Partial<StorySketch> = {}): StorySketch {
  const least = Array.from({ length: 32 }, (_, n) => from + n)
  return { story: 0, title: null, day: null, least, whole: false, ...set }
}

let twins: Twins
beforeEach(() => {
  twins = new Twins()
  twins.note('a', [sketch(1000)])
  twins.note('near', [sketch(2000), sketch(1010, { story: 1 })])
  twins.note('far', [sketch(5000, { title: 7 })])
})

describe('the twins of a document', () => {
  it('are those whose stories are alike, and which stories', () => {
    expect(twins.twinsOf('a', all)).toEqual([{ version: 'near', pairs: [[0, 1]] }])
    expect(twins.twinsOf('near', all)).toEqual([{ version: 'a', pairs: [[1, 0]] }])
    expect(twins.twinsOf('far', all)).toEqual([])
  })

  it('are found by their title alone', () => {
    twins.note('named', [sketch(9000, { title: 7 })])
    expect(twins.twinsOf('far', all).map(({ version }) => version)).toEqual(['named'])
  })

  it('are the likeliest three, whatever order they came in, and only those that stand', () => {
    for (const [name, from] of [
      ['d', 1004],
      ['c', 1003],
      ['b', 1002],
      ['e', 1005],
    ] as const)
      twins.note(name, [sketch(from)])
    const names = (stands = all as (version: string) => boolean) =>
      twins.twinsOf('a', stands).map(({ version }) => version)
    expect(names()).toEqual(['b', 'c', 'd'])
    expect(names((version) => version !== 'c')).toEqual(['b', 'd', 'e'])
  })

  it('follow what a review makes of the text', () => {
    expect(twins.note('near', [sketch(2000)])).toBe(true)
    expect(twins.note('near', [sketch(2000)])).toBe(false)
    expect(twins.twinsOf('a', all)).toEqual([])
    twins.clear()
    expect(twins.of('a')).toEqual([])
  })

  it('cost the same among ten thousand documents as among ten', () => {
    for (let n = 0; n < 10_000; n++) twins.note(`d${n}`, [sketch(100_000 + 40 * n), sketch(1000, { story: 1 })])
    let looked = 0
    const started = performance.now()
    const stands = () => ++looked > 0
    for (let n = 0; n < 100; n++) expect(twins.twinsOf(`d${n}`, stands).length).toBe(3)
    expect(looked / 100).toBeLessThan(2 * 64)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
