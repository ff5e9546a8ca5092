import type { Example, Place, Reading, StoryCopy } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'

/** 方案1 … 方案2 … 方案2; 2.1. … 2.2. … 2.2.: what begins a paragraph and is numbered through the story under one label. */

interface Labelled extends Place {
  readonly number: number
  readonly label: string
}

const PATTERNS: readonly RegExp[] = [
  /^\s{0,6}(?<label>[\u4E00-\u9FFF]{1,6}?)(?<number>[一二三四五六七八九十]{1,2}|\d{1,2})(?=$|[:、.\s(【—])/g,
  /^\s{0,6}(?<label>\d{1,2}\.)(?<number>\d{1,2})(?=[.\s、]{1,2}[\u4E00-\u9FFF])(?!\s[万亿元倍米吨亩度年月日])/g,
  /^\s{0,6}(?<number>\d{1,2})(?<label>:)(?=[【“《\u4E00-\u9FFF])/g,
  /^\s{0,6}第(?<number>[一二三四五六七八九十]{1,2})(?<label>[个条种点层大类方阶关步][\u4E00-\u9FFF]{0,4}?)(?=就?[是为:,、—]|$)/g,
]
/** 周一: and 初二: and a place's own name are no points. */
const OTHER = /^(?:[周初第高十组队中附省市县区]|星期|礼拜|农历|初中|高中|小学|电话|邮编|.{0,4}[年月])$/
const LEAST = 3
const MOST = 60

function labelledIn(reading: Reading): Labelled[] {
  if (['table', 'list'].includes(reading.passage.role)) return []
  for (const [i, pattern] of PATTERNS.entries())
    for (const match of matchesOf(reading.shadow, pattern)) {
      const { label = '', number: written = '' } = match.groups ?? {}
      const number = /^\d/.test(written) ? Number(written) : parseChinese(written)
      if (number === null || OTHER.test(label)) continue
      const start = match.index + (match[0].length - match[0].trimStart().length)
      return [{ reading, start, end: match.index + match[0].length, number, label: `${i} ${label}` }]
    }
  return []
}

/** Which one is out: its neighbours go on as if it had the number between theirs; or the last repeats the one before. */
function outOf(steps: readonly Labelled[]): number {
  const numbers = steps.map(({ number }) => number)
  const at = (i: number): number => numbers[i] ?? Number.NaN
  for (let i = 1; i + 1 < numbers.length; i += 1) if (at(i + 1) === at(i - 1) + 2 && at(i) !== at(i - 1) + 1) return i
  const last = numbers.length - 1
  const rises = numbers.slice(0, -1).every((number, i) => number === i + 1)
  if (rises && last > 1 && at(last) !== last + 1 && at(last) !== 1) return last
  return at(0) !== 1 && numbers.slice(1).every((number, i) => number === i + 2) && at(0) <= numbers.length ? 0 : -1
}

export function* labelledOut(copy: StoryCopy): Iterable<readonly [steps: readonly Labelled[], out: number]> {
  const byLabel = new Map<string, Labelled[]>()
  for (const step of copy.readings.flatMap(labelledIn))
    byLabel.set(step.label, [...(byLabel.get(step.label) ?? []), step])
  for (const steps of byLabel.values()) {
    if (steps.length < LEAST || steps.length > MOST) continue
    const out = outOf(steps)
    if (out >= 0) yield [steps, out]
  }
}

export const labelledExamples: readonly Example[] = [
  { wrong: '例一:春夜失窃。\n民警次日破案。\n例二:夏夜失火。\n[[例二]]:秋夜走失。\n例四:冬夜停水。' },
  { silent: '例一:春夜失窃。\n例二:夏夜失火。\n例三:秋夜走失。' },
  { wrong: '方案1\n买下门面出租。\n[[方案3]]\n存进银行。\n方案3\n买国债。' },
  { wrong: '2.1 站房的现状\n站房老旧。\n2.2 站房的规模\n站房太小。\n[[2.2]] 站房的改造\n站房要改。\n2.4 站房的投资' },
  { wrong: '第一个理念是“安全”,守住底线。\n[[第三个理念]]是“省心”,让人少跑。\n第三个理念是“便宜”,让人省钱。' },
  { wrong: '1:【看】先看水位。\n2:【测】再测流速。\n[[2:]]【记】最后记下来。\n4:【报】上报。' },
  { silent: '方案1\n买下门面出租。\n方案2\n存进银行。\n方案3\n买国债。' },
  { silent: '周一,晴。\n周三,雨。\n周三,雪。\n周五,阴。\n2.1 万户通气\n2.5 万户通水' },
]
