import type { Partition } from './partition'
import { addendsOf } from './partition'
import { kindOf, type Sentence } from '../sentences'

/** 安排资金3200万元。其中,用于屋面1200万元,用于管网1500万元,用于粉刷700万元: what is among a sum said before is no more than it. */

/** People may be counted twice among themselves; what is measured may not. */
const MEASURED = /^(?:money.*|area|mu|length|weight|volume|power|energy)$/
const OF_TIME = /同比|环比|增[长加至]|去年|上年|累计|超[过额出]|[比较]/
/** Items led in by one word: 用于…用于…. */
const LED = /(?<lead>用于|用作|投向|来自|流向|拨付|发放给|种植|栽植)[\u4E00-\u9FFF]{1,16}$/

export function* amongAhead(sentence: Sentence, before: Sentence | undefined): Iterable<Partition> {
  const { reading, start, end } = sentence
  if (reading.english || sentence.mentions.length < 2) return
  const { shadow } = reading
  const words = shadow.slice(start, end)
  const at = words.indexOf('其中')
  if (at < 0 || words.includes('其中', at + 2) || OF_TIME.test(words.slice(at))) return
  const inside = addendsOf(sentence)
  const parts = inside.filter((part) => part.start > start + at)
  const [first] = parts
  if (first === undefined || parts.length < 2 || !MEASURED.test(first.dimension)) return
  if (parts.some((part) => kindOf(part) !== kindOf(first))) return
  const leads = parts.map(
    (part, i) =>
      LED.exec(shadow.slice(Math.max(start, parts[i - 1]?.end ?? 0, part.start - 20), part.start))?.groups?.['lead'],
  )
  if (leads[0] === undefined || leads.some((lead) => lead !== leads[0])) return
  const ahead = at === 0 && before !== undefined ? addendsOf(before) : inside.filter((one) => one.end <= start + at)
  const wholes = ahead.filter((whole) => kindOf(whole) === kindOf(first))
  const total = wholes.at(-1)
  if (total !== undefined && wholes.length === 1) yield { reading, total, parts, closed: false, sum: false }
}
