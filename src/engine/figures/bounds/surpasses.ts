import { aheadOf } from '../labels'
import type { Mention } from '../lexer/mention'
import { kindOf, type Sentence } from '../sentences'
import { amount, difference, en, zh } from '../wording'
import { placeOf, type Denial } from './denial'

/**
 * A figure said to be more or less than another one that stands behind the word: 126.4亿元,超过去年同期的119.7亿元; 9.7万人次,较上届的
 * 8.8万人次再创新高; 106公斤,打破自己所创105公斤的纪录.
 */

/** Which figure it is compared with: another time's, the record, the average. */
const OTHER =
  '(?:去年|上年|前年|昨年|上[届次周月季]|周[一二三四五六日]|星期[一二三四五六日]|昨[天日]|前一?[年周月天日届]|同期|同月|同日|平均|此前|历史|纪录|记录|最高|[12]\\d{3}年|疫情前|年前|所?创|保持|原[有来先]|目标|计划|任务|第二|亚军)'
const MORE = '(?:超过|超越|超出|高于|高出|多于|大于|好于|优于|快于|打破|刷新|改写|突破|超)'
const LESS = '(?:低于|少于|小于|不及|弱于|慢于)'
const AHEAD = `^[\\u4E00-\\u9FFF“”]{0,12}(?:\\([^()]{0,12}\\))?,?[\\u4E00-\\u9FFF]{0,8}?`
const TAIL = `[\\u4E00-\\u9FFF\\d]{0,14}?${OTHER}[\\u4E00-\\u9FFF\\d]{0,16}$`
const IS_MORE = new RegExp(`${AHEAD}${MORE}${TAIL}`)
const IS_LESS = new RegExp(`${AHEAD}${LESS}${TAIL}`)
/** The word of comparison stands before the other figure, what it comes to behind it. */
const BESIDE = new RegExp(`${AHEAD}[较比][\\u4E00-\\u9FFF\\d]{0,4}${OTHER}[\\u4E00-\\u9FFF\\d]{0,10}$`)
const ROSE =
  /^[\u4E00-\u9FFF]{0,6}?,?[又再还也均都]?(?:创[\u4E00-\u9FFF]{0,6}新高|增加|增长|上升|提高|提升|偏多|偏高|[还更]?要?[多高](?![\u4E00-\u9FFF]*不))/
const FELL =
  /^[\u4E00-\u9FFF]{0,6}?,?[又再还也均都]?(?:创[\u4E00-\u9FFF]{0,6}新低|减少|下降|降低|回落|偏少|偏低|[还更]?要?[少低](?![\u4E00-\u9FFF]*不))/
/** The figure is a change, a rate or a part, not what is compared. */
const STEP = /[增减净均第比较差占]|每(?![吨斤公千升亩平方])|[升降](?![雨水])|其中|单[日月]|当[天日月]|平均$/
/** What is better the smaller it is. */
const SMALLER = /最[低快短少小]|低温|新低|用时|耗时|误差|杆|能耗/
const TIMES = new Set(['hour', 'minute', 'second', 'day', 'month', 'year', 'times', 'age', 'week'])

/** more: the first is said to be the larger. */
function saidOf({ reading: { shadow } }: Sentence, said: Mention, mark: Mention): 'more' | 'less' | null {
  const between = shadow.slice(said.classified, mark.numeral[0])
  if (between.length > 40) return null
  if (IS_MORE.test(between)) return 'more'
  if (IS_LESS.test(between)) return 'less'
  if (!BESIDE.test(between)) return null
  const behind = shadow.slice(mark.classified, mark.classified + 14)
  return ROSE.test(behind) ? 'more' : FELL.test(behind) ? 'less' : null
}

function alike(a: Mention, b: Mention): boolean {
  if (a.kind !== b.kind || a.range !== null || b.range !== null || TIMES.has(a.dimension)) return false
  return a.kind === 'percent' || (a.kind === 'count' && a.dimension !== '' && kindOf(a) === kindOf(b))
}

/** 增长6.8%,增幅高于全市平均水平7.5%: two rates of growth. */
function grows(sentence: Sentence, said: Mention, mark: Mention): boolean {
  const between = sentence.reading.shadow.slice(said.classified, mark.numeral[0])
  return (
    said.kind === 'percent' &&
    /增长[了约达]?$|增[速幅][为达是]?$/.test(aheadOf(sentence, said, 5)) &&
    /^,[^,]*(?:增[速幅][^,]*平均|平均[^,]*增[速幅])[^,]*$/.test(between)
  )
}

export function* surpassed(sentence: Sentence): Iterable<Denial> {
  const { reading, mentions, start, end } = sentence
  if (reading.english || mentions.length < 2 || mentions.length > 40 || SMALLER.test(reading.shadow.slice(start, end)))
    return
  for (const [i, mark] of mentions.entries()) {
    const said = mentions.slice(0, i).findLast((one) => alike(one, mark))
    if (said === undefined || said.value * 3 < mark.value || said.value > mark.value * 3) continue
    const way = saidOf(sentence, said, mark)
    if (way === null || (STEP.test(aheadOf(sentence, said, 5)) && !grows(sentence, said, mark))) continue
    if (way === 'more' ? said.high >= mark.value : said.low <= mark.value) continue
    const [a, b] = [said, mark].map((one) => reading.text.slice(one.start, one.end))
    const word = way === 'more' ? '高于' : '低于'
    yield {
      tier: 'query',
      places: [placeOf(sentence, said, said.value), placeOf(sentence, mark, mark.value)],
      zh: zh`文中说“${a ?? ''}”${word}“${b ?? ''}”,数字却相反。请核对说法和数字。`,
      en: en`“${a ?? ''}” is said to be ${way} than “${b ?? ''}”, but it is not. Check the wording and the figures.`,
      arithmetic: [difference(mark.amount, said.amount, amount)],
    }
  }
}
