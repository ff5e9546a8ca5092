import type { Claim, Reading } from '../claim'
import type { Mention } from '../lexer/mention'
import { kindOf, sentencesOf } from '../sentences'
import { amount, difference, en, zh } from '../wording'

/** From one value to another: what is said to have gone down is less than it was, what went up is more. */

const FROM = /[由从][^,。;]{0,12}$/
const DOWN = /(?:下降|减少|降低|回落|缩减|压减|压缩|缩短|[减跌压缩]|下调|下跌|下滑|收窄)[到至为]$|降[到至为]$/
const UP = /(?:增加|增长|上升|提高|提升|扩大|上涨|[增升涨扩加提]|上调|扩展|拓宽|攀升|跃升)[到至为]$/
/** Between the two figures: a verb and a year. */
const MIDDLE =
  /^[\u4E00-\u9FFF]{0,10}?(?<verb>[\u4E00-\u9FFF]{1,2}[到至为])(?:[12]\d{3}年|去年|今年|目前|现在|如今|年底)?的?$/
/** What is better the smaller it is: 第8位上升到第3位 has no figure of its own kind here; a temperature may be below nought. */
const PLACES = new Set(['temperature', 'degree', '位', '名', '级', '线', '流'])

function course(reading: Reading, from: Mention, to: Mention): 'up' | 'down' | null {
  const { shadow } = reading
  const verb = MIDDLE.exec(shadow.slice(from.classified, to.start))?.groups?.['verb']
  if (verb === undefined) return null
  return DOWN.test(verb) || DOWN.test(shadow.slice(from.classified, to.start)) ? 'down' : UP.test(verb) ? 'up' : null
}

/** 4.63万下降到7.89万人: the first may go without the unit, in the same scale. */
function areOfOneKind({ shadow }: Reading, from: Mention, to: Mention): boolean {
  if (from.kind !== to.kind || from.range !== null || to.range !== null || PLACES.has(to.dimension)) return false
  if (from.dimension !== '') return kindOf(from) === kindOf(to) && to.dimension !== ''
  const scales = [from, to].map(({ numeral }) => /[万亿]?$/.exec(shadow.slice(...numeral))?.[0])
  return from.kind === 'count' && to.dimension !== '' && scales[0] !== '' && scales[0] === scales[1]
}

export function* courses(reading: Reading): Iterable<Claim> {
  if (reading.english || reading.mentions.length < 2 || !/[由从]/.test(reading.shadow)) return
  for (const { mentions, start } of sentencesOf(reading))
    for (const [i, to] of mentions.entries()) {
      const from = mentions[i - 1]
      if (from === undefined || to.start - from.end > 18 || !areOfOneKind(reading, from, to)) continue
      const way = course(reading, from, to)
      const ahead = reading.shadow.slice(Math.max(start, mentions[i - 2]?.end ?? 0, from.start - 14), from.start)
      if (way === null || !FROM.test(ahead)) continue
      if (way === 'down' ? to.low <= from.high : to.high >= from.low) continue
      yield claimOf(reading, from, to, way)
    }
}

function claimOf(reading: Reading, from: Mention, to: Mention, way: 'up' | 'down'): Claim {
  const [said, again] = [from, to].map(({ start, end }) => reading.text.slice(start, end))
  const [was, is] = [from, to].map((one) => (one.dimension === 'money' ? one.value : one.amount))
  return {
    tier: 'query',
    places: [from, to].map(({ start, end, value }) => ({ reading, start, end, value })),
    message: {
      zh: zh`说是${way === 'down' ? '下降' : '上升'},从“${said ?? ''}”到“${again ?? ''}”却是${way === 'down' ? '上升' : '下降'}。请核对两个数字。`,
      en: en`It is said to have gone ${way}, but from “${said ?? ''}” to “${again ?? ''}” it goes ${way === 'down' ? 'up' : 'down'}. Check both figures.`,
    },
    arithmetic: [difference(is ?? 0, was ?? 0, amount)],
  }
}
