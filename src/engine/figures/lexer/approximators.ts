import type { Approximator, Sense } from './mention'

/** Words that turn a number into an interval, before it (近百) and behind it (百余, 300人左右). */

const BEFORE: readonly (readonly [Sense, string])[] = [
  ['near', '将近|接近|几近|近乎|几乎|近'],
  ['under', '不足|不到|未满|不满|未到|少于|低于|小于'],
  ['about', '大约|约莫|大概|约摸|大致|差不多|约为|约'],
  ['over', '远超过|远超|超过|超出|超|逾|多于|高于|大于'],
  ['atLeast', '至少|最少|起码|不少于|不低于|不下于|不下|不小于'],
  ['atMost', '至多|最多|顶多|不超过|不多于|不高于|不大于'],
]

/** A verb or particle between the approximator and its number: 约有300人, 至少需要3年. */
const LINK =
  '(?:[了有为占达在是需要用共]|达到|需要|共有|可达|能达|可以|安排|投入|拥有|每(?:秒|分钟|小时|天|日|月|年|亩|户|人|个|次|吨|斤|公斤))?\\s?'

const senses = new Map(BEFORE.flatMap(([sense, words]) => words.split('|').map((word) => [word, sense] as const)))
const BEHIND_LINK = new RegExp(`(${BEFORE.map(([, words]) => words).join('|')})(${LINK})$`)

/** A bound may stand before the verb: 至少步行30分钟, 最多可容纳500人. */
const BOUND_WITH_VERB = /(至少|最少|起码|至多|最多|顶多)([\u4E00-\u9FFF]{1,4})$/

/** Endings that make the word another word: 预约300人, 附近20家, 中超30轮. */
const NOT_AFTER: Readonly<Record<string, RegExp>> = {
  约: /[预节签合条公履违解毁续赴相誓邀集制婚特纽契立应失爽商守践盟租网简隐俭]$/,
  近: /[最附临靠邻就远亲贴逼走晚挨新相]$/,
  超: /[中英德法意西赶反高商村苏华女男乙沪川浙皖赣湘粤B]$/,
  逾: /年$/,
  几乎: /$^/,
}

/** 近 before a stretch of time says "recent": 近30多年来. Only with one of these before it does it say "almost". */
const ALMOST =
  /(?:历时|耗时|用时|为期|已有|有着|具有|拥有|长达|用了|花了|持续|坚持|超过|大约|约|[开办干守当做教过住种养][了过])$/
const STRETCH = /^[余多几来]?(?:个?[年月]|个?星期|[周天日届期次场轮代载]|个(?:多月|世纪|赛季))/

/** The approximators before the numeral that stands at `numeral` = [start, end) of the shadow, nearest last. */
export function approximatorsBefore(shadow: string, start: number, end: number): Approximator[] {
  const found: Approximator[] = []
  let at = start
  for (let round = 0; round < 2; round += 1) {
    const before = shadow.slice(Math.max(0, at - 9), at)
    const match = BEHIND_LINK.exec(before) ?? BOUND_WITH_VERB.exec(before)
    const word = match?.[1]
    const sense = word === undefined ? undefined : senses.get(word)
    if (match === null || word === undefined || sense === undefined) break
    const wordStart = at - match[0].length
    if (NOT_AFTER[word]?.test(shadow.slice(0, wordStart).slice(-1)) === true) break
    if (
      (sense === 'near' && match[2] !== '' && !/^[将接]近$/.test(word)) ||
      /[的是为最一二两三四五六七八九十]/.test(match[2]?.slice(0, -1) ?? '')
    )
      break
    if (
      word === '近' &&
      STRETCH.test(shadow.slice(end, end + 8)) &&
      !ALMOST.test(shadow.slice(Math.max(0, wordStart - 4), wordStart))
    ) {
      break
    }
    found.unshift({ sense, word, start: wordStart, end: wordStart + word.length })
    at = wordStart
  }
  return found
}

const SURPLUS = /[余多几]|来(?![自到源访])/y
/** 多 right behind a unit (5年多, 3公里多) but not as a word of its own (多功能, 多媒体). */
const UNIT_SURPLUS = /有余|出头|开外|余(?![震款])|多(?![功媒元边样种方层次重彩能维个名家位数线头角党国])/y
const BOUND =
  /(?<about>左右(?![手摇开逢翼侧两为邻])|上下(?=[,。;、)的!?\s”]|$))|(?<orMore>及?以上|之上)|(?<orLess>及?以[下内](?![是为几方简容])|之内)/y

/** A surplus right behind the numeral (5000余), which may stand inside the scale (5000余万). */
export function surplusAt(shadow: string, at: number): Approximator | null {
  SURPLUS.lastIndex = at
  const match = SURPLUS.exec(shadow)
  return match === null ? null : { sense: 'surplus', word: match[0], start: at, end: at + match[0].length }
}

/** A surplus behind a unit of measure (5年多). */
export function unitSurplusAt(shadow: string, at: number): Approximator | null {
  UNIT_SURPLUS.lastIndex = at
  const match = UNIT_SURPLUS.exec(shadow)
  return match === null ? null : { sense: 'surplus', word: match[0], start: at, end: at + match[0].length }
}

/** 左右, 以上, 以内 right at `at`. */
export function boundAt(shadow: string, at: number): Approximator | null {
  BOUND.lastIndex = at
  const match = BOUND.exec(shadow)
  const groups = match?.groups
  if (match === null || groups === undefined) return null
  const sense: Sense = groups['about'] !== undefined ? 'about' : groups['orMore'] !== undefined ? 'orMore' : 'orLess'
  return { sense, word: match[0], start: at, end: at + match[0].length }
}
