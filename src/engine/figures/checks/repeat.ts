import type { Check, Claim, Reading, StoryCopy } from '../claim'
import { en, zh } from '../wording'
import { matchesOf } from '../matches'
import {
  BEFALLEN,
  GOES_ON,
  isWhole,
  NOUNS,
  OPENING,
  PARTICLE,
  WEIGHTED,
  PEOPLE,
  PLAIN,
  REDUPLICATED,
} from '../words/doubled.table'
import { doubledExamples } from '../words/doubled.examples'
import { saidTwice, twiceExamples } from '../words/english-twice'
import { saidAgain, sentencesAgain } from '../words/said-again'

/** A word, a clause, a sentence or a paragraph said twice in a row. */

const TWICE = /([\u4E00-\u9FFF]{2,12})\1/g

function* words(reading: Reading): Iterable<Claim> {
  const { shadow, text } = reading
  if (!/[,。;!?]/.test(shadow)) return
  for (const match of matchesOf(shadow, TWICE)) {
    const length = (match[1] ?? '').length
    // 保供提供提供有力: a pair that goes on may have begun a character later.
    for (let start = match.index; start < match.index + length; start += 1) {
      const [middle, end] = [start + length, start + 2 * length]
      const word = shadow.slice(start, middle)
      if (shadow.slice(middle, end) !== word) break
      if (!isSlip(word, shadow.slice(Math.max(0, start - 3), start), shadow.slice(end, end + 2))) continue
      yield said(reading, start, middle, end, text.slice(start, middle))
      break
    }
  }
}

function isSlip(word: string, before: string, after: string): boolean {
  if (/^(?:表示|介绍|指出|强调|透露|坦言|认为)$/.test(word) && /^[,:]/.test(after)) return true
  if (REDUPLICATED.has(word) || new Set(word).size === 1 || /[“‘《]$/.test(before)) return false
  if (
    /的$/.test(before) &&
    word.length === 2 &&
    !/^[\u53E3-\u56FF]/.test(word) &&
    !/^[的地]/.test(after) &&
    !/[上下前后来去多少好]/.test(word)
  )
    return true
  if (/^[\u4E00-\u9FFF][给到为于至向]$/.test(word) && !WEIGHTED.test(word)) return true
  if (PLAIN.has(word) || /^每[\u4E00-\u9FFF]$/.test(word)) return true
  if (/^(?:一[次遍番下]|[了过])/.test(after) && !/[一两三四五六七八九十几来去看走]/.test(word) && !/(.)\1/.test(word))
    return true
  if (/^一|[一两三四五六七八九十几][个次步点]|(.)\1/.test(word) || /^[再又]/.test(after) || /[“‘]$/.test(before))
    return false
  if (isWhole(word, before, after)) return true
  if (PEOPLE.has(word) && !/^(?:中心|之家|[会节证资])/.test(after)) return true
  if (word.length > 2 || (NOUNS.has(word) && PARTICLE.test(after))) return true
  return GOES_ON.test(after) && !WEIGHTED.test(word)
}

/** Brackets and quotation marks: half of a pair between the two copies belongs to what stands before them. */
const PAIRED = /[^()\uFF08\uFF09“”‘’《》【】「」]/g

function said(reading: Reading, start: number, middle: number, end: number, word: string): Claim {
  const between = reading.text.slice(middle, Math.max(middle, end - (middle - start)))
  const quote = word.length > 40 ? `${word.slice(0, 40)}…` : word
  return {
    tier: 'query',
    places: [{ reading, start, end }],
    message: {
      zh: zh`“${quote}”连着说了两遍。请删去一遍。`,
      en: en`“${quote}” is said twice in a row. Delete one.`,
    },
    fix: { place: { reading, start: middle, end }, text: between.replace(PAIRED, '') },
  }
}

interface Clause {
  readonly words: string
  readonly start: number
  readonly end: number
}

function clausesOf(shadow: string): Clause[] {
  const clauses: Clause[] = []
  for (const match of matchesOf(shadow, /[^,。;:!?()\s“”]+/g)) {
    clauses.push({ words: match[0], start: match.index, end: match.index + match[0].length })
  }
  return clauses
}

/** A chant may repeat a short cry; a slip repeats what one does not say twice. */
const LONG = 8
/** 12月1日,12月1日: a date or an amount is not said twice, a score may be. */
const FIGURED = /^(?=.*\d)(?!.*[比:])[^,。]{4,}$/
/** The end of a clause said again is one from here on: 我爱祖国,爱祖国 is a figure of speech. */
const TAIL = 7
/** 拍得扎实: a judgement is not made twice. */
const COMPLEMENT = 4

/** One to four clauses said again right behind themselves. */
function* clauses(reading: Reading): Iterable<Claim> {
  if (reading.english) return
  const all = clausesOf(reading.shadow)
  for (let i = 0; i < all.length; i += 1) {
    for (let length = 4; length >= 1; length -= 1) {
      const first = all.slice(i, i + length)
      const second = all.slice(i + length, i + 2 * length)
      const tail = followsTail(first, second)
      const long =
        first.reduce((sum, { words: w }) => sum + w.length, 0) >= LONG ||
        first.some(({ words: w }) => [FIGURED, OPENING, BEFALLEN].some((one) => one.test(w)))
      if (tail === null || (!long && tail === first[0]?.start)) continue
      const start = tail
      const middle = first.at(-1)?.end ?? 0
      const end = second.at(-1)?.end ?? 0
      yield said(reading, start, middle, end, reading.text.slice(start, middle))
      i += 2 * length - 1
      break
    }
  }
}

/** Who is called upon is called twice. */
const CALL = /[我你您]|[啊呀吧吗呢]$/

/** Where the first run begins when the second says it again; null when it does not. */
function followsTail(first: readonly Clause[], second: readonly Clause[]): number | null {
  if (second.length < first.length || first.length === 0) return null
  const [one, two] = [first[0], second[0]]
  if (one === undefined || two === undefined) return null
  const isTail =
    first.length === 1 &&
    (two.words.length >= (/[\u4E00-\u9FFF]得|^[\u4E00-\u9FFF]着/.test(two.words) ? COMPLEMENT : TAIL) ||
      (two.words.length > COMPLEMENT && /^[\u4E00-\u9FFF]{2}/.test(two.words) && FIGURED.test(two.words))) &&
    one.words.endsWith(two.words)
  if (!isTail && !first.every(({ words: w }, i) => w === second[i]?.words)) return null
  if (first.some(({ words: w }) => CALL.test(w))) return null
  return isTail ? one.end - two.words.length : one.start
}

/** A paragraph that stands twice in one story. Where many do, repetition is the form: a menu, a timetable. */
function* paragraphs(copy: StoryCopy): Iterable<Claim> {
  const seen = new Map<string, Reading>()
  const twice: (readonly [Reading, Reading])[] = []
  for (const reading of copy.readings) {
    const text = reading.shadow.trim()
    if (reading.passage.role !== 'body' || text.length < (reading.english ? 120 : 40) || !/[。.!?”]$/.test(text))
      continue
    const earlier = seen.get(text)
    if (earlier === undefined) seen.set(text, reading)
    else twice.push([reading, earlier])
  }
  if (twice.length > 2) return
  for (const [reading, earlier] of twice) {
    yield {
      tier: 'query',
      places: [reading, earlier].map((one) => ({ reading: one, start: 0, end: one.text.length })),
      message: {
        zh: zh`这一段与前面一段完全相同。请删去一段。`,
        en: 'This paragraph is the same as an earlier one. Delete one of them.',
      },
    }
  }
}

function* find(copy: StoryCopy): Iterable<Claim> {
  for (const reading of copy.readings) {
    yield* words(reading)
    for (const { start, middle, end, quote } of saidAgain(reading)) yield said(reading, start, middle, end, quote)
    for (const { start, middle, end, quote } of reading.english ? saidTwice(reading.shadow) : [])
      yield said(reading, start, middle, end, quote)
    yield* clauses(reading)
  }
  yield* paragraphs(copy)
  for (const [again, first] of sentencesAgain(copy)) {
    yield {
      tier: 'query',
      places: [again, first],
      message: {
        zh: zh`“${again.reading.text.slice(again.start, again.end)}”前文已经说过,一字不差。请核对是否重复。`,
        en: en`“${again.reading.text.slice(again.start, again.end)}” stands word for word further up. Check whether it is said twice.`,
      },
    }
  }
}

export const repeat: Check = {
  id: 'repeat',
  tiers: ['query'],
  title: { zh: '重复', en: 'Said twice' },
  why: {
    zh: zh`改稿、粘贴常留下连着说两遍的词、分句或段落。`,
    en: 'Editing and pasting leave words, clauses or paragraphs that stand twice in a row.',
  },
  examples: [
    ...doubledExamples,
    ...twiceExamples,
    { wrong: '消防员赶到[[现场现场]]时,二楼火势已蔓延到阳台。' },
    { wrong: '全市共有[[236个236个]]社区开展活动。' },
    { wrong: '村里建起[[冷库、冷库]]和分拣中心。' },
    { wrong: '[[12月1日,12月1日]],新馆开馆。' },
    { wrong: '他们[[把把]]老物件捐给村史馆。' },
    {
      wrong:
        '河水退了。\n天阴着。\n[[全村一百二十户已经全部转移到镇中学的体育馆里过夜。]]饭菜由镇上供应。\n[[全村一百二十户已经全部转移到镇中学的体育馆里过夜。]]天亮以后,村干部逐户清点人数。',
    },
    {
      silent:
        '消防员赶到现场时,火把把山坡照亮,两局都是11比9,11比9。买房改善改善生活,大片大片的云。存在在所难免的差错,前前后后跑了三趟。',
    },
    { wrong: '村里的[[老井老井]]清了淤,又能打水了。' },
    { wrong: '社区组织[[居民居民]]代表每周巡查两次。' },
    { wrong: 'CT机[[已于3月已于3月]]投入使用。' },
    {
      silent: '村里的老井清了淤。评委认为这部片子拍得扎实,节奏也好。社区组织居民代表巡查。设备已于3月到货,于3月投用。',
    },
    {
      wrong:
        '河水退去以后,村民回到田里补种玉米,两天就把倒伏的地块全部翻了一遍,又给每一块地挖好了排水沟。\n## 补种\n[[河水退去以后,村民回到田里补种玉米,两天就把倒伏的地块全部翻了一遍,又给每一块地挖好了排水沟。]]',
    },
  ],
  find,
}
