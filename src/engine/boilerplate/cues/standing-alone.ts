import type { Context, Cue, Evidence } from '../cue'
import { placeOf } from '../run'
import type { Unit } from '../unit'

const WIDE = 3
/** More lines set apart than a page has pictures: its lines are simply set wide. */
const MOST = 40

/** The empty lines that usually part two paragraphs of the page. */
const usualGap = (units: readonly Unit[]): number => {
  const gaps = units.filter((unit) => unit.leads && unit.index > 0).map((unit) => unit.block.blankBefore)
  return gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? 0
}

const fits = (unit: Unit): boolean =>
  unit.leads &&
  unit.shape.closed &&
  !unit.tail &&
  unit.shape.sentences <= 1 &&
  unit.shape.size >= 8 &&
  unit.shape.size <= 60

const isWide = (unit: Unit, usual: number): boolean => unit.block.blankBefore >= Math.max(WIDE, usual + 2)

/** A sentence that a picture's gap sets off, and that the text says again or that has siblings set off likewise. */
const weigh = (siblings: number, said: boolean): number => 2.2 + Math.min(2, siblings * 0.7) + (said ? 2 : 0)

const wideUnits = (context: Context): Unit[] => {
  if (!context.units.some(({ block }) => block.blankBefore >= WIDE)) return []
  const usual = usualGap(context.units)
  return context.units.filter(
    (unit) =>
      fits(unit) &&
      isWide(unit, usual) &&
      placeOf(context.run, unit.index) === 'inside' &&
      unit.index !== context.headline,
  )
}

export const standingAlone: Cue = {
  id: 'standing-alone',
  afterHeadline: true,
  reason: {
    zh: '单独成行、前面留有图片空位的短句\uFF0C应是图片说明',
    en: 'A short line set off by the gap of a picture: most likely its caption',
  },
  examples: [
    `社区食堂试营业 首日迎来三百位老人

¶

¶



↑ 志愿者为老人送餐。



↑ 食堂门口排起长队。

¶

¶`,
    `社区食堂试营业 首日迎来三百位老人

¶

✓ 门开了。

✓ 没有人说话。

¶



✓ 一碗热汤的价钱

¶`,
  ],
  find: (context) => {
    const wide = wideUnits(context)
    if (wide.length === 0 || wide.length > MOST) return []
    const prose = context.units
      .filter((unit) => unit.shape.prose && unit.shape.size > 60)
      .map((unit) => unit.same)
      .join('\n')
    return wide.map((unit): Evidence => ({
      unit: unit.index,
      fate: 'lifted',
      role: 'caption',
      weight: weigh(wide.length - 1, prose.includes(unit.same.slice(-24))),
    }))
  },
}
