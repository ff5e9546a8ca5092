import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from './fold'
import { lex } from './lex'
import { meet, type Mention } from './mention'
import { parseChinese } from './numeral'

const DIGITS = '零一二三四五六七八九'

/** The standard Chinese writing of an integer below 10¹². */
function chinese(value: number): string {
  if (value === 0) return '零'
  const sections = [
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ] as const
  let text = ''
  let rest = value
  let gap = false
  for (const [unit, name] of sections) {
    const section = Math.floor(rest / unit)
    rest %= unit
    if (section === 0) {
      gap = text !== ''
      continue
    }
    if (text !== '' && (gap || section < 1000)) text += '零'
    text += thousands(section) + name
    gap = false
  }
  return text.replace(/^一十/, '十')
}

function thousands(value: number): string {
  let text = ''
  let zero = false
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10
    if (digit === 0) zero = text !== ''
    else {
      text += (zero ? '零' : '') + DIGITS.charAt(digit) + name
      zero = false
    }
  }
  return text
}

function only(text: string): Mention {
  const { mentions } = lex(text)
  expect(mentions).toHaveLength(1)
  return mentions[0] as Mention
}

const small = fc.integer({ min: 1, max: 9_999_999 })

describe('parse(render(n)) = n', () => {
  it('in Chinese', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (n) => parseChinese(chinese(n)) === n))
  })

  it('in Arabic, plain, grouped and full-width', () => {
    fc.assert(
      fc.property(small, (n) => {
        const wide = String(n).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
        for (const written of [String(n), n.toLocaleString('en-US'), wide])
          expect(only(`共${written}亩。`).value).toBe(n)
      }),
    )
  })

  it('as Chinese counts in copy', () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 99_999_999 }), (n) => {
        expect(only(`收粮${chinese(n)}吨。`).amount).toBe(n)
      }),
    )
  })

  it('with 万 and 亿, within what rounding allows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 99_999_999_999 }), fc.integer({ min: 0, max: 2 }), (n, decimals) => {
        const scale = n >= 1e8 ? 1e8 : 1e4
        const written = (n / scale).toFixed(decimals) + (scale === 1e8 ? '亿' : '万')
        const mention = only(`投资${written}元。`)
        expect(mention.low).toBeLessThanOrEqual(n + 1e-3)
        expect(mention.high).toBeGreaterThanOrEqual(n - 1e-3)
      }),
    )
  })

  it('as percent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (n) => {
        expect(only(`完成${n / 10}%。`).value).toBeCloseTo(n / 10)
      }),
    )
  })

  it('as dates', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (day) => {
        const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()]
        for (const text of [`${year}年${month}月${date}日`, `${year}-${month}-${date}`]) {
          expect(lex(text).dates[0]).toMatchObject({ year, month, day: date })
        }
      }),
    )
  })
})

describe('approximation', () => {
  it.each([
    ['近7000人次', 6999, 7001],
    ['5000余万元', 50_000_001, 49_000_000],
    ['百余处', 101, 99],
    ['约300人', 310, 500],
    ['不足20户', 19, 21],
    ['超过30台', 31, 29],
    ['81.8%', 81.79, 81.9],
    ['近三成', 29, 31],
    ['三个多月', 3.5, 2.9],
    ['nearly 300 people came', 299, 301],
  ])('%s allows %d, not %d', (text, inside, beyond) => {
    const mention = only(text)
    expect(meet(mention, { low: inside, high: inside })).toBe(true)
    expect(meet(mention, { low: beyond, high: beyond })).toBe(false)
  })
})

describe('what is no figure', () => {
  it.each([
    '进一步 一直 一些 统一 下一步',
    '12345热线',
    '万安一路6号',
    '〔2021〕12号',
    '1.0版本',
    '两不愁三保障、两代表一委员、九小场所、二十大、第一书记',
    '三三两两 五湖四海 千头万绪 两张皮 最后一公里',
    '百姓 百货 千万别 四川 六安 三亚',
  ])('%s', (text) => {
    expect(lex(text).mentions.filter(({ classifier }) => classifier !== '' && classifier !== '路')).toEqual([])
  })
})

describe('figures with lower digits behind 万 and 亿', () => {
  it.each([
    ['2\u842C4618人', 24_618],
    ['1\u842C2000名', 12_000],
    ['84\u51046,200\u842C元', 8_462_000_000],
    ['48\u842C2,305票', 482_305],
  ])('%s', (text, value) => {
    expect(only(text)).toMatchObject({ value, end: text.length })
  })

  it('takes no year for them', () => {
    expect(only('3万2024年').value).toBe(30_000)
  })
})

describe('any text', () => {
  const hard = fc.string({
    unit: fc.constantFrom(
      ...'0123456789.,%,-~至到余多近约万亿千百十零一二两三半几数个人元年月日时点分第成之星期周上下左右以内ab $',
    ),
    maxLength: 60,
  })

  it('never throws, keeps its length, and its spans lie inside, in order', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), hard), (text) => {
        expect(fold(text)).toHaveLength(text.length)
        const { mentions, dates, times, weekdays } = lex(text)
        for (const { start, end } of [...mentions, ...dates, ...times, ...weekdays]) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
        for (const { low, value, high } of mentions) {
          expect(low).toBeLessThanOrEqual(value)
          expect(value).toBeLessThanOrEqual(high)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['a numeral of 400 digits', `${'9'.repeat(400)}个`],
    ['亿亿亿', '亿'.repeat(400)],
    ['万亿', '一万亿'.repeat(400)],
  ])('finds no false figure in %s', (_, text) => {
    expect(lex(text).mentions.every(({ value }) => Number.isSafeInteger(value))).toBe(true)
  })

  it('reads a table of ten thousand numbers', () => {
    const table = Array.from({ length: 10_000 }, (_, i) => `${i + 1}户`).join('\t')
    expect(lex(table).mentions).toHaveLength(10_000)
  })
})
