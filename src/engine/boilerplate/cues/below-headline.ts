import { findDates } from '../dates'
import type { Context, Cue, Evidence } from '../cue'
import { isDisplay, type Unit } from '../unit'

const NEAR = 2

/** Indented as the text is, while the page's headings are not: set as a caption, not as a heading. */
const setAsCaption = (unit: Unit, context: Context): boolean => {
  const opening = context.units[context.run.first]
  const headings = context.units
    .slice(context.run.first, context.run.last + 1)
    .filter((one) => one.leads && isDisplay(one))
  return (
    unit.block.indented &&
    opening?.block.indented === true &&
    headings.length > 0 &&
    headings.filter((one) => !one.block.indented).length * 2 > headings.length
  )
}

const evidence = (unit: Unit, context: Context): Evidence[] => {
  if (context.claimed.has(unit.index) || findDates(unit.text.slice(0, 80)).length > 0) return []
  if (!isDisplay(unit))
    return unit.shape.size >= 30 ? [{ unit: unit.index, fate: 'text', role: 'body', weight: 2.4 }] : []
  if (
    unit.block.layout === 'line' &&
    setAsCaption(unit, context) &&
    !unit.shape.closed &&
    unit.shape.size <= 30 &&
    unit.shape.commas === 0
  )
    return [{ unit: unit.index, fate: 'lifted', role: 'caption', weight: 2.5 }]
  if (unit.shape.size < 4 || (unit.block.markUp?.linkDensity ?? 0) > 0.5) return []
  return [{ unit: unit.index, fate: 'text', role: 'heading', weight: 0.3 + 2.1 * context.clutter.before }]
}

export const belowHeadline: Cue = {
  id: 'below-headline',
  afterHeadline: true,
  reason: {
    zh: '标题与正文之间的一行\uFF0C可能是小标题、导语或图片说明',
    en: 'A line between headline and text: a heading, a standfirst or a caption',
  },
  examples: [
    `社区食堂试营业 首日迎来三百位老人
2024-03-05 09:12
✓ 一碗热汤的价钱
¶
¶`,
    `社区食堂试营业 首日迎来三百位老人
江城晚报     2024年03月05日
↑ \u3000\u3000东湖街道社区食堂
\u3000\u3000¶
一碗热汤的价钱
\u3000\u3000¶
下一步怎么走
\u3000\u3000¶`,
  ],
  find: (context) => {
    const { headline, run, units } = context
    if (headline === null || run.first > run.last) return []
    const from = Math.max(headline + 1, run.first - NEAR)
    return units.slice(from, run.first).flatMap((unit) => evidence(unit, context))
  },
}
