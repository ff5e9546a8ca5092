import type { Derivation } from './changes'
import type { Example, Reading, StoryCopy } from '../claim'
import type { FarDerivation } from './far-apart'
import type { Mention } from '../lexer/mention'
import { evenly } from './plain'
import { kindOf, sentencesOf } from '../sentences'
import { amount } from '../wording'

/**
 * The growth of a headline over a body that tells what was and what is, one behind the other: 上半年净利润同比增长35% over 净利润3.75亿元,上年同期为
 * 3亿元; 夏粮总产21.6万吨 同比增长7.6% over 总产量21.6万吨,比上年的20.25万吨增加….
 */

const GROWTH =
  /(?<words>[\u4E00-\u9FFF]{2})[\s,]?(?:同比|[比较]上年|[比较]去年)(?<cue>增长|增加|[增升涨]|上升|下降|减少|[降减跌]|下滑)[了超近约逾]?$/
/** Behind a value the one before it, of the year before. */
const BEFORE = /^[^。;\d]{0,6},?而?[比较]?(?:上年|去年)(?:同期)?(?:[为是的]|仅为|约为){0,2}$/
const UP = /[增升涨]/

interface Level {
  readonly reading: Reading
  readonly to: Mention
  readonly from: Mention
}

/** Each value of the body with the one of the year before right behind it. */
function levelsIn(readings: readonly Reading[]): Level[] {
  return readings.flatMap((reading) =>
    reading.mentions.flatMap((to, i): Level[] => {
      const from = reading.mentions[i + 1]
      if (from?.kind !== 'count' || to.kind !== 'count' || kindOf(from) !== kindOf(to) || to.dimension === '') return []
      if (from.low <= 0 || from.range !== null || to.range !== null) return []
      return BEFORE.test(reading.shadow.slice(to.classified, from.start)) ? [{ reading, to, from }] : []
    }),
  )
}

/** Called by the headline's words, or the very value it tells before its growth. */
function isMeant({ reading, to }: Level, words: string, value: Mention | undefined): boolean {
  if (value !== undefined) return kindOf(value) === kindOf(to) && value.low <= to.high && value.high >= to.low
  return reading.shadow.slice(Math.max(0, to.start - 8), to.start).includes(words)
}

function grownBy(said: Mention, { to, from }: Level): Derivation {
  const [x, y] = evenly([from, to]) as [Mention, Mention]
  const by = (a: number, b: number): number => ((b - a) / a) * 100
  const all = [by(x.low, y.low), by(x.low, y.high), by(x.high, y.low), by(x.high, y.high)].map(Math.abs)
  const open = Number.isInteger(said.amount) ? 0.55 : 0.12
  const [more, less] = to.value >= from.value ? [to, from] : [from, to]
  return {
    said,
    from: [to, from],
    value: Math.abs(by(from.value, to.value)),
    low: Math.min(...all) - open,
    high: Math.max(...all) + open,
    expr: `(${amount(more.amount)} - ${amount(less.amount)}) ÷ ${amount(from.amount)}`,
  }
}

export function* titledGrowth({ readings }: StoryCopy): Iterable<FarDerivation> {
  const [title] = readings
  if (title === undefined || title.passage.role !== 'title' || title.english) return
  const body = readings.filter(({ passage, english }) => passage.role === 'body' && !english)
  for (const [i, said] of title.mentions.entries()) {
    if (said.kind !== 'percent' || said.range !== null || said.approximators.length > 0) continue
    const groups = GROWTH.exec(title.shadow.slice(Math.max(0, said.start - 16), said.start))?.groups
    if (groups === undefined) continue
    const before = title.mentions[i - 1]
    const value = before !== undefined && said.start - before.end < 10 ? before : undefined
    // Where the body tells the growth itself, it is held against that.
    if (
      body.some((reading) =>
        sentencesOf(reading).some(({ mentions }) =>
          mentions.some((one) => one.kind === 'percent' && one.value === said.value),
        ),
      )
    )
      continue
    const levels = levelsIn(body).filter((one) => isMeant(one, groups['words'] ?? '', value))
    const off = levels.filter(({ to, from }) => UP.test(groups['cue'] ?? '') === to.value > from.value)
    const found = off.map((level) => ({ level, derivation: grownBy(said, level) }))
    const [first] = found
    if (first === undefined || off.length < levels.length) continue
    if (found.some(({ derivation: { low, high } }) => said.value >= low && said.value <= high)) continue
    const { level, derivation } = first
    yield { derivation, reading: title, homes: [level.reading, level.reading] }
  }
}

export const titledGrowthExamples: readonly Example[] = [
  {
    wrong:
      '# 澜泰精工上半年净利润同比增长[[35%]]\n公司实现营业收入38.4亿元,较上年同期的32亿元增长20%;净利润[[3.75亿元]],上年同期为[[3亿元]]。',
  },
  {
    wrong: '# 岱北县夏粮总产21.6万吨 同比增长[[7.6%]]\n全县夏粮总产量[[21.6万吨]],比上年的[[20.25万吨]]增加1.35万吨。',
  },
  {
    silent:
      '# 澜泰精工上半年净利润同比增长25%\n公司实现营业收入38.4亿元,较上年同期的32亿元增长20%;净利润3.75亿元,上年同期为3亿元。',
  },
]
