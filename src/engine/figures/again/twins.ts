import type { Place, Reading, StoryCopy } from '../claim'
import { periodsOf } from '../labels'
import { meet, type Mention } from '../lexer/mention'
import { commonTail } from './same-thing'
import { kindOf, sentencesOf, type Sentence } from '../sentences'

/**
 * A statement of a figure in the very words of another: 居民消费价格同比上涨0.8% … 全国居民消费价格同比上涨0.3%. What stands before the
 * words that both share only points, or tells when.
 */

interface Twin {
  readonly reading: Reading
  readonly sentence: Sentence
  readonly mention: Mention
  /** the sentence up to it, and what follows in its clause */
  readonly before: string
  readonly behind: string
}

/** Characters of Han that both must share, before and behind; so many of them before. */
const SHARED = 8
const KEY = 4
const REACH = 30
const MOST = 12
const APART =
  /其[中余他]|[另每各邻]|首[批次日期]|[去上前明]年|同期|平均|人均|计划|目标|预计|最[高低多少]|累计|截至|[至到]$|环比/g
const GENERIC =
  /全[国省市县区镇乡村校厂社州场]|\d{4}年[度末底]?|\d{1,2}月[份末底]?|今年(?:以来)?|目前|据?[^,]{0,6}[显表]示|[他她]说|记者|了解到?|获悉|[这该此那的地,、:“”\s共]|我[国省市县区]/g

function isSaid({ kind, range, dimension }: Mention): boolean {
  return (kind === 'count' || kind === 'percent') && range === null && dimension !== ''
}

function isHan(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 0x4e00 || code > 0x9fff) return false
  }
  return text.length === KEY
}

function twinOf({ sentence, mention }: Pick<Twin, 'sentence' | 'mention'>): Twin {
  const { reading, start, end } = sentence
  const before = reading.shadow.slice(Math.max(start, mention.start - REACH), mention.start)
  const rest = reading.shadow.slice(mention.classified, Math.min(end, mention.classified + 12))
  return { reading, sentence, mention, before, behind: /^[\u4E00-\u9FFF]{0,12}/.exec(rest)?.[0] ?? '' }
}

function groupsOf(copy: StoryCopy): Twin[][] {
  const groups = new Map<string, Pick<Twin, 'sentence' | 'mention'>[]>()
  for (const reading of copy.readings) {
    if (reading.english || ['table', 'list'].includes(reading.passage.role)) continue
    for (const sentence of sentencesOf(reading))
      for (const mention of sentence.mentions) {
        const key = reading.shadow.slice(Math.max(sentence.start, mention.start - KEY), mention.start)
        if (!isSaid(mention) || !isHan(key)) continue
        const same = groups.get(key)
        if (same === undefined) groups.set(key, [{ sentence, mention }])
        else same.push({ sentence, mention })
      }
  }
  return [...groups.values()].filter(({ length }) => length > 1 && length <= MOST).map((group) => group.map(twinOf))
}

const hanIn = (text: string): number => text.match(/[\u4E00-\u9FFF]/g)?.length ?? 0

function commonHead(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.charAt(length) === b.charAt(length)) length += 1
  return length
}

const apartOf = (words: string): string => (words.match(APART) ?? []).sort().join(' ')

/** What leads to the shared words in its clause: nothing of its own, or what is said beside the other too. */
function isOpen(rest: string, other: Twin): boolean {
  const own = (rest.split(/[。;!?,]/).at(-1) ?? '').replace(GENERIC, '')
  const { reading, sentence } = other
  return own === '' || (own.length > 1 && reading.shadow.slice(sentence.start, sentence.end).includes(own.slice(-4)))
}

function areTwins(a: Twin, b: Twin): boolean {
  if (a.sentence === b.sentence || kindOf(a.mention) !== kindOf(b.mention)) return false
  const tail = commonTail(a.before, b.before)
  const words = a.before.slice(a.before.length - tail)
  const clause = words.split(/[。;!?]/).at(-1) ?? ''
  if (hanIn(clause) + commonHead(a.behind, b.behind) < SHARED) return false
  const [x, y] = [a, b].map(({ before }) => before.slice(0, -tail)) as [string, string]
  if (apartOf(a.before) !== apartOf(b.before) || periodsOf(a.before) !== periodsOf(b.before)) return false
  return isOpen(x, b) && isOpen(y, a)
}

const placeOf = ({ reading, mention: { start, end, value } }: Twin): Place => ({ reading, start, end, value })

export function* twinsParted(copy: StoryCopy): Iterable<readonly [first: Place, again: Place]> {
  for (const group of groupsOf(copy)) {
    for (const [j, again] of group.entries()) {
      const twins = group.filter((one) => one !== again && areTwins(one, again))
      const first = twins.find((one) => !meet(one.mention, again.mention))
      if (first === undefined || group.indexOf(first) > j) continue
      if (new Set([again, ...twins].map(({ mention }) => mention.value)).size === 2)
        yield [placeOf(first), placeOf(again)]
    }
  }
}
