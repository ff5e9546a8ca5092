import { describe, expect, it } from 'vitest'
import { passagesOf } from './passages.fixture'
import { widthOffer } from './width'

function applied(text: string): string {
  let copy = text
  for (const { start, end, text: full } of [...widthOffer(passagesOf(text))].reverse())
    copy = copy.slice(0, start) + full + copy.slice(end)
  return copy
}

describe('the offer to widen punctuation', () => {
  it.each([
    ['你好,世界', '你好\uFF0C世界'],
    ['他说:“走吧!”', '他说\uFF1A“走吧\uFF01”'],
    ['新规(草案)公布;请看', '新规\uFF08草案\uFF09公布\uFF1B请看'],
    ['去不去?不去', '去不去\uFF1F不去'],
  ])('takes %s', (text, wide) => {
    expect(applied(text)).toBe(wide)
  })

  it.each([
    '比分27:25',
    '共1,260户',
    'see https://a.example/b?c=d',
    'Yes, it is (here).',
    '8:30开门',
    '你好\uFF0C世界',
  ])('leaves %s alone', (text) => {
    expect(widthOffer(passagesOf(text))).toEqual([])
  })

  it('offers nothing again once it was taken', () => {
    expect(widthOffer(passagesOf(applied('新规(草案)公布,请看:“好!”')))).toEqual([])
  })
})
