import { describe, expect, it } from 'vitest'
import { asFailure, bilingual, FailureError } from './failure'

describe('a failure that crosses', () => {
  it('is the exception’s own sentences', () => {
    expect(asFailure(new FailureError('full', '磁盘已满', 'The disk is full'))).toEqual({
      code: 'full',
      zh: '磁盘已满',
      en: 'The disk is full',
    })
    expect(asFailure({ code: 'x', zh: '甲', en: 'a', more: 1 })).toEqual({ code: 'x', zh: '甲', en: 'a' })
  })

  it.each([[new TypeError('no such thing')], ['no such thing'], [Object('no such thing')]])(
    'says what is known of anything else thrown',
    (thrown) => {
      expect(asFailure(thrown)).toMatchObject({ code: 'internal', en: 'Internal error: no such thing' })
    },
  )

  it('parts a message in two languages at its first bar', () => {
    expect(bilingual('文件是空的 / the file is empty (a / b)')).toEqual({
      zh: '文件是空的',
      en: 'the file is empty (a / b)',
    })
    expect(bilingual('only one')).toEqual({ zh: 'only one', en: 'only one' })
  })
})
