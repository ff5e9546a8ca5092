import type { Claim, Reading } from '../claim'
import type { Mention } from '../lexer/mention'
import type { Sentence } from '../sentences'
import { difference, figure, zh } from '../wording'
import { matchesOf } from '../matches'

/** Shares of one whole, which make 100 percent. */

const STRUCTURE =
  /(?:三次产业|三产|产业|收入|年龄|能源|城乡)(?:结构|比例|比重|占比|比)[^,。;:]{0,14}?(?<ratio>\d+(?:\.\d+)?(?:[:\u2236]\d+(?:\.\d+)?){2,5})/g

/** 三次产业结构为12.1:45.3:42.6. */
export function* ratios(reading: Reading): Iterable<Claim> {
  for (const match of matchesOf(reading.shadow, STRUCTURE)) {
    const ratio = match.groups?.['ratio'] ?? ''
    const shares = ratio.split(/[:\u2236]/).map(Number)
    const sum = shares.reduce((all, share) => all + share, 0)
    const tolerance = ratio.includes('.') ? 0.051 * shares.length : 0.51 * shares.length
    if (sum < 60 || sum > 160 || Math.abs(sum - 100) <= tolerance) continue
    const end = match.index + match[0].length
    yield ofSum(reading, [{ start: end - ratio.length, end, value: ratio }], shares)
  }
}

interface Part {
  readonly start: number
  readonly end: number
  readonly value: number | string
}

export function ofSum(reading: Reading, parts: readonly Part[], shares: readonly number[]): Claim {
  const sum = figure(shares.reduce((all, share) => all + share, 0))
  const expr = shares.map((share) => `${figure(share)}%`).join(' + ')
  return {
    tier: 'error',
    places: parts.map((part) => ({ reading, ...part })),
    message: {
      zh: zh`同一整体的各部分相加是${sum}%,不是100%:${expr}。请核对。`,
      en: `The shares of one whole add up to ${sum} percent, not 100: ${expr}. Check them.`,
    },
    arithmetic: [
      { label: '列出', en: 'listed', expr, value: `${sum}%` },
      { label: '整体', en: 'whole', expr: '100%', value: '100%' },
      difference(Number(sum), 100, (value) => `${figure(value)}%`),
    ],
  }
}

const REST = /(?:剩余|剩下|其余|其他|其它|余下)(?:下?的)?[\u4E00-\u9FFF]{0,6}$|\b(?:remaining|other)\s$/
/** Words that leave no third. One of them may be said of one share only. */
const WHOLES = [
  [/男/, /女/],
  [/赞成|同意|支持/, /反对/, /弃权|中立|未表态|不确定|没有?意见|未决定|说不清|无所谓|没想好/],
  [/(?<!不)(?:支持|赞成|同意)/, /不(?:支持|赞成|同意)/, /不清楚|说不清|无所谓|不确定/],
  [/(?<![不本较])满意/, /(?:基本|比较)满意/, /不太?满意/],
  [/(?<!不)满意/, /不满意/, /一般|不清楚|说不清|无所谓/],
  [/第一产业|一产/, /第二产业|二产/, /第三产业|三产/],
  [/城镇|城市/, /农村|乡村/],
  [/线上/, /线下/],
  [/本地|本省|本市/, /外地|外省|外市/],
  [/已婚/, /未婚/],
  [/公办/, /民办/],
  [/一类/, /二类/, /三类/],
]
const ENGLISH_WHOLES = [
  [/\byes\b/i, /\bno\b/i, /abstain|undecided|unsure|no opinion/i],
  [
    /\b(?:approve|agree|support|favou?r)/i,
    /\b(?:disapprove|disagree|oppose)/i,
    /unsure|undecided|not know|no opinion/i,
  ],
  [/\bfor\b/i, /\bagainst\b/i, /abstain/i],
  [/\b(?:men|male|boys)\b/i, /\b(?:women|female|girls)\b/i],
]
/** What makes a share of a figure: 占, or an answer. */
const TAKES = /[占归选投持]|(?<![取获值])得\s|分得|表示|认为|回答|\bvoted|\bsaid|\babstain|\bwere|\bare\b/

/** 两家分别持有30%及19%,此外再无其他股东. */
const NONE_ELSE = /^[^。;]{0,6}(?:此外|另外)?[再别]?(?:没有|无)(?:其[他它]|别的)/

const NAMED = /(?:[\u4E00-\u9FFF]占(?:[\u4E00-\u9FFF]{1,8}的)?|得票率|份额|承担|分担|负担)[为是达]?$/

/** The shares of a sentence; where three or more say what they are shares of, those alone. */
function sharesIn({ reading, mentions, start }: Sentence): readonly Mention[] {
  const every = mentions.filter(({ kind, range }) => kind === 'percent' && range === null)
  const named = every.filter((share) => {
    const ahead = reading.shadow.slice(Math.max(start, share.start - 14), share.start)
    return NAMED.test(ahead) || REST.test(ahead)
  })
  return named.length > 2 ? named : every
}

/** 小学占40%、中学占35%,其余30%; 男性占48%,女性占55%. */
export function* shares(sentence: Sentence): Iterable<Claim> {
  const { reading, start } = sentence
  const all = sharesIn(sentence)
  if (all.length < 2 || all.length > 8) return
  const text = reading.shadow.slice(start, sentence.end)
  const labels = all.map((share, i) =>
    reading.shadow.slice(Math.max(start, share.start - 14, all[i - 1]?.end ?? 0), share.start),
  )
  const behind = all.map((share) => behindOf(reading, share, sentence.end))
  const occupied = all.filter((_, i) => TAKES.test(`${labels[i] ?? ''} ${behind[i] ?? ''}`)).length
  const last = labels.at(-1) ?? ''
  const whole = (reading.english ? ENGLISH_WHOLES : WHOLES).find((words) =>
    [labels, behind, labels.map((label, i) => (TAKES.test(label) ? label : (behind[i] ?? '')))].some(
      (said) =>
        said.every((label) => words.filter((word) => word.test(label)).length === 1) &&
        words.every((word) => said.filter((label) => word.test(label)).length <= 1),
    ),
  )
  const kinds = labels.length > 2 && labels.every((label) => /[\u4E00-\u9FFF][科类型级]占$/.test(label))
  const listed = isListed(labels, all)
  const complete =
    (isColonList(reading, all) &&
      MAKES_UP.test(reading.shadow.slice(Math.max(start, (all[0]?.start ?? 0) - 24), all[0]?.start))) ||
    (REST.test(last) && (occupied >= 1 || isColonList(reading, all))) ||
    (whole !== undefined && occupied >= 1) ||
    kinds ||
    listed ||
    NONE_ELSE.test(reading.shadow.slice(all.at(-1)?.classified ?? start, sentence.end)) ||
    isDistributed(text, all)
  const spoken = reading.shadow.slice(start, all.at(-1)?.end ?? start)
  if (!complete || /增长|下降|同比|环比|提高|增幅/.test(spoken)) return
  const low = all.reduce((sum, share) => sum + share.low, 0)
  const high = all.reduce((sum, share) => sum + share.high, 0)
  const slack = 0.11 * all.length
  const open =
    isDistributed(text, all) || kinds || (whole !== undefined && (whole.length > all.length || whole.length === 3))
  if (low > 100 + slack || (!open && high < 100 - slack)) {
    yield ofSum(
      reading,
      all.map(({ start: from, end, value }) => ({ start: from, end, value })),
      all.map(({ value }) => value),
    )
  }
}

/** 58% of its income went on scholarships, 25% on buildings and 27% on offices: three or more in a row of one preposition. */
/** Turnout broke down as 61 percent in person, 30 percent by mail and 9 percent by proxy. */
function breaksDown({ shadow }: Reading, shares: readonly Mention[]): boolean {
  const [first] = shares
  if (first === undefined) return false
  const ahead = shadow.slice(Math.max(0, first.start - 40), first.start)
  return (
    /\b(?:br(?:eak|oke)s? down|breakdown|split|divided|made up|compris\w+|consist\w+)\b/i.test(ahead) &&
    shares
      .slice(1)
      .every((share, i) => /^[^.;]{2,30}(?:,|,?\sand)\s$/.test(shadow.slice(shares[i]?.end ?? 0, share.start)))
  )
}

export function* inEnglish({ reading, mentions }: Sentence): Iterable<Claim> {
  if (!reading.english) return
  const all = mentions.filter(({ kind, range }) => kind === 'percent' && range === null)
  const takes = all.map(
    (share) =>
      /^(?:\spercent)?(?:\sof\s(?:its|the|their)\s\w+)?(?:\s(?:went|goes|go|was spent|were|is spent))?\s(?<to>on|to|in|for)\b/i.exec(
        reading.shadow.slice(share.classified),
      )?.groups?.['to'],
  )
  const sum = all.reduce((total, { value }) => total + value, 0)
  const [first] = takes
  const listed = breaksDown(reading, all)
  if (all.length < 3 || sum <= 100.5 || sum > 130) return
  if (!listed && (first === undefined || takes.some((to) => to !== first))) return
  if (!listed && /\b(?:up|down|rose|fell|grew|increase|growth)\b/i.test(reading.shadow)) return
  yield ofSum(
    reading,
    all.map(({ start, end, value }) => ({ start, end, value })),
    all.map(({ value }) => value),
  )
}

/** The words behind a share, to the end of its clause. */
function behindOf({ shadow }: Reading, share: Mention, end: number): string {
  return shadow.slice(share.classified, Math.min(end, share.classified + 24)).split(/[,;、。]|\sand\s/)[0] ?? ''
}

/** 本省占52%,外省占33%,国内其他占19%,境外占6%: three or more, each 占, and hardly more than the whole: one of them slipped. */
function isListed(labels: readonly string[], shares: readonly Mention[]): boolean {
  const sum = shares.reduce((all, { value }) => all + value, 0)
  return labels.length > 2 && labels.every((label) => NAMED.test(label)) && sum <= 130 && !/其中/.test(labels.join())
}

/** 主要方式为:手机62.5%,电视18.3%,其他19.2%: short names behind a colon. */
function isColonList({ shadow }: Reading, shares: readonly Mention[]): boolean {
  const [first] = shares
  if (first === undefined || shares.length < 3) return false
  if (!/[:(][\u4E00-\u9FFF“”]{1,10}$/.test(shadow.slice(Math.max(0, first.start - 12), first.start))) return false
  return shares
    .slice(1)
    .every((share, i) => /^[,、;和]?[\u4E00-\u9FFF“”]{1,10}$/.test(shadow.slice(shares[i]?.end ?? 0, share.start)))
}

/** 年龄构成是:青少年22%,中青年51%,老年27% */
const MAKES_UP = /(?:构成|结构|分布|来源|占比|比例|比重|组成)[^,。;%]{0,6}[:(][\u4E00-\u9FFF“”]{1,10}$/

/** 分别占40%、35%和30%: three or more in a row of one whole. */
function isDistributed(text: string, shares: readonly Mention[]): boolean {
  return (
    shares.length >= 3 &&
    /(?:分别|依次)(?:占|承担|负担)|占[^,。;\d]{2,12}(?:分别|依次)[为是]/.test(text) &&
    (text.match(/占|承担|负担/g)?.length ?? 0) === 1
  )
}
