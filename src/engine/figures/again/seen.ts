import type { Reading, StoryCopy } from '../claim'
import type { Mention } from '../lexer/mention'
import { sentencesOf, type Sentence } from '../sentences'

/** A figure with the words it stands by, to know it again where it is told in another way. */

export interface Seen {
  readonly reading: Reading
  readonly mention: Mention
  /** what stands right before and right behind it, in its sentence */
  readonly before: string
  readonly behind: string
  /** the runs of characters near it and the words that tell it from another, once they were asked for */
  grams: ReadonlySet<string> | null
  apart: string | null
}

const COMMON =
  /同比|环比|增长|增加|下降|减少|上升|提高|达到|实现|完成|累计|全[市县区省国年镇乡]|今年|去年|目前|截至|记者|获悉|总[数量额]|[亿万]元|平方|超过|其中|分别|以上|以来|新闻|报道|介绍|人次|一[个家批]/g
const APART =
  /[邻每另首第多少]|各(?![地级类项])|兄弟|外[省市县]|去年|上年|前年|同期|同比|其[中余]|平均|人均|计划|目标|预计|新增|剩余|原有?|增加|减少|增长|下降|日均|亩均|最[高低大多少]|[一二三四]季度|\d月/g

const GRAM = 3
const HAN = /^[\u4E00-\u9FFF]+$/

const ENGLISH_APART =
  /\b(?:each|every|per|average|last|next|previous|earlier|former|planned|expected|target|another|more|fewer|other|remaining|first|second|ago|than|including|from|down|up|save|off|was|were)\b/gi
const COMMON_WORDS =
  /^(?:about|after|again|against|before|being|between|could|every|first|their|there|these|those|under|until|where|which|while|would|other|should|people|million|billion|percent|according)$/

/** Words of five letters and more. */
function wordsOf(text: string): Set<string> {
  return new Set((text.toLowerCase().match(/[a-z]{5,}/g) ?? []).filter((word) => !COMMON_WORDS.test(word)))
}

function gramsOf(words: string): Set<string> {
  const text = words.replace(COMMON, ' ')
  const grams = new Set<string>()
  for (let at = 0; at + GRAM <= text.length; at += 1) {
    const gram = text.slice(at, at + GRAM)
    if (HAN.test(gram)) grams.add(gram)
  }
  return grams
}

function seen(sentence: Sentence, mention: Mention): Seen {
  const { reading, start, end } = sentence
  const { shadow, english } = reading
  const reach = english ? 60 : 22
  const before = shadow.slice(Math.max(start, mention.start - reach), mention.start)
  const behind = shadow.slice(mention.classified, Math.min(end, mention.classified + (english ? 40 : 12)))
  return { reading, mention, before, behind, grams: null, apart: null }
}

function gramsIn(one: Seen): ReadonlySet<string> {
  const { before, behind, reading } = one
  const title = reading.passage.role === 'title' || reading.passage.role === 'subtitle'
  const words = `${title ? before : (before.split(';').at(-1) ?? '')} ${behind}`
  one.grams ??= reading.english ? wordsOf(words) : gramsOf(words)
  return one.grams
}

/** Words of time, share and place that make another figure of it. */
export function apartOf(one: Seen): string {
  const words = one.reading.english ? one.before.slice(-40).match(ENGLISH_APART) : one.before.slice(-16).match(APART)
  one.apart ??= [...new Set(words ?? [])].sort().join(' ')
  return one.apart
}

/** A headline leaves the unit out: 直接经济损失6.3亿. */
const told = ({ kind, range, dimension, value }: Mention): boolean =>
  (kind === 'count' || kind === 'percent') && range === null && (dimension !== '' || value >= 1e4)
const PASSING = new Set('year month day age hour minute second week times degree temperature 届 期 号 次 大'.split(' '))

const read = new WeakMap<StoryCopy, readonly Seen[]>()

/** Every figure of a story that it may give twice. Read once. */
export function allOf(copy: StoryCopy): readonly Seen[] {
  const known = read.get(copy)
  if (known !== undefined) return known
  const all = seenIn(copy)
  read.set(copy, all)
  return all
}

function seenIn(copy: StoryCopy): Seen[] {
  return copy.readings
    .filter(({ passage }) => passage.role !== 'table' && passage.role !== 'list')
    .flatMap((reading) =>
      sentencesOf(reading).flatMap((sentence) =>
        sentence.mentions
          .filter((mention) => told(mention) && !PASSING.has(mention.dimension))
          .map((mention) => seen(sentence, mention)),
      ),
    )
}

/** Whether both stand by the same words. */
export function shares(a: Seen, b: Seen): boolean {
  if (a.reading.english !== b.reading.english) return false
  const known = gramsIn(b)
  let count = 0
  for (const gram of gramsIn(a)) if (known.has(gram)) count += 1
  return count > (a.reading.english ? 1 : 0)
}
