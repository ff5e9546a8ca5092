import type { Claim, Reading } from '../claim'
import type { Mention } from '../lexer/mention'
import { en, figure, zh } from '../wording'

/** What is said to exceed a plan, and by how much: 超额完成402%; 完成98.3%,超额完成. */

const EXCEEDS =
  /超额(?:完成|实现)(?:了|达到?|全年[^,。;]{0,10}|年度[^,。;]{0,10}|任务[^,。;]{0,6}|计划[^,。;]{0,6}|目标[^,。;]{0,6})?$/

/** 完成全年目标的98.3%,提前超额完成: what falls short is no surplus. */
function shortfall(reading: Reading, mention: Mention): Claim | null {
  if (mention.kind !== 'percent' || mention.high >= 100) return null
  const before = reading.shadow.slice(Math.max(0, mention.start - 24), mention.start)
  const behind = /^[^。;%]{0,24}?超额完成/.exec(reading.shadow.slice(mention.classified))
  if (behind !== null && /预计|力争|有望|可望|确保|将/.test(behind[0])) return null
  if (
    behind === null ||
    !/(?:完成|实现|为|达到?|占)[^,。;]{0,16}(?:任务|计划|目标)(?:数|任务)?(?:[\d.]+[\u4E00-\u9FFF]{1,4})?的$/.test(
      before,
    )
  )
    return null
  return short(reading, mention, mention.start)
}

/** 占年度计划的43.7%,实现“时间过半、任务过半”: what is said to be past its half is not. */
const PAST_HALF = /^[^。;%]{0,16}?(?:任务|工程|投资|进度|完成量|双)[\u4E00-\u9FFF]{0,2}(?:过半|超半|[超过]一半)/
const OF_PLAN = /(?:完成|实现|[为占]|达到?)[^,。;]{0,16}(?:任务|计划|目标|总量|总投资)[数额的]?[^,。;%]{0,6}$/
const NOT_YET = /预计|力争|有望|可望|确保|[将未尚离距差不待]|还需|目标/

function beforeHalf(reading: Reading, mention: Mention): Claim | null {
  if (mention.kind !== 'percent' || mention.high >= 50) return null
  const before = reading.shadow.slice(Math.max(0, mention.start - 28), mention.start)
  const behind = PAST_HALF.exec(reading.shadow.slice(mention.classified, mention.classified + 40))
  if (behind === null || NOT_YET.test(behind[0]) || !OF_PLAN.test(before) || /[增减]/.test(before.slice(-4)))
    return null
  const [quote, value] = [reading.text.slice(mention.start, mention.end), `${figure(mention.value)}%`]
  const end = mention.classified + behind[0].length
  return {
    tier: 'query',
    places: [
      { reading, start: mention.start, end: mention.end, value: mention.value },
      { reading, start: end - 2, end },
    ],
    message: {
      zh: zh`“${quote}”没有过半。请核对说法和数字。`,
      en: en`“${quote}” is less than half of the plan. Check the wording and the figure.`,
    },
    arithmetic: [{ label: '数字', en: 'figure', expr: `${value} < 50%`, value }],
  }
}

function exceeding(reading: Reading, mention: Mention): Claim | null {
  if (mention.kind !== 'percent') return null
  const before = reading.shadow.slice(Math.max(0, mention.start - 20), mention.start)
  // 超额120%完成
  const ahead = /^[\u4E00-\u9FFF]{0,4}(?:完成|实现)/.test(reading.shadow.slice(mention.classified))
  const match = EXCEEDS.exec(before) ?? (ahead && mention.low > 100 ? /超额[了达]?$/.exec(before) : null)
  if (match === null) return null
  if (mention.high < 100)
    return match[0].endsWith('的') ? short(reading, mention, mention.start - match[0].length) : null
  if (mention.low <= 100) return null
  const start = mention.start - match[0].length
  const value = figure(mention.value)
  const whole = figure(mention.value + 100)
  return {
    tier: 'query',
    places: [{ reading, start, end: mention.end, value: mention.value }],
    message: {
      zh: zh`“${reading.text.slice(start, mention.end)}”照字面是完成了计划的${whole}%。若是完成计划的${value}%,应写“完成${value}%”或“超额${figure(mention.value - 100)}%”。请核对。`,
      en: en`“${reading.text.slice(start, mention.end)}” literally means ${whole} percent of the plan. If ${value} percent was reached, write so. Check it.`,
    },
    arithmetic: [
      { label: '照字面', en: 'literally', expr: `100% + ${value}%`, value: `${whole}%` },
      { label: '若为完成', en: 'if reached', expr: `${value}% - 100%`, value: `${figure(mention.value - 100)}%` },
    ],
  }
}

/** A plan is exceeded by less than this, in percent. */
const SURPLUS = 45

/** 超额完成目标的60%: less than the whole is no surplus. */
function short(reading: Reading, mention: Mention, start: number): Claim | null {
  // 超额完成年度计划的18%: by so much.
  if (mention.value < SURPLUS) return null
  const quote = reading.text.slice(start, mention.end)
  const value = `${figure(mention.value)}%`
  return {
    tier: 'query',
    places: [{ reading, start, end: mention.end, value: mention.value }],
    message: {
      zh: zh`“${quote}”:只完成${value}不是“超额”。请核对说法和数字。`,
      en: en`“${quote}”: ${value} of a plan does not exceed it. Check the wording and the figure.`,
    },
    arithmetic: [{ label: '数字', en: 'figure', expr: `${value} < 100%`, value }],
  }
}

/** 超额 beside its share, where the one denies the other. */
export function surplusOf(reading: Reading, mention: Mention): Claim | null {
  return exceeding(reading, mention) ?? shortfall(reading, mention) ?? beforeHalf(reading, mention)
}
