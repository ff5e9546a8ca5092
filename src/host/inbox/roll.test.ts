import type { BigIntStats } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ROUND, Roll } from './roll'

function stats(version = 1n): BigIntStats {
  const values = {
    dev: 1n,
    ino: 2n,
    size: 3n,
    mtimeNs: version,
    ctimeNs: version,
    mtimeMs: version,
    ctimeMs: version,
    isFile: () => true,
  }
  return values as unknown as BigIntStats
}

/** One scan that sees these names, ended at a time; a patience of 1,000 ms. Answers what is gone. */
function scan(roll: Roll, now: number, names: readonly string[]): string[] {
  roll.begin()
  for (const name of names) roll.see(name, stats())
  return roll.finish(now, 1000).gone.map(({ path }) => path)
}

describe('the roll', () => {
  it('tells an entry once a key', () => {
    const roll = new Roll(100, 1000)
    roll.begin()
    expect(roll.see('a', stats())?.path).toBe('a')
    expect(roll.see('a', stats())).toBeNull()
    expect(roll.see('a', stats(2n))?.key).toBe('1:2:3:2:2')
  })

  it('takes an entry for gone only when scans missed it without a break', () => {
    const roll = new Roll(100, 1000)
    scan(roll, 0, ['a', 'b'])
    expect(scan(roll, 100, ['b'])).toEqual([])
    expect(scan(roll, 600, ['a', 'b'])).toEqual([])
    expect(scan(roll, 1100, ['b'])).toEqual([])
    expect(scan(roll, 2099, ['b'])).toEqual([])
    expect(scan(roll, 2100, ['b'])).toEqual(['a'])
    expect(scan(roll, 9999, ['b'])).toEqual([])
    expect(roll.size).toBe(1)
  })

  it('counts no absence from before the folder went away', () => {
    const roll = new Roll(100, 1000)
    scan(roll, 0, ['a'])
    scan(roll, 100, [])
    roll.forgetAbsences()
    expect(scan(roll, 5000, [])).toEqual([])
    expect(scan(roll, 6000, [])).toEqual(['a'])
  })

  it('is content with the name of what rests, but for its turn', () => {
    const roll = new Roll(100, 1000)
    const names = Array.from({ length: ROUND * 3 }, (_, n) => `${n}`)
    scan(roll, 0, names)
    const looked = Array.from({ length: ROUND }, () => {
      roll.begin()
      const left = names.filter((name) => !roll.rests(name, 5000))
      for (const name of left) roll.see(name, stats())
      expect(roll.finish(0, 0).gone).toEqual([])
      return left
    })
    expect(looked.map(({ length }) => length)).toEqual(looked.map(() => 3))
    expect(looked.flat().toSorted()).toEqual(names.toSorted())
  })

  it('has a look each time at what is new, changed of late, cannot be read, or was missed', () => {
    const roll = new Roll(100, 1000)
    roll.begin()
    roll.see('late', stats(4500n))
    roll.refuse('locked', 'EACCES', false)
    for (let n = 0; n < ROUND; n++) {
      roll.see('missed', stats())
      roll.begin()
      for (const name of ['new', 'late', 'locked']) expect([name, roll.rests(name, 5000)]).toEqual([name, false])
      roll.finish(n, 100)
      roll.begin()
      expect(roll.rests('missed', 5000)).toBe(false)
    }
  })
})
