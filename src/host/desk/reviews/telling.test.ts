import { expect, it } from 'vitest'
import { draftOf, entry } from '../../../review/desk.testing'
import type { JournalRecord, Operation } from '../../../review/operation'
import { told } from './telling'

const record = (op: Operation): JournalRecord => ({ ...entry(op), v: 1, client: 'host', seq: 1, prevHash: 'h' })

it('leaves the verdicts of a base to the draft, and tells all else as it stands', () => {
  const { blocks, ...draft } = draftOf('= 甲')
  const base = record({ kind: 'base', engine: '1', draft: { ...draft, blocks }, reading: { name: '甲.txt' } })
  const other = record({ kind: 'dismiss', finding: 'f' })
  expect(told([base, other])).toEqual([{ ...base, op: { kind: 'base', engine: '1' } }, other])
  expect(base.op).toHaveProperty('draft')
})
