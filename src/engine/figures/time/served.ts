import type { Claim, Place, Reading, StoryCopy } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'
import { stretchClaim } from './moments'

/** Years that two years give: 1985年参军,1989年退伍,当了四年兵; 一干就是30年。从1993年参加工作到2023年退休. */

const YEAR = '(?<![\\d年])(?<%>(?:18|19|20)\\d\\d)年'
const BEGINS = '(?:参军|入伍|参加工作|入职|入学|开始|起|出任|上任|担任|当上|从教|从医|来到|进入|嫁到|开店|办厂)'
const ENDS = '(?:退伍|转业|退休|离任|卸任|离职|毕业|结束|离开|为止|关[店门]|停[业办]|去世)'
const N = '(?<said>\\d{1,2}|[一二两三四五六七八九十]{1,3})年'
const BEHIND = new RegExp(
  `${YEAR.replace('%', 'from')}[^。;\\d]{0,10}${BEGINS}[^。;\\d]{0,12}?,?[至到]?${YEAR.replace('%', 'to')}[^。;\\d]{0,8}?${ENDS}[^。;\\d]{0,6},[^。;,\\d]{0,6}?(?:当|干|做|工作|服役|教|任|守|整整|一[干当做守]就是|前后|坚持)了?${N}`,
  'g',
)
const AHEAD = new RegExp(
  `一[干当做守教待]就是${N}[。,][^。\\d]{0,4}从${YEAR.replace('%', 'from')}[^。;\\d]{0,12}[至到]${YEAR.replace('%', 'to')}[^。;\\d]{0,4}?${ENDS}`,
  'g',
)

export function* servedYears({ readings }: StoryCopy): Iterable<Claim> {
  for (const reading of readings)
    if (!reading.english && /[当干做教守役作任就]了?[^。]{0,4}年/.test(reading.shadow)) yield* servedIn(reading)
}

function* servedIn(reading: Reading): Iterable<Claim> {
  for (const pattern of [BEHIND, AHEAD])
    for (const match of matchesOf(reading.shadow, pattern)) {
      const { from = '', to = '', said = '' } = match.groups ?? {}
      const years = /^\d/.test(said) ? Number(said) : (parseChinese(said) ?? 0)
      const span = Number(to) - Number(from)
      if (span <= 0 || Math.abs(span - years) <= 1) continue
      const placeOf = (words: string, value: number): Place => {
        const start = match.index + match[0].indexOf(words)
        return { reading, start, end: start + words.length, value }
      }
      const places = [placeOf(`${said}年`, years), placeOf(`${from}年`, Number(from)), placeOf(`${to}年`, Number(to))]
      const right = { low: span - 1, high: span + 1, expr: `${to} - ${from}`, value: `${span}年`, en: `${span} years` }
      yield stretchClaim(places, right, 'error')
    }
}

const AGED =
  /(?<now>\d{2})岁[^。;\d]{0,6}[,。](?<then>\d{1,2})岁(?:那年|时|的时候)?[^。;\d]{1,24}(?:到现在|至今|如今|到今天)[^。;\d]{0,6}(?:整整)?[^。;\d]{0,3}(?<said>\d{1,2}|[一二两三四五六七八九十]{1,3})多?年/g

/** 今年45岁,22岁那年转业,到现在整整干了23年. */
export function* sinceAge({ readings }: StoryCopy): Iterable<Claim> {
  for (const reading of readings) {
    if (reading.english || !reading.shadow.includes('岁')) continue
    for (const match of matchesOf(reading.shadow, AGED)) {
      const { now = '', then = '', said = '' } = match.groups ?? {}
      const years = /^\d/.test(said) ? Number(said) : (parseChinese(said) ?? 0)
      const span = Number(now) - Number(then)
      if (span <= 0 || Math.abs(span - years) <= 1) continue
      const placeOf = (words: string, from: number): Place => {
        const start = match.index + match[0].indexOf(words, from)
        return { reading, start, end: start + words.length }
      }
      const places = [placeOf(`${said}`, match[0].lastIndexOf(said)), placeOf(`${then}岁`, 3), placeOf(`${now}岁`, 0)]
      const right = { low: span - 1, high: span + 1, expr: `${now} - ${then}`, value: `${span}年`, en: `${span} years` }
      yield stretchClaim(places, right, 'query')
    }
  }
}
