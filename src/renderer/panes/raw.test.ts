import { expect, it } from 'vitest'
import { draftOf } from '../../review/desk.testing'
import { hasMarkup } from './raw'

it('a file that reads as it stands has no mark-up to show; one with tags or fields has', () => {
  const draft = draftOf('= 甲乙。', '- 分享')
  expect(hasMarkup(draft)).toBe(false)
  const tagged = { ...draft, text: `${draft.text}</div>` }
  expect(hasMarkup(tagged)).toBe(true)
})
