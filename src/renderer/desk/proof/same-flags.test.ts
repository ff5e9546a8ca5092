import { expect, it } from 'vitest'
import { draftOf, entry } from '../../../review/desk.testing'
import { flags } from '../../../review/flags'
import { fold } from '../../../review/fold'
import { sameFlags } from './same-flags'

it('gives a flag that says the same again, and one that does not anew', () => {
  const draft = draftOf('? 扫码进群', '= 甲', '? 点击关注')
  const same = sameFlags()
  const before = same(flags(fold(draft, []), []))
  expect(before).toHaveLength(2)
  const [block] = draft.blocks
  const decided = entry({ kind: 'decide', spans: [[block!.start, block!.end]], fate: 'removed' })
  const made = flags(fold(draft, [decided]), [])
  const after = same(made)
  expect(after).toEqual(made)
  expect(after[0]).not.toBe(before[0])
  expect(after[1]).toBe(before[1])
  expect(same([])).toEqual([])
})
