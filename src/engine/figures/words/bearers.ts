import type { Reading, StoryCopy } from '../claim'
import { matchesOf } from '../matches'
import { alike } from './alike'
import { NO_NAME, NO_NAME_END, TRADE } from './name-words'
import type { Misspelling, Spelling } from './spellings'
import { ACTS, GRAMMAR, OPENS } from './strangers'
import { SINGLE, surnameOf } from './surnames.table'

/**
 * Two people of the story with one surname and given names that are alike, each named where a person is and neither beside the other:
 * 四十出头的周炳坤种了120亩 … 周丙坤笑着说. They need no trade before them.
 */

/** What may stand before a name: 的, a trade, an office, a preposition; a clause may begin with it. */
const LEADS = new RegExp(
  `(?:[的${TRADE}主董事叫告亲妻夫嫂姨妹弟哥姐见到找像由对为让把被向与同据给在]|总裁|被害人|上诉人|选手|代表|干部|局长)$`,
)
/** What people do, behind the names of those who begin a clause. */
const DOES =
  /^(?:[握诉出诊起牵捧抹擦请约想说称道笑哭指叹答问讲谈听看拿拍抱扛背骑跳冲跑走站坐蹲爬带领种养卖买开办当做干写画唱教学打接递送帮找试琢自主连又也都就便才先再正仍还已曾在从把将每对给跟用去来到是有随立即赶急匆忙马转被因腿的]|表示|介绍|告诉|坦言|回忆|透露|认为|强调|补充|感[慨叹激]|算了|摆摆|获[得奖评])/

interface Bearer extends Spelling {
  /** a trade or 的 stands before it */
  led: boolean
  /** it begins a clause */
  opens: boolean
  /** it acts */
  acts: boolean
  /** how often it stands so */
  times: number
}

const NAME = new RegExp(`[${SINGLE}](?=[\\u4E00-\\u9FFF]{2})`, 'g')

function bearersIn(reading: Reading, names: Map<string, Bearer>): void {
  const { shadow, text } = reading
  for (const { index: at } of matchesOf(shadow, NAME)) {
    const folded = shadow.slice(at, at + 3)
    if (surnameOf(folded) !== 1 || GRAMMAR.test(folded.slice(1))) continue
    const ahead = shadow.slice(Math.max(0, at - 3), at)
    const behind = shadow.slice(at + 3, at + 6)
    const opens = OPENS.test(ahead.slice(-1))
    const led = LEADS.test(ahead)
    const acts = ACTS.test(behind) || DOES.test(behind)
    if (!opens && !led) continue
    if (NO_NAME.test(shadow.slice(at)) || NO_NAME_END.test(folded)) continue
    const words = text.slice(at, at + 3)
    const known = names.get(words)
    if (known === undefined) names.set(words, { reading, start: at, words, led, opens, acts, times: 1 })
    else {
      known.led ||= led
      known.opens ||= opens
      known.acts ||= acts
      known.times += 1
    }
  }
}

/** One of the given name is alike, or both stand for each other. */
function isDouble(a: string, b: string): boolean {
  const [x, y, u, v] = [a.charAt(1), a.charAt(2), b.charAt(1), b.charAt(2)]
  if (x === u) return alike(y, v)
  return y === v ? alike(x, u) : x === v && y === u
}

const KIN = /兄弟|姐妹|姊妹|哥哥|弟弟|姐姐|妹妹|双胞胎|孪生|父子|父女|母子|母女|堂[兄弟姐妹]|重名|同音/

/** 周丙坤、周炳坤: side by side they are two. */
function areBeside(copy: StoryCopy, a: string, b: string): boolean {
  return copy.readings.some(({ text, shadow }) => {
    if (KIN.test(shadow)) return true
    for (const sentence of text.split(/[\u3002\uFF01\uFF1F]/))
      if (sentence.includes(a) && sentence.includes(b)) return !sentence.includes('\u201D')
    return false
  })
}

/** How often the two stand in the story, wherever. */
function timesOf(copy: StoryCopy, words: string): number {
  return copy.readings.reduce((sum, { text }) => sum + text.split(words).length - 1, 0)
}

/** A story of more names is a register. */
const MOST = 300

export function* bearersOtherwise(copy: StoryCopy): Iterable<Misspelling> {
  const names = new Map<string, Bearer>()
  for (const reading of copy.readings) if (!reading.english) bearersIn(reading, names)
  if (names.size > MOST) return
  const all = [...names.values()]
  for (const [i, a] of all.entries())
    for (const b of all.slice(i + 1)) {
      if (a.words.charAt(0) !== b.words.charAt(0) || !isDouble(a.words, b.words)) continue
      const [once, usual] = timesOf(copy, a.words) < timesOf(copy, b.words) ? [a, b] : [b, a]
      // Who is introduced and comes again is someone.
      if (timesOf(copy, once.words) > 1 || (once.led && usual.led && !once.opens)) continue
      if (!(a.acts || b.acts) || !(a.led || b.led || usual.times > 1 || (a.acts && b.acts))) continue
      if (!areBeside(copy, a.words, b.words)) yield { usual, once }
    }
}
