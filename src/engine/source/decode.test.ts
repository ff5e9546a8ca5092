import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, ENCODINGS, type Decoded } from './decode'

const utf8 = (text: string) => new TextEncoder().encode(text)
const bytes = (...values: number[]) => Uint8Array.from(values)

const must = (result: ReturnType<typeof decode>): Decoded => {
  if ('error' in result) throw new Error(result.error.message)
  return result
}
const codeOf = (result: ReturnType<typeof decode>) => ('error' in result ? result.error.code : 'read')

const utf16 = (text: string, big = false, mark = false) => {
  const units = [...(mark ? '\uFEFF' : ''), ...text].join('')
  const out = new Uint8Array(units.length * 2)
  const view = new DataView(out.buffer)
  for (let i = 0; i < units.length; i++) view.setUint16(2 * i, units.charCodeAt(i), !big)
  return out
}

/** Encoders for the multi-byte encodings, by reading every pair of bytes once. */
const encoderOf = (label: string) => {
  const decoder = new TextDecoder(label)
  const table = new Map<string, number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const c = decoder.decode(bytes(lead, trail))
      if (c.length === 1 && c !== '\uFFFD' && !table.has(c)) table.set(c, [lead, trail])
    }
  }
  return (text: string) =>
    Uint8Array.from([...text].flatMap((c) => (c < '\x80' ? [c.charCodeAt(0)] : (table.get(c) ?? [0x3f]))))
}
const gb = encoderOf('gbk')
const big5 = encoderOf('big5')
const sjis = encoderOf('shift_jis')
const eucKr = encoderOf('euc-kr')
const latin = (text: string) => Uint8Array.from([...text].map((c) => c.charCodeAt(0)))

describe('decode: Unicode', () => {
  it('reads UTF-8 and leaves the byte-order mark out of the text', () => {
    expect(must(decode(utf8('\uFEFF清样')))).toMatchObject({ encoding: 'UTF-8', confidence: 1, text: '清样' })
    expect(must(decode(utf8('\uFEFF\uFEFF清样'))).text).toBe('\uFEFF清样')
  })

  it.each([
    ['UTF-16LE', false, true],
    ['UTF-16BE', true, true],
    ['UTF-16LE', false, false],
    ['UTF-16BE', true, false],
  ] as const)('reads %s (big %s, mark %s)', (encoding, big, mark) => {
    const text = '城东新区昨天启用三座人行天桥。\n市民出行更方便了,早高峰不再拥堵。\nThree bridges opened.'
    expect(must(decode(utf16(text, big, mark)))).toMatchObject({ encoding, text })
    expect(must(decode(utf16('Plain English text, nothing else.', big, mark))).encoding).toBe(encoding)
  })

  it('keeps mostly valid UTF-8 and says where it is damaged', () => {
    const whole = utf8('市民中心昨天开放,共有12个窗口。')
    const damaged = Uint8Array.from([...whole.subarray(0, 9), 0xff, 0xe5, ...whole.subarray(9)])
    const { encoding, text, warnings } = must(decode(damaged))
    expect(encoding).toBe('UTF-8')
    expect(text.replaceAll('\uFFFD', '')).toBe('市民中心昨天开放,共有12个窗口。')
    expect(warnings).toEqual([{ code: 'replacement-character', count: 2, at: [3, 4] }])
  })

  it('warns of what cannot be seen, and not of emoji', () => {
    const { warnings } = must(decode(utf8('甲\u0000乙\u202E丙\u200B丁\u{1F468}\u200D\u{1F469}')))
    expect(warnings).toEqual([
      { code: 'nul', count: 1, at: [1] },
      { code: 'bidi-control', count: 1, at: [3] },
      { code: 'zero-width', count: 1, at: [5] },
    ])
  })
})

describe('decode: without a mark', () => {
  const simplified = [
    '今天下雨',
    '你好',
    '责任编辑:王芳',
    '上一篇 下一篇',
    '青岛的天气',
    '本报讯 记者 赵一鸣',
    '  城东新区昨天启用三座人行天桥。',
    '2023年12月08日 来源:晨光网',
    '垃圾分类亭23座',
    '医院门诊楼',
    '李娜',
  ]
  it.each(simplified)('GB18030, short: %s', (text) => {
    expect(must(decode(gb(text)))).toMatchObject({ encoding: 'GB18030', text })
  })

  const traditional = [
    '今天下雨',
    '記者陳大文報導',
    '責任編輯:王芳',
    '上一篇 下一篇',
    '臺北市政府昨天宣布',
    '颱風來襲,學校停課',
    '香港天文台',
  ]
  it.each(traditional)('Big5, short: %s', (text) => {
    expect(must(decode(big5(text)))).toMatchObject({ encoding: 'Big5', text })
  })

  it('GB18030 with traditional text and with four-byte characters', () => {
    expect(must(decode(gb('記者從市政府獲悉,這項工程將於明年開工'))).encoding).toBe('GB18030')
    const four = Uint8Array.from([...gb('公园里有一只'), 0x82, 0x30, 0xc2, 0x30, ...gb('和两棵树。')])
    const { encoding, text } = must(decode(four))
    expect(encoding).toBe('GB18030')
    expect(text).not.toContain('\uFFFD')
  })

  it('other encodings', () => {
    expect(must(decode(sjis('これは新しい新聞の記事です。'))).encoding).toBe('Shift_JIS')
    expect(must(decode(eucKr('오늘 서울에서 회의가 열렸다.'))).encoding).toBe('EUC-KR')
    const french = 'Le caf\xE9 est ferm\xE9 \x93aujourd\x92hui\x94, d\xE9j\xE0 \xE0 8 heures. 5 \x80.'
    const { encoding, text } = must(decode(latin(french)))
    expect(encoding).toBe('windows-1252')
    expect(text).toBe('Le café est fermé “aujourd’hui”, déjà à 8 heures. 5 €.')
  })

  it('believes a declaration where the bytes allow it, and UTF-8 over a wrong one', () => {
    expect(must(decode(utf8('清样'), { declared: 'gb2312' })).encoding).toBe('UTF-8')
    expect(must(decode(gb('燧炻'), { declared: 'gb2312' }))).toMatchObject({ encoding: 'GB18030', text: '燧炻' })
    expect(must(decode(gb('今天下雨'), { declared: 'utf-8' })).encoding).toBe('GB18030')
    expect(must(decode(gb('今天下雨'), { declared: 'no-such' })).encoding).toBe('GB18030')
    expect(must(decode(gb('今天下雨,市民请带伞'), { declared: 'iso-8859-1' })).encoding).toBe('GB18030')
    expect(must(decode(big5('臺北市政府昨天宣布'), { declared: 'gb2312' })).encoding).toBe('Big5')
    expect(must(decode(latin('na\xEFve'), { declared: 'iso-8859-1' })).encoding).toBe('windows-1252')
  })
})

describe('decode: chosen by a person', () => {
  it.each(ENCODINGS)('%s works', (encoding) => {
    const result = must(decode(utf8('Plain text 12'), { encoding }))
    expect(result).toMatchObject({ encoding, confidence: 1 })
  })
  it('undoes a wrong guess', () => {
    expect(must(decode(big5('臺北'), { encoding: 'big5' })).text).toBe('臺北')
    expect(must(decode(gb('今天'), { encoding: 'gb2312' }))).toMatchObject({ encoding: 'GB18030', text: '今天' })
    expect(codeOf(decode(utf8('a'), { encoding: 'klingon' }))).toBe('unsupported')
  })
})

describe('decode: what is no text', () => {
  it.each([
    ['empty', bytes()],
    ['empty', bytes(0xef, 0xbb, 0xbf)],
    ['empty', utf8(' \n\u3000\u00A0')],
    ['binary', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ['binary', utf8('%PDF-1.7 …')],
    ['binary', bytes(0x50, 0x4b, 3, 4, 20, 0)],
    ['binary', bytes(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1)],
    ['binary', Uint8Array.from({ length: 600 }, (_, i) => (i * 7919) % 251)],
    ['too-large', new Uint8Array(20 * 1024 * 1024 + 1)],
  ] as const)('%s', (code, given) => {
    expect(codeOf(decode(given))).toBe(code)
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(undefined, ...ENCODINGS), (given, encoding) => {
        const result = decode(given, encoding ? { encoding } : {})
        expect('error' in result ? typeof result.error.message : typeof result.text).toBe('string')
      }),
      { numRuns: 2000 },
    )
  })
  it('any text written as UTF-8 comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(/\S/.test(text) && !text.startsWith('\uFEFF'))
        expect(must(decode(utf8(text)))).toMatchObject({ text, encoding: 'UTF-8' })
      }),
    )
  })
})
