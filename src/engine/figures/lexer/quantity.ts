import { surplusAt } from './approximators'
import type { Approximator, Mention } from './mention'
import { parseChinese, scaleOf } from './numeral'

/** A numeral before its classifier is known. */
export interface Quantity {
  /** in units of one */
  value: number
  low: number
  high: number
  /** half of what rounding took */
  rounding: number
  scale: number
  form: Mention['form']
  end: number
  surplus: Approximator | null
  /** 一, 万 or 三 alone: only a mention beside a classifier */
  needsClassifier: boolean
}

/** Where the scale that begins at `at` ends: 万, 百万, 千亿. In 6500千瓦时 the 千 is the unit's. */
function scaleEnd(shadow: string, at: number): number {
  let stop = at
  while (stop - at < 3 && '十百千万亿'.includes(shadow.charAt(stop)) && stop < shadow.length) stop += 1
  return shadow.charAt(stop - 1) === '千' && /[瓦克米卡伏帕赫]/.test(shadow.charAt(stop))
    ? Math.max(at, stop - 1)
    : stop
}

/** Behind a scale: 3万2千; in Taiwan 1万4080. */
const MORE = /^(?:\d{1,4}(?=[百千万])|\d{4}(?![\d.,百千万亿]))/

/** Arabic digits with any scale characters: 2.96亿, 13000余, 3万2千. */
export function arabicAt(shadow: string, start: number, written: string): Quantity | null {
  let end = start + written.length
  let value = 0
  let scale = 1
  let last = Number(written.replaceAll(',', ''))
  let decimals = /\.(\d+)$/.exec(written)?.[1]?.length ?? 0
  let surplus: Approximator | null = null
  let mixed = false
  for (let round = 0; round < 4; round += 1) {
    surplus = surplusAt(shadow, end)
    const at = surplus?.end ?? end
    const stop = scaleEnd(shadow, at)
    const factor = stop <= at ? null : scaleOf(shadow.slice(at, stop))
    if (factor === null) break
    mixed = true
    scale = factor
    // 2.3 × 10⁸ is 229999999.99999997 in binary: no dust below the fifteenth digit
    value += Number((last * factor).toPrecision(15))
    last = 0
    end = stop
    if (surplus !== null) break
    const more = MORE.exec(shadow.slice(stop, stop + 5))?.[0]
    if (more === undefined || factor <= 1000) break
    last = Number(more)
    decimals = 0
    scale = 1
    end = stop + more.length
  }
  value += last
  if (!Number.isFinite(value) || value > Number.MAX_SAFE_INTEGER) return null
  surplus ??= surplusAt(shadow, end)
  if (surplus !== null && surplus.end > end) end = surplus.end
  const rounding = decimals > 0 || scale >= 1e4 ? (scale * 10 ** -decimals) / 2 : 0
  return {
    value,
    low: value,
    high: value,
    rounding,
    scale,
    form: mixed ? 'mixed' : 'arabic',
    end,
    surplus,
    needsClassifier: false,
  }
}

/** Chinese numerals: 两千三百, 三四百, 几十, 百余. */
export function chineseAt(shadow: string, start: number, written: string): Quantity | null {
  let text = written
  let end = start + text.length
  const vague = text === '几' || text === '数'
  if (vague) {
    while (end < shadow.length && '十百千万亿'.includes(shadow.charAt(end)) && end - start < 4) end += 1
    text = shadow.slice(start + 1, end)
    const unit = scaleOf(text)
    if (unit === null) return null
    return {
      value: unit,
      low: unit,
      high: unit * 10,
      rounding: 0,
      scale: 1,
      form: 'chinese',
      end,
      surplus: null,
      needsClassifier: true,
    }
  }
  if (shadow.charAt(end) === '点' && /^点[〇零一二三四五六七八九]{1,6}[万亿个%倍成]/.test(shadow.slice(end, end + 8))) {
    let stop = end + 1
    while ('〇零一二三四五六七八九'.includes(shadow.charAt(stop))) stop += 1
    text = shadow.slice(start, stop)
    end = stop
  }
  const pair = parsePair(text)
  const value = parseChinese(text) ?? pair?.[0] ?? null
  if (value === null) return null
  const surplus = surplusAt(shadow, end)
  const high = pair === null ? value : pair[1]
  return {
    value,
    low: value,
    high,
    rounding: 0,
    scale: 1,
    form: 'chinese',
    surplus,
    end: surplus?.end ?? end,
    needsClassifier: text.length < 3 || !/[十百千万亿]/.test(text),
  }
}

/** 三四百 → [300, 400], 两三 → [2, 3], 三五十 → [30, 50]. */
function parsePair(text: string): readonly [number, number] | null {
  const match = /[二两三四五六七八](?=[三四五六七八九])|一(?=[二两])/.exec(text)
  if (match === null) return null
  const low = parseChinese(text.slice(0, match.index + 1) + text.slice(match.index + 2))
  const high = parseChinese(text.slice(0, match.index) + text.slice(match.index + 1))
  return low === null || high === null || high <= low || high > low * 2 ? null : [low, high]
}
