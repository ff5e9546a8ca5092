import { expect, it } from 'vitest'
import type { JournalRecord } from '../../review/operation'
import { Recent } from './recent'

const place = (n: number): { start: number; end: number } => ({ start: n * 10, end: n * 10 + 10 })
const record = (n: number): JournalRecord => ({ seq: n }) as JournalRecord

it('keeps the records used last, so many bytes of them', () => {
  const recent = new Recent(30)
  for (const n of [0, 1, 2]) recent.put(place(n), record(n))
  expect(recent.get(place(0))).toEqual(record(0))
  recent.put(place(3), record(3))
  expect([0, 1, 2, 3].map((n) => recent.get(place(n)) !== null)).toEqual([true, false, true, true])
})

it('counts a record once, and lets go of one that is larger than all there may be', () => {
  const recent = new Recent(30)
  for (let n = 0; n < 5; n++) recent.put(place(1), record(1))
  recent.put(place(2), record(2))
  expect(recent.get(place(1))).not.toBeNull()
  recent.put({ start: 100, end: 200 }, record(9))
  expect([recent.get({ start: 100, end: 200 }), recent.get(place(1))]).toEqual([null, null])
})
