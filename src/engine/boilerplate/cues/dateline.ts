import type { Cue, Evidence } from '../cue'
import { sameness } from '../fold'
import { placeOf } from '../run'
import { isPublication } from '../publication'
import { datesOf, type Unit } from '../unit'

const LABEL =
  /^(?:发布|更新|发表|發表|發佈|出版|刊发|发稿|發稿|上版|最後更新|最后更新|published|updated|posted|last updated|first published)? ?(?:时间|日期|[於于:]|on|at)? ?:? ?$/i

/** What an English dateline has beside its date. */
const CLOCK =
  /\b(?:mon|tue|wed|thu|fri|sat|sun)\b|\b\d{1,2}[.:]\d{2}\b|\b(?:GMT|BST|EST|EDT|PST|PDT|UTC|ET|[ap]\.?m)\b\.?|\blast modified\b/gi
/** A later hour of the same year, and what a page counts beside its date. */
const AGAIN =
  /\(?\b\d{1,2}\/\d{1,2}(?: \d{1,2}:\d{2})? ?更新\)?|(?:浏览|阅读|点击|访问|瀏覽|點閱)(?:[量数數]|次数)? ?:? ?[\d.]+[万萬]?|评论 ?\(\d+人参与\)|updated \d+ (?:hours?|minutes?|days?) ago|(?<=发布) ?\d+$/g
/** 【明聲專訊】 before the day */
const AGENCY = /^【[\u3400-\u9FFF]{2,8}[專专]?[訊讯]】/
const LONGEST = 120
const WIDEST = 40

/** What is left of the line beside its dates. */
const beside = (unit: Unit): string | null => {
  if (unit.text.length > LONGEST || unit.shape.size >= WIDEST) return null
  const dates = datesOf(unit)
  if (dates.length === 0) return null
  let rest = ''
  let at = 0
  for (const { start, end } of dates) {
    rest += unit.text.slice(at, start)
    at = end
  }
  return (rest + unit.text.slice(at))
    .replace(AGENCY, '')
    .replace(CLOCK, '')
    .replace(AGAIN, '')
    .replace(/[\s|\u00B7,/()[\]]|星期.|周.|(?:mon|tues|wednes|thurs|fri|satur|sun)day/gi, '')
}

const isDate = (unit: Unit): boolean => {
  const rest = beside(unit)
  return (
    rest !== null &&
    (rest === '' ||
      LABEL.test(rest) ||
      /^(?:updated|published|posted)+(?:at|on|:)*(?:[ap]\.?m\.?)?(?:[a-z]{2,4})?$/i.test(rest))
  )
}

/** 江城供电 2024-07-15 18:00 江苏: an account, the minute it posted, and where from. */
const POSTED = /^(?:原创)?[\u3400-\u9FFF]{2,16}$/
const isPosted = (unit: Unit): boolean => /\d:\d\d/.test(unit.text) && POSTED.test(beside(unit) ?? '')

/** Beside a by-line or a date. */
const isHeader = (units: readonly Unit[], index: number): boolean =>
  [-2, -1, 1, 2].some((step) => {
    const other = units[index + step]
    return other !== undefined && (other.credit !== null || datesOf(other).length > 0)
  })

export const dateline: Cue = {
  id: 'dateline',
  reason: {
    zh: '发布日期或报名\uFF0C已记入稿件信息',
    en: 'The date or the name of the publication, kept with the story’s data',
  },
  examples: [
    `社区食堂试营业 首日迎来三百位老人
↑ 2024-03-05 09:12
¶
¶`,
    `社区食堂试营业 首日迎来三百位老人
↑ 江城晚报     2024年03月05日
¶
¶`,
    `社区食堂试营业 首日迎来三百位老人
↑ 江城供电 2024-07-15 18:00 江苏
¶
¶`,
    `社区食堂试营业 首日迎来三百位老人
↑ 【江聲專訊】2026年11月3日 星期二
¶
¶`,
    `Ferry returns after a decade
By Nora Field
↑ Harbour News
¶en
¶en`,
    `Ferry returns after a decade
↑ March 5, 2024
¶en
¶en`,
    `¶
✓ 2024年3月5日\uFF0C社区食堂的灯第一次亮到晚上八点\uFF0C门口的台阶上坐满了人。
✓ 2024年3月5日 星期二 晴
¶
¶`,
  ],
  find: (context) => {
    const site = context.meta.site === null ? null : sameness(context.meta.site)
    return context.units.flatMap((unit): Evidence[] => {
      if (unit.shape.size >= WIDEST) return []
      if (unit.same === site && unit.index < context.run.first && isHeader(context.units, unit.index))
        return [{ unit: unit.index, fate: 'lifted', role: 'dateline', weight: 4.2 }]
      const around = [context.units[unit.index - 1], context.units[unit.index + 1]]
      const cutFromOneLine = around.some((other) => other?.block === unit.block && datesOf(other).length > 0)
      const index = unit.index
      if (index < context.run.first && (isPosted(unit) || (around[0]?.credit && isPublication(unit.text))))
        return [{ unit: index, fate: 'lifted', role: 'dateline', weight: 4.2 }]
      const isSite = cutFromOneLine && !unit.credit && unit.shape.size <= 16
      if (!isSite && !isDate(unit)) return []
      const inside = placeOf(context.run, unit.index) === 'inside'
      const header = cutFromOneLine || around.some((other) => other?.credit) || /\d:\d\d/.test(unit.text)
      const stays = inside && !(header && unit.index <= context.run.first + 1)
      // A paper's own name beside its date is sooner that than the name of a column.
      const weight = isSite && isPublication(unit.text) ? 5.8 : 5.2
      return [{ unit: unit.index, fate: 'lifted', role: 'dateline', weight: stays ? -1 : weight }]
    })
  },
}
