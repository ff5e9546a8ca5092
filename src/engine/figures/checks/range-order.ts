import { AROUND, isSharedScale, isWithin } from '../bounds/measured-ranges'
import { englishRangeExamples, isReversed } from '../bounds/english-ranges'
import { oneWay, oneWayExamples, type Bound } from '../bounds/one-way'
import type { Check, Claim, Reading, StoryCopy } from '../claim'
import type { Mention } from '../lexer/mention'
import { matchesOf } from '../matches'
import { amount, en, zh } from '../wording'

/** A range whose low bound is above its high bound. */

/** A fall is told from above: 由30人减至20人, 从30人到20人. */
const FALLING = /[从由自]$|[从由自][^,。;、]{0,8}$/
/** 由7至10个工作日压缩到3个: where it falls to stands behind the range. */
const GOES_ON =
  /^[\u4E00-\u9FFF]{0,6}?(?:压缩|缩[短减小]|减少|[压削]减|降低?|下[降调]|提[高升]|增加|延长|扩大|上[升调]|调整|精简|[增减升])了?[到至为]/
/** 从500元到50元不等 is a range all the same; 由5000元至3000元不等 tells of a fall. */
function isFall(shadow: string, start: number, end: number): boolean {
  const before = shadow.slice(Math.max(0, start - 10), start)
  if (shadow.startsWith('组成', end) || GOES_ON.test(shadow.slice(end, end + 16))) return false
  return FALLING.test(before) && !(/从$/.test(before) && shadow.startsWith('不等', end))
}

const COSTS =
  /\b(?:costs?|range|take|takes|aged|ages|between|priced|worth|pays?|paid|earns?|charges?|(?:sells?|sold|rents?|goes|go|hire[sd]?) for)\s$/i

const LED =
  /\b(?:of|about|around|for|within|in|waits?|waited|need|needs|requires?|expects?|lasts?|range from|ranging from|varying from|anywhere from|anything from|likely|up) $/i
const CONTEST =
  /\b(?:vote|votes|voted|odds|ratio|margin|score|lead|win|won|victory|defeat|lost|majority|beat|from|cut|ruling|decision|reduced|fell|fall|drop|chance)\b/i
/** falls of 60 to 40 millimetres: a unit stands behind both bounds, and no vote, score or fall is told. */
function isMeasured(shadow: string, low: Mention, high: Mention): boolean {
  const ahead = shadow.slice(Math.max(0, low.start - 24), low.start)
  if (!LED.test(ahead) || low.kind !== 'count' || high.kind !== 'count') return false
  const ranged = /\b(?:rang|vary|any)[a-z]{0,6} from $/i.test(ahead)
  return (
    ranged ||
    (high.classifier !== '' &&
      low.classifier === '' &&
      !CONTEST.test(shadow.slice(Math.max(0, low.start - 50), low.start)))
  )
}

/** Tickets cost $40 to $25. */
function inEnglish(reading: Reading, index: number): Claim | null {
  const low = reading.mentions[index]
  const high = reading.mentions[index + 1]
  if (
    low === undefined ||
    high === undefined ||
    low.value <= high.value ||
    high.dimension !== (low.dimension || high.dimension)
  )
    return null
  const { shadow } = reading
  const between = shadow.slice(low.numeral[1], high.numeral[0])
  const ahead = shadow.slice(Math.max(0, low.start - 24), low.start)
  if (!(
    (/^\sto\s[$\u00A3\u20AC]?$|^-[$\u00A3\u20AC]?$/.test(between) &&
      (COSTS.test(ahead) || isMeasured(shadow, low, high))) ||
    isReversed(reading, low, high) ||
    (/^\sand\s[$\u00A3\u20AC]?$/.test(between) && /\bbetween\s[$\u00A3\u20AC]?$/i.test(ahead))
  ))
    return null
  return speak(reading, low, high)
}

function claimOf(reading: Reading, index: number): Claim | null {
  const low = reading.mentions[index]
  const high = reading.mentions[index + 1]
  if (low?.range !== 'low' || high?.range !== 'high') return null
  const { shadow } = reading
  if (low.value <= high.value) return isSharedScale(shadow, low, high) ? speak(reading, low, high) : null
  if ((AROUND.includes(high.dimension) && !isWithin(shadow, high, low.start)) || isFall(shadow, low.start, high.end))
    return null
  const between = shadow.slice(low.classified, high.numeral[0])
  if (/^-$/.test(between) && high.kind !== 'percent' && shadow.slice(...low.numeral).length > 3) return null
  if (/零下|[-:]$/.test(shadow.slice(Math.max(0, low.start - 3), low.start)) || shadow.charAt(high.end) === ':')
    return null
  return speak(reading, low, high)
}

/** 11~19℃ … 16~8℃ … 6~13℃: in a forecast that gives the low first, one does not. */
function* oddForecasts(reading: Reading): Iterable<Claim> {
  const { shadow, mentions } = reading
  if (reading.english || !shadow.includes('℃')) return
  const pairs = mentions.flatMap((low, i): (readonly [Mention, Mention])[] => {
    const high = mentions[i + 1]
    if (low.range !== 'low' || high?.range !== 'high' || high.dimension !== 'temperature') return []
    return [[low, high]]
  })
  const reversed = pairs.filter(([low, high]) => low.value > high.value)
  const [odd] = reversed
  if (odd === undefined || reversed.length > 1 || pairs.length < 3) return
  const [low, high] = odd
  const around = shadow.slice(Math.max(0, low.start - 8), high.numeral[0])
  if (!/零下|[-由从自降跌]/.test(around.replace(/-$/, ''))) yield speak(reading, low, high)
}

function speak(reading: Reading, low: Bound, high: Bound): Claim {
  const quote = reading.text.slice(low.start, high.end)
  return {
    tier: 'error',
    places: [{ reading, start: low.start, end: high.end }],
    message: {
      zh: zh`“${quote}”:起点大于终点。请核对两个数字,或调换次序。`,
      en: en`“${quote}”: the range begins above its end. Check both figures, or swap them.`,
    },
    arithmetic: [
      { label: '起', en: 'from', expr: reading.text.slice(low.start, low.end), value: amount(low.value) },
      { label: '止', en: 'to', expr: reading.text.slice(high.start, high.end), value: amount(high.value) },
    ],
  }
}

const YEARS = /(?<=\(|^)(?<from>(?:19|20)\d\d)年?\s?[-\u2013\u2014~至到]{1,2}\s?(?<to>(?:19|20)\d\d)年?(?=\)|$)/g

/** (2001年至1996年): years in brackets of their own. Chinese sentences are another check's. */
function* years(reading: Reading): Iterable<Claim> {
  for (const match of matchesOf(reading.shadow, YEARS)) {
    const { from = '', to = '' } = match.groups ?? {}
    if (Number(from) <= Number(to)) continue
    const quote = reading.text.slice(match.index, match.index + match[0].length)
    yield {
      tier: 'error',
      places: [{ reading, start: match.index, end: match.index + match[0].length, value: quote }],
      message: {
        zh: zh`“${quote}”的起点晚于终点。请核对。`,
        en: en`“${quote}” ends before it begins. Check the years.`,
      },
      arithmetic: [{ label: '宣称', en: 'announced', expr: quote, value: `${from} > ${to}` }],
    }
  }
}

const AGED = /\b(?:aged|ages) (?:from |between )?(?<low>\d{1,2}) ?(?:to|and|-|\u2013) ?(?<high>\d{1,2})\b/gi
/** What falls may end lower. */
const FALLS = /\b(?:falls?|fell|drops?|dropped|falling|dropping|plunged?|cool(?:ed|ing|s)?)\b[^.;]*$/i
const SCALED =
  /\b(?:of|at|around|about|forecast|cost|costing|worth|between) [$\u00A3\u20AC]?(?<low>\d{1,3}(?:\.\d+)?)[-\u2013][$\u00A3\u20AC]?(?<high>\d{1,3}(?:\.\d+)?) (?:million|billion|trillion)\b/gi
const BELOW_ZERO =
  /\b(?:between|from) (?<low>\d{1,2}) (?:and|to) [-\u2212](?<high>\d{1,2})(?= ?(?:degrees|C\b|\u00B0))/gi

/** Children aged 12 to 6; between 4 and -2 degrees; a profit of 145-130 million. */
function* ages(reading: Reading): Iterable<Claim> {
  if (!reading.english) return
  const below = matchesOf(reading.shadow, BELOW_ZERO).filter(
    ({ index }) => !FALLS.test(reading.shadow.slice(Math.max(0, index - 30), index)),
  )
  for (const match of [...matchesOf(reading.shadow, AGED), ...matchesOf(reading.shadow, SCALED), ...below]) {
    const { low = '', high = '' } = match.groups ?? {}
    if (!below.includes(match) && Number(low) <= Number(high)) continue
    const quote = reading.text.slice(match.index, match.index + match[0].length)
    yield {
      tier: 'error',
      places: [{ reading, start: match.index, end: match.index + match[0].length, value: quote }],
      message: {
        zh: zh`“${quote}”:起点大于终点。请核对两个数字,或调换次序。`,
        en: en`“${quote}”: the range begins above its end. Check both figures, or swap them.`,
      },
      arithmetic: [{ label: '宣称', en: 'announced', expr: quote, value: `${low} > ${high}` }],
    }
  }
}

function* find(copy: StoryCopy): Iterable<Claim> {
  for (const reading of copy.readings) yield* ages(reading)
  for (const reading of copy.readings) yield* oddForecasts(reading)
  for (const reading of copy.readings) yield* years(reading)
  for (const reading of copy.readings) for (const [low, high] of oneWay(reading)) yield speak(reading, low, high)
  for (const reading of copy.readings) {
    for (let i = 0; i + 1 < reading.mentions.length; i += 1) {
      const claim = reading.english ? inEnglish(reading, i) : claimOf(reading, i)
      if (claim !== null) yield claim
    }
  }
}

export const rangeOrder: Check = {
  id: 'range-order',
  tiers: ['error'],
  title: { zh: '范围颠倒', en: 'Range upside down' },
  why: {
    zh: zh`“30至20人”的起点大于终点,多半写错了一个数。`,
    en: 'A range that begins above its end has one figure wrong.',
  },
  examples: [
    ...oneWayExamples,
    ...englishRangeExamples,
    { wrong: 'Falls of [[60 to 40 millimetres]] are likely before dawn.' },
    { wrong: 'Salaries range from [[£42,000 to £35,000]].' },
    { silent: 'It passed by a vote of 60 to 40 delegates. Staff fell to some 60 to 40 years ago.' },
    { wrong: '今天夜间到明天多云,气温11~19℃;后天阴有小雨,气温[[16~8℃]];大后天雨止转阴,气温6~13℃。' },
    { silent: '今天夜间到明天多云,气温11~19℃;后天阴有小雨,气温8~16℃;大后天雨止转阴,气温6~13℃。明天19~11℃,后天16~8℃。' },
    { wrong: 'It will settle [[between 4 and -2]] degrees overnight.' },
    { wrong: 'It treats patients [[aged from 61 to 25]].' },
    {
      silent:
        'It will settle between -2 and 4 degrees, then fall from 4 to -2 degrees. It treats patients aged from 16 to 25, ages 5-12 free.',
    },
    { wrong: '今晚到明天,阵风[[7到5级]],渔船请回港。' },
    { silent: '今晚到明天,阵风5到7级,渔船请回港。Children aged 6 to 12 may fish.' },
    { wrong: 'Children [[aged 12 to 6]] may enter the fishing contest free of charge.' },
    { wrong: '大事记\n星海唱片([[2001年至1996年]])\n灯塔唱片(1996年至2001年)' },
    { silent: '星海唱片(1996年至2001年)\n灯塔唱片(2001–2003)' },
    { wrong: '疫苗保存温度为[[8-2℃]],保质期两年。' },
    { wrong: '全县民宿管家月收入多在[[9~1.5万元]],旺季还有提成。' },
    { silent: '疫苗保存温度为2-8℃,月收入多在0.9~1.5万元,押金500~1万元。' },
    { wrong: '周末气温在[[18至9摄氏度]]之间。' },
    { wrong: 'Seats are sold for between [[$45 and $25]] at the door.' },
    { silent: '周末气温在9至18摄氏度之间,各地气温25至18摄氏度。' },
    { wrong: '每个小组[[30至20人]]。' },
    { wrong: '庭院栽植可选[[3至2年]]生的苗木。' },
    { wrong: '近期发生[[5.5至5.0级]]余震的可能性较大。' },
    { silent: '这些石器距今30至20年前出土,事故分为4至1级。' },
    { wrong: '补助标准为[[5000至3000元]]。' },
    { wrong: '亩产可达[[900~600公斤]]。' },
    { wrong: '预计增长[[8%至5%]]。' },
    { wrong: '每户补贴[[5万元至3万元]]。' },
    { wrong: '新渠全长[[12至8公里]]。' },
    { wrong: '会场可容纳[[五百至三百人]]。' },
    { wrong: '每场演出[[90到60分钟]]。' },
    { wrong: '捐款从[[500元到50元]]不等。' },
    { wrong: 'Tickets cost [[$40 to $25]] on Friday.' },
    { silent: '每个小组20至30人,补助3至5万元。班级人数从30人到20人逐年减少,费用由5000元至3000元不等。' },
    { silent: '夜间气温5℃至-3℃,值班电话0532-8888。' },
    { silent: '10月至次年3月供暖,22时至6时禁鸣。' },
    { silent: '主队以30-20领先,终场比分98-75。2019-20赛季,他打了二至三场。' },
    { silent: '课本第30至20页装反了,12至8楼停水。增长5%~8%,两三百人参加。' },
  ],
  find,
}
