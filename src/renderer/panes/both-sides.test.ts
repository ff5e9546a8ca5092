import { describe, expect, it } from 'vitest'
import { draftOf, entry } from '../../review/desk.testing'
import { fold } from '../../review/fold'
import { translate } from '../../review/translate'
import { bothSides } from './both-sides'

const draft = draftOf('- 首页', '= 甲乙丙丁')
const before = fold(draft, [])
const typed = translate(before, [{ from: 2, to: 3, insert: '戊己' }])!
const { copy } = fold(draft, [entry(typed)])

describe('a place in both texts', () => {
  it('is found from the source', () => {
    expect(bothSides(before.copy, { source: [4, 6] })).toEqual({ source: [4, 6], copy: [1, 3] })
    expect(bothSides(before.copy, { source: [0, 2] })).toEqual({ source: [0, 2], copy: null })
  })

  it('is found from the copy', () => {
    expect(bothSides(copy, { copy: [0, 2] })).toEqual({ source: [3, 5], copy: [0, 2] })
  })

  it('that was typed is shown behind what stands before it', () => {
    expect(bothSides(copy, { copy: [2, 4] })).toEqual({ source: [5, 5], copy: [2, 4] })
  })
})
