import type { Check, Claim, Reading, StoryCopy } from '../claim'
import type { Mention } from '../lexer/mention'
import { en, zh } from '../wording'
import { matchesOf } from '../matches'
import { englishCodes } from '../words/english-codes'
import { DIGITS, isSubsequence, segmentations, windows } from '../words/code-figures'

/** A code made of figures (“1412”工作模式) and the words that spell it out. */

const CODE =
  /“(?<code>[1-9]\d{2,5}|\d{1,2}(?:\+\d{1,2}){1,4}(?:\+[NX]){0,3}|[一二三四五六七八九]{3,5})”(?:(?<=(?:思路|目标|模式|定位|工作法|举措|路径|部署|战略|布局|格局|框架|体系)(?:[是为即]|概括为)“[^”]{2,14}”)(?=[:,])|(?=[\u4E00-\u9FFF]{0,12}(?:模式|体系|机制|工作法|工程|行动|战略|部署|定位|格局|计划|思路|布局|框架|品牌|举措|治理|管理|法|方案|经验|目标|要求|理念|规划|服务|制度|做法|路径|策略|任务|结构|方针|架构|方式|规则|承诺|网络|办法)))/gi
const KEY = /(?:^|[“(,;、即])(?<key>\d{1,2})”?(?:[即指为]|是(?!否)|代表|就是)/g

/** “5”是公安、城管、消防四支力量: what a key says of itself is not its figure. */
function* keyedOtherwise(reading: Reading, keys: readonly Key[]): Iterable<Claim> {
  for (const key of keys) {
    const stop = reading.shadow.slice(key.end).search(/[,;。]/)
    const limit = stop < 0 ? reading.shadow.length : key.end + stop
    const counts = reading.mentions.filter(
      (mention) => mention.start >= key.end && mention.end <= limit && isStep(mention),
    )
    const [only, ...more] = counts
    if (only === undefined || more.length > 0 || only.value === Number(key.figure)) continue
    yield claim(reading, key.figure, [key.start, key.end], [only.start, only.end], [only.value])
  }
}

interface Key {
  readonly figure: string
  readonly start: number
  readonly end: number
}

/** The figures said again one by one behind the code: “1”即…“3”即… */
function keysOf(reading: Reading, end: number): Key[] {
  const [first = '', second = ''] = reading.shadow.slice(end, end + 300).split('。')
  // 实施“1+3”治理模式。“1”即…: the explanation may be the next sentence.
  const own = matchesOf(first, KEY)
  const next = own.length > 0 || !second.startsWith('“') ? 0 : first.length + 1
  return (next === 0 ? own : matchesOf(second, KEY)).map((match) => {
    const key = match.groups?.['key'] ?? ''
    const start = end + next + match.index + match[0].indexOf(key)
    return { figure: key, start, end: end + next + match.index + match[0].length }
  })
}

/** Said again one after the other, the figures must spell the code. */
function keyed(reading: Reading, code: string, at: readonly [number, number], keys: readonly Key[]): Claim | null {
  const spelled = keys.map(({ figure }) => figure).join('')
  const first = keys[0]
  const last = keys.at(-1)
  const digits = code.replace(/\+[NX]?/g, '')
  if (first === undefined || last === undefined || spelled.length !== digits.length || spelled === digits) return null
  return claim(
    reading,
    code,
    at,
    [first.start, last.end],
    keys.map(({ figure }) => Number(figure)),
  )
}

function claim(
  reading: Reading,
  code: string,
  at: readonly [number, number],
  spelled: readonly [number, number],
  values: readonly number[],
): Claim {
  return {
    tier: 'query',
    places: [
      { reading, start: at[0], end: at[1], value: code },
      { reading, start: spelled[0], end: spelled[1], value: values.join('+') },
    ],
    message: {
      zh: zh`“${code}”的解释是${values.join('、')},与数字代号对不上。请核对代号或解释。`,
      en: en`“${code}” is spelled out as ${values.join(', ')}, which does not make the code. Check the code or its explanation.`,
    },
    arithmetic: [
      { label: '宣称', en: 'announced', expr: `“${code}”`, value: code },
      { label: '列出', en: 'listed', expr: values.join(' · '), value: values.join('') },
    ],
  }
}

/** 未来三年 is no step of the code. */
const STRETCHES = new Set('year month age'.split(' '))

function isStep(mention: Mention): boolean {
  return (
    mention.kind === 'count' &&
    mention.exact &&
    mention.range === null &&
    mention.classifier !== '' &&
    !STRETCHES.has(mention.dimension) &&
    mention.value <= 99
  )
}

/** The end of the sentence, of the next one where the code's own has no room for an explanation. */
function explainedTo(shadow: string, end: number): number {
  const stop = shadow.indexOf('。', end)
  if (stop < 0) return shadow.length
  const next = stop - end < 10 ? shadow.indexOf('。', stop + 1) : stop
  return next < 0 ? shadow.length : next
}

/** 一条主线…四篇文章…12项: figures in the code's order, one of them off. */
function counted(reading: Reading, code: string, start: number, end: number): Claim | null {
  const limit = Math.min(explainedTo(reading.shadow, end), end + 200)
  const steps = reading.mentions.filter((mention) => mention.start >= end && mention.end <= limit && isStep(mention))
  const values = steps.map(({ value }) => value)
  const exact = Array.from({ length: code.length }, (_, i) => i + 1).flatMap((count) => segmentations(code, count))
  if (exact.some((cut) => isSubsequence(cut, values))) return null
  const least = code.includes('+') ? 2 : 3
  if (values.length < least) return null
  for (const row of windows(steps, least)) {
    const spelled = row.map(({ value }) => value)
    const near = segmentations(code, row.length).some(
      (cut) => cut.length >= least && cut.filter((value, i) => value !== spelled[i]).length === 1,
    )
    const [first] = row
    const last = row.at(-1)
    if (near && first !== undefined && last !== undefined)
      return claim(reading, code, [start, end], [first.start, last.end], spelled)
  }
  return null
}

const RUN = /(?:[一二三四五六七八九][\u4E00-\u9FFF]{1,4}、){1,5}[一二三四五六七八九][\u4E00-\u9FFF]{1,4}(?=[,。;)])/

/** “4343”服务机制,做到四必访、四必帮、三必报、三必到: as many items as figures, each with its own in front. */
function run(reading: Reading, code: string, start: number, end: number): Claim | null {
  const [clause = ''] = reading.shadow.slice(end, end + 60).split('。')
  const match = RUN.exec(clause)
  const items = match?.[0].split('、') ?? []
  const values = items.map((item) => DIGITS.indexOf(item.charAt(0)) + 1)
  if (match === null || values.length !== code.length || !/^\d+$/.test(code) || values.join('') === code) return null
  const at = end + match.index
  return claim(reading, code, [start, end], [at, at + match[0].length], values)
}

const NAMED = /(?<words>(?:[一二三四五六七八九][\u4E00-\u9FFF]){2,5})“(?<code>\d{2,6})”/g

/** 一诺一评三化“113”: the words right before the code say its figures one by one. */
function* namedOtherwise(reading: Reading): Iterable<Claim> {
  if (!/“\d/.test(reading.shadow)) return
  for (const match of matchesOf(reading.shadow, NAMED)) {
    const { words = '', code = '' } = match.groups ?? {}
    const values = [...words].filter((_, i) => i % 2 === 0).map((word) => DIGITS.indexOf(word) + 1)
    const at = match.index + words.length
    if (values.join('') === code || Math.abs(values.length - code.length) > 1) continue
    yield claim(reading, code, [at, at + code.length + 2], [match.index, at], values)
  }
}

function* find(copy: StoryCopy): Iterable<Claim> {
  for (const reading of copy.readings) {
    if (reading.english)
      for (const { code, at, told, values } of englishCodes(reading)) yield claim(reading, code, at, told, values)
    else yield* namedOtherwise(reading)
    for (const match of matchesOf(reading.shadow, CODE)) {
      const code = match.groups?.['code'] ?? ''
      const end = match.index + code.length + 2
      const keys = keysOf(reading, end)
      const found =
        keys.length > 1
          ? keyed(reading, code, [match.index, end], keys)
          : (run(reading, code, match.index, end) ?? counted(reading, code, match.index, end))
      if (found !== null) yield found
      else if (keys.length > 1) yield* keyedOtherwise(reading, keys)
    }
  }
}

export const codeExpansion: Check = {
  id: 'code-expansion',
  tiers: ['query'],
  title: { zh: '数字代号与解释不符', en: 'Code against explanation' },
  why: {
    zh: zh`“1412”这样的代号会被逐字解释,改了解释常忘了改代号。`,
    en: 'A code of figures is spelled out figure by figure; edits often change only one of the two.',
  },
  examples: [
    {
      wrong:
        'Their method was the [[50/30/20]] budget. Half went on needs, [[40 per cent on wants and 20 per cent]] on savings.',
    },
    { wrong: 'Officials call it the [[4-3-2]] plan: [[four clinics, five ambulances and two helicopters]].' },
    {
      silent:
        'Their method was the 50/30/20 budget. Half went on needs, 30 per cent on wants and 20 per cent on savings. She won 6-4, 6-3 and a place in the 4-3-2 plan.',
    },
    { wrong: '社区推出[[“4343”]]服务机制,做到[[四必访、四必帮、三必报、三必到]],受到好评。' },
    { wrong: '会上发布[[“1512”]]行动方案,未来三年将围绕[[一条主线,实施五大工程,落实10项]]重点任务。' },
    {
      wrong:
        '明年县域经济的总体思路是[[“12345”]]:围绕[[一个目标;建强两大园区;抓实三项改革;打造四条产业链;开展六个]]专项行动。',
    },
    {
      silent:
        '社区推出“4433”服务机制,做到四必访、四必帮、三必报、三必到。明年的总体思路是“123”:围绕一个目标,建强两大园区,抓实三项改革。',
    },
    { wrong: '镇上推行“1+5+N”模式:“1”是一个驿站,“[[5”是]]公安、城管、市场监管、消防[[四支]]力量,“N”是志愿者。' },
    { wrong: 'The [[“4-2-1”]] winter plan promises [[three overnight shelters, two mobile clinics and one hotline]].' },
    { wrong: '镇里推行[[“2+4+N”]]服务模式,即[[2个大厅、3个]]驿站和若干代办点。' },
    { wrong: '村里建立[[“三五七”]]机制,就是[[三级网格、四类队伍、七项]]清单。' },
    { silent: '镇里推行“2+3+N”服务模式,即2个大厅、3个驿站和若干代办点。' },
    { wrong: '镇里推行[[“1413”]]工作模式,围绕[[一条主线,做好四篇文章,办好12项]]实事。' },
    { wrong: '街道明确[[“1345”]]发展定位([[1是抓党建,3是建园区,4是兴产业,6是]]优环境)。' },
    { wrong: '[[“123”]]治理体系,即[[一个中心、两支队伍、四项]]制度。' },
    { wrong: '村里探索[[“257”]]工作法,建好[[两个平台,用好五支队伍,抓好八个]]环节。' },
    { wrong: '全区实施[[“1612”]]行动,坚持[[一个目标,抓住六个重点,落实13项]]任务。' },
    { wrong: '学校形成[[“134”]]机制,有[[一张清单、两本台账、四次]]会商。' },
    { wrong: '农场建立[[“369”]]体系,“[[3”即三级网络,“6”即六支队伍,“8”即]]八项服务。' },
    { wrong: '社区打造[[“246”]]品牌,依托[[两个阵地,组建四支队伍,开展五类]]活动。' },
    { wrong: '渡口实行[[“346”]]管理,“[[3”是三次点名,“4”是四查船况,“5”是]]五不开航。' },
    { silent: '创建“1412”工作模式,围绕一条主线,做好四篇文章,办好12项实事。' },
    { wrong: '推行[[一诺一评三化]][[“1133”]]工作机制,走出新路。' },
    { wrong: '实施[[“1+3”]]治理模式。“[[1”即坚持一条主线,“4”即]]实施治理工程。' },
    { silent: '推行一诺一评三化“113”工作机制。实施“1+3”治理模式。“1”即坚持一条主线,“3”即实施“三大工程”。' },
    { silent: '按照“1339”战略部署,街道全年走访3次,新建4个站点。' },
    { silent: '打造“1169”美好社区治理体系,第一个“1”即以人民为中心,第二个“1”即党建引领,“6”即六抓,“9”即九大场景。' },
    { silent: '“12345”热线平台全年受理来电三千余件,办结率99%,回访两次。' },
    { silent: '建立“2+1+N+X”机制,即2名网格长、1名专职网格员。' },
    { silent: '推行“321”社区工作法,全年办实事45件,惠及12个小区。' },
    { silent: '镇里形成“123”治理体系,即一个中心、两支队伍、三项制度。' },
    { silent: '“1345”发展定位(1是抓党建,3是建园区,4是兴产业,5是优环境)深入人心。' },
  ],
  find,
}
