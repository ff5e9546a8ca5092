import type { Check, Claim, Reading, StoryCopy } from '../claim'
import { latinDoubleExamples, latinDoubles } from '../words/latin-doubles'
import { latinNames } from '../words/latin-names'
import { bearersOtherwise } from '../words/bearers'
import { alike, isKnownSlip } from '../words/alike'
import { NO_NAME, NO_NAME_END, TRADE } from '../words/name-words'
import { otherNames } from '../words/other-names'
import { otherNamesExamples } from '../words/other-names.examples'
import { peopleOnceOtherwise, placesOnceOtherwise, termsOnceOtherwise, type Misspelling } from '../words/spellings'
import { ACTS, GRAMMAR, OPENS, strangersTo } from '../words/strangers'
import { surnameOf } from '../words/surnames.table'
import { en, zh } from '../wording'

/** One person's name in two spellings. A name is taken where the copy introduces it; its double is one character off and introduced by nobody. */

interface Name {
  readonly reading: Reading
  readonly start: number
  readonly words: string
  /** a trade or an office stands before it */
  readonly introduced: boolean
}

const HAN = /[\u4E00-\u9FFF]/
/** Three characters that a trade introduces or that speak, read as a name. */
function nameAt(reading: Reading, start: number): string | null {
  const { shadow } = reading
  const surname = surnameOf(shadow.slice(start, start + 2))
  if (surname === 0) return null
  const words = reading.text.slice(start, start + surname + (surname === 2 ? 1 : 2))
  if (words.length < 3 || [...words].some((character) => !HAN.test(character))) return null
  return NO_NAME_END.test(words) || NO_NAME.test(words) ? null : words
}

/** Every name the copy introduces: 渔民林有田, 队长贺兰舟. */
function* introduced(reading: Reading): Iterable<Name> {
  const { shadow } = reading
  for (let at = 1; at + 3 <= shadow.length; at += 1) {
    if (!TRADE.includes(shadow.charAt(at - 1)) && !/[青少]年$/.test(shadow.slice(Math.max(0, at - 2), at))) continue
    const words = nameAt(reading, at)
    if (words === null) continue
    yield { reading, start: at, words, introduced: true }
  }
}

const MOST_NAMES = 100

/** Of these a place has one. */
const OFFICE =
  /(?:[省市县区镇乡校局院所站厅处馆社会部]长|书记|董事长|总经理|主席|主任|首席[\u4E00-\u9FFF]{2}|发言人|理事长|秘书长)$/
/** 副县长 there are several of. */
const DEPUTY = /[副原前][\u4E00-\u9FFF]{1,5}$/

/** 校长张立新 … 校长张立欣: one office, held by one. */
function shareOffice(a: Name, b: Name): boolean {
  const [x, y] = [a, b].map(({ reading: { shadow }, start }) => shadow.slice(Math.max(0, start - 4), start))
  if (x === undefined || y === undefined || DEPUTY.test(x) || DEPUTY.test(y)) return false
  const office = OFFICE.exec(x)?.[0]
  return office !== undefined && x.length > 2 && x.slice(-4) === y.slice(-4)
}

/** Where the text has a double of the name: one character of it replaced by one that is taken for it. */
function* doublesOf(copy: StoryCopy, name: string): Iterable<Name> {
  for (const reading of copy.readings) {
    if (reading.english) continue
    const { text } = reading
    const fixed = [name.slice(0, 2), name.slice(-2), name.charAt(0) + '.' + name.slice(2)]
    for (const part of fixed.slice(0, 2)) {
      for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
        const start = part === fixed[0] ? at : at - 1
        const words = text.slice(Math.max(0, start), start + name.length)
        if (start >= 0 && isDouble(name, words))
          yield { reading, start, words, introduced: isIntroduced(reading, start) }
      }
    }
    for (let at = text.indexOf(name.charAt(0)); at >= 0; at = text.indexOf(name.charAt(0), at + 1)) {
      const words = text.slice(at, at + name.length)
      if (words.slice(2) === name.slice(2) && isDouble(name, words))
        yield { reading, start: at, words, introduced: isIntroduced(reading, at) }
    }
  }
}

function isDouble(name: string, words: string): boolean {
  if (words.length !== name.length || words === name) return false
  const off = [...words].flatMap((character, i) => (character === name.charAt(i) ? [] : [i]))
  const [at] = off
  if (surnameOf(words) === 0) return false
  return off.length === 1 && at !== undefined && alike(name.charAt(at), words.charAt(at))
}

function* strangers(copy: StoryCopy, name: string): Iterable<Name> {
  for (const one of strangersTo(copy, name)) yield { ...one, introduced: false }
}

/** What only sounds or looks alike must stand where who acts stands; what is known for a slip may stand anywhere. */
function stands({ reading: { shadow }, start, words }: Name, name: string): boolean {
  const at = [...words].findIndex((character, i) => character !== name.charAt(i))
  if (isKnownSlip(words.charAt(at), name.charAt(at))) return true
  const acts = ACTS.test(shadow.slice(start + words.length, start + words.length + 3))
  return (
    !GRAMMAR.test(words.slice(1) + name.slice(1)) && (acts || OPENS.test(shadow.slice(Math.max(0, start - 1), start)))
  )
}

function isIntroduced({ shadow }: Reading, start: number): boolean {
  return start > 0 && TRADE.includes(shadow.charAt(start - 1)) && !/记者$/.test(shadow.slice(0, start).slice(-2))
}

/** Kin share a character of their names: 林有田、林有根. */
function areKin(copy: StoryCopy, name: string, double: string): boolean {
  return copy.readings.some(({ text, shadow }) => {
    const [a, b] = [text.indexOf(name), text.indexOf(double)]
    const near =
      a >= 0 &&
      b >= 0 &&
      /^[、和与及跟(,]|^[\u4E00-\u9FFF]{0,4}[、和与及]/.test(text.slice(Math.min(a, b) + name.length))
    return (
      (near && Math.abs(a - b) < 12) ||
      /兄弟|姐妹|姊妹|哥哥|弟弟|姐姐|妹妹|双胞胎|孪生|父子|父女|母子|母女/.test(shadow)
    )
  })
}

function claimOf(first: Name, second: Name): Claim {
  const [a, b] = [first.words, second.words]
  return {
    tier: 'query',
    places: [second, first].map(({ reading, start, words }) => ({ reading, start, end: start + words.length })),
    message: {
      zh: zh`“${a}”与“${b}”只差一个字,像是同一个人。请核对姓名。`,
      en: en`“${a}” and “${b}” are one letter apart, apparently one person. Check the name.`,
    },
  }
}

function* chinese(copy: StoryCopy): Iterable<Claim> {
  const names = new Map<string, Name>()
  for (const reading of copy.readings) {
    if (reading.english) continue
    for (const name of introduced(reading)) {
      if (names.size < MOST_NAMES && !names.has(name.words)) names.set(name.words, name)
    }
  }
  const told = new Set<string>()
  for (const [words, name] of names) {
    for (const double of [...doublesOf(copy, words), ...strangers(copy, words)]) {
      const holds = double.introduced || names.has(double.words) ? shareOffice(name, double) : true
      if (NO_NAME.test(double.words)) continue
      if (!holds || !stands(double, words) || told.has(double.words)) continue
      if ((NO_NAME_END.test(double.words) && !double.words.endsWith('和')) || areKin(copy, words, double.words))
        continue
      told.add(double.words)
      yield claimOf(name, double)
    }
  }
}

function otherwise({ usual, once }: Misspelling): Claim {
  return {
    tier: 'query',
    places: [once, usual].map(({ reading, start, words }) => ({ reading, start, end: start + words.length })),
    message: {
      zh: zh`全文都写“${usual.words}”,只有这里写“${once.words}”。请核对。`,
      en: en`The story writes “${usual.words}” throughout and “${once.words}” only here. Check the name.`,
    },
  }
}

/** What the story writes otherwise once; kin share a character of their names. */
function* onceOtherwise(copy: StoryCopy, told: ReadonlySet<string>): Iterable<Claim> {
  const seen = new Set(told)
  for (const one of [...peopleOnceOtherwise(copy), ...bearersOtherwise(copy)]) {
    const noName = [one.usual, one.once].some(({ words }) => NO_NAME_END.test(words) || NO_NAME.test(words))
    if (
      noName ||
      seen.has(one.once.words) ||
      seen.has(one.usual.words) ||
      areKin(copy, one.usual.words, one.once.words)
    )
      continue
    seen.add(one.once.words)
    yield otherwise(one)
  }
  for (const one of [...termsOnceOtherwise(copy), ...placesOnceOtherwise(copy), ...otherNames(copy)])
    yield otherwise(one)
}

function* find(copy: StoryCopy): Iterable<Claim> {
  const told = new Set<string>()
  for (const claim of chinese(copy)) {
    const [place] = claim.places
    if (place !== undefined) told.add(place.reading.text.slice(place.start, place.end))
    yield claim
  }
  yield* onceOtherwise(copy, told)
  for (const [first, double] of [...latinNames(copy), ...latinDoubles(copy)])
    yield claimOf({ ...first, introduced: true }, { ...double, introduced: false })
}

export const names: Check = {
  id: 'names',
  tiers: ['query'],
  title: { zh: '人名前后不一', en: 'A name in two spellings' },
  why: {
    zh: zh`同一个人的名字,音近或形近的字最容易打错。`,
    en: 'A name is typed twice, and a letter that looks or sounds alike slips in.',
  },
  examples: [
    ...latinDoubleExamples,
    ...otherNamesExamples,
    { wrong: '巡逻辅警[[洪振海]]跳河施救。女子得救了,[[洪振洋]]左腿却缝了七针。' },
    { wrong: '志愿者走进三面环山的[[枧头村]]。村民拿出一本账本。县里计划分三期修缮[[视头村]]的老宅。' },
    { wrong: '宇航员汤姆·[[布莱克威尔]]搭乘飞船返回。[[布莱克维尔]]在空间站停留了半年。' },
    { wrong: '茶农[[乌兰图雅]]走进直播间。两小时里,[[乌兰雅图]]卖出了许多砖茶。' },
    { wrong: '市二中校长[[张立新]]出席。活动最后,市二中校长[[张立欣]]为学生颁奖。' },
    {
      silent:
        '巡逻辅警洪振海跳河施救。同来的洪振洋守在岸上,洪振洋左腿有伤。东坪村和冬坪村同日通电。旅客洛克菲勒是画家,洛克菲勒死在海上。',
    },
    { silent: '市二中校长张立新出席,市三中校长张立欣、市二中副校长张丽新也来了。' },
    { wrong: '县委副书记、县长[[贺立新]]宣布开工,涵盖新材料等领域。[[何立新]]要求,各部门要当好“店小二”。' },
    { silent: '县委副书记、县长贺立新宣布开工,副县长何立新主持。贺立新要求全程代办。' },
    {
      silent:
        'Die meisten Hersteller von Systeme Berlin haben den Stand der Technik erreicht, und das Picture Archiving and Communication ist ein Teil davon. Anbieter Systems ist seit 1999 dabei.',
    },
    { wrong: 'Ferryman Paul [[Harris]] found the boat. Harris said the tide was low. “It was luck,” [[Haris]] said.' },
    { wrong: 'Trainer Ada [[Noem]] runs the yard. Noem fed the horses. Later [[Nome]] led them out.' },
    { wrong: 'The court heard [[Alan P. Pruitt]] first. [[Alan R. Pruitt]] left by the side door.' },
    {
      silent:
        'Ferryman Paul Harris met Anna Harrow. Harris said the tide was low. The Coral Amphitheater and the Shoreline Amphitheatre stayed shut.',
    },
    {
      silent:
        'The court heard Alan P. Pruitt first. Alan P. Pruitt left by the side door, John R. Pruitt by the front.',
    },
    { wrong: 'Conductor Elias [[Brandt]] will lead the tour. [[Brant]], who trained abroad, is 61.' },
    { silent: 'South Korea sent a team. Korean fans filled the hall, and Marsh Lane stayed open in March.' },
    {
      wrong:
        '[[孙启勤]]买了三注彩票。孙启勤说,他只想碰碰运气。孙启勤表示,钱要花在村里。孙启勤一直没有歇。[[孙启勒]]的山庄开张那天下着雨。',
    },
    { wrong: '# “[[三十工程]]”暖民心\n街道推动“三十工程”落地。\n“三十工程”已完成过半,“[[二十工程]]”的清单贴在墙上。' },
    { wrong: '记者来到[[益民村]]。益民村的路灯换了新的,[[益明村]]的老人说亮堂。' },
    {
      silent:
        '孙启勤买了三注彩票。孙启勤说,他只想碰碰运气。孙启勤表示,钱要花在村里。弟弟孙启俭一直没有歇,孙启俭在城里。',
    },
    { wrong: '名角[[季雪蓉]]领衔主演。为演好船娘,[[季雪容]]专程住到河港。季雪蓉去年得过奖。' },
    {
      silent:
        '名角季雪蓉领衔主演,季雪蓉去年得过奖。妹妹季雪容专程住到河港。鹰嘴岭、鹰背岭两处起火,鹰嘴岭烧得凶。记者来到东岭村。东岭村的路灯换了新的,西岭村的老人说亮堂。',
    },
    { silent: '工人周日休息。周目时分,厂里很静。局长高建平到场。高见平淡,不足为奇。' },
    { silent: 'Captain Ruth Callow runs the ferry. “We waited,” said Calder, who is 64.' },
  ],
  find,
}
