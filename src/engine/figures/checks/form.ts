import type { Check, Claim, Reading, StoryCopy } from '../claim'
import { en, zh } from '../wording'
import { matchesOf } from '../matches'

/** How figures are written (GB/T 15835). House style decides, so the check is off by default. */

interface Form {
  readonly pattern: RegExp
  readonly why: { readonly zh: string; readonly en: string }
}

const FORMS: readonly Form[] = [
  {
    pattern: /(?<![\d.])\d{1,12}(?:\.\d{1,6})?[万亿]\d{1,8}[十百千万]{1,2}(?=[\u4E00-\u9FFF%℃]|$)/g,
    why: { zh: zh`一个数只用一个大单位,宜改用小数`, en: 'one number takes one large unit; write a decimal' },
  },
  {
    pattern: /(?<![\d.])\d+(?:\.\d+)?[~-]\d+(?:\.\d+)?[万亿](?=[\u4E00-\u9FFF])/g,
    why: { zh: zh`范围的前一个数缺“万”或“亿”`, en: 'the first bound of the range lacks its large unit' },
  },
  {
    pattern:
      /\d{4}年(?:[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?|\d{1,2}月[一二三四五六七八九十]{1,3}日)/g,
    why: { zh: zh`一个日期混用了两种数字`, en: 'one date mixes two kinds of numerals' },
  },
  {
    pattern: /(?<![\d.第])\d+[余多]?[十百千](?![分克米瓦赫斤卡兆年帕])(?=[余多]?[\u4E00-\u9FFF])/g,
    why: { zh: zh`阿拉伯数字后面不用“十、百、千”`, en: 'no hundred or thousand behind Arabic digits' },
  },
  {
    pattern: /[一二三四五六七八九]?十\d(?![\d月]|年代)|[一二两三四五六七八九][百千]\d[十百]?(?![\d.])/g,
    why: { zh: zh`一个数混用了两种数字`, en: 'one number mixes two kinds of numerals' },
  },
]
/** A quotation and a name keep their own form. */
const QUOTED = /[“《][^”》]{0,40}$/

function* findIn(reading: Reading): Iterable<Claim> {
  const { shadow, text } = reading
  const taken: number[] = []
  for (const { pattern, why } of FORMS) {
    for (const match of matchesOf(shadow, pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (taken.some((at) => at >= start - 12 && at < end)) continue
      if (QUOTED.test(shadow.slice(Math.max(0, start - 40), start))) continue
      taken.push(start)
      yield {
        tier: 'query',
        places: [{ reading, start, end }],
        message: {
          zh: zh`“${text.slice(start, end)}”:${why.zh}。请按本报体例改写。`,
          en: en`“${text.slice(start, end)}”: ${why.en}. Rewrite it in the house style.`,
        },
      }
    }
  }
}

function* find(copy: StoryCopy): Iterable<Claim> {
  for (const reading of copy.readings) {
    if (!reading.english && reading.passage.role !== 'table') yield* findIn(reading)
  }
}

export const form: Check = {
  id: 'form',
  tiers: ['query'],
  offByDefault: true,
  title: { zh: '数字用法', en: 'Form of figures' },
  why: {
    zh: zh`GB/T 15835的写法:不写“2亿3千万”,范围两端单位写全,一个数不混用两种数字。`,
    en: 'The national standard’s forms: one large unit a number, full bounds, one kind of numerals.',
  },
  examples: [
    { wrong: '新桥造价[[2亿3千万]]元。' },
    { wrong: '全年接待[[2~5万]]人。' },
    { wrong: '会议定在[[2023年五月八日]]举行。' },
    { wrong: '队伍里有[[3百]]名新手。' },
    { wrong: '果园栽了[[5千]]株梨树。' },
    { wrong: '村里来了[[3多百]]名游客。' },
    { wrong: '全班共有[[四十5]]人。' },
    { wrong: '[[1999年十二月]],大坝合龙。' },
    { silent: '新桥造价2.3亿元,全年接待2万~5万人。' },
    { silent: '会议定在2023年5月8日举行。' },
    { silent: '她写道:“那年收了2亿3千万斤。”' },
    { silent: '苹果每箱5千克,路长3千米,功率9千瓦。' },
    { silent: '三百名新手,五千株梨树,四十五个人。' },
    { silent: '十2月' },
    { silent: '比分是2-5,气温2~5℃。' },
    { silent: '二〇二三年五月八日,会议在老礼堂举行。' },
  ],
  find,
}
