import { removing, type Context, type Cue } from '../cue'
import { placeOf } from '../run'
import type { Unit } from '../unit'

const LEAST = 24

/** The one of several equal paragraphs that stays: the first inside the run, else the first. */
const chosen = (context: Context): Map<string, Unit> => {
  const kept = new Map<string, Unit>()
  for (const unit of context.units) {
    if ((context.repeats.get(unit.same) ?? 0) < 2 || unit.block.markUp?.hidden) continue
    const rival = kept.get(unit.same)
    const inside = placeOf(context.run, unit.index) === 'inside'
    if (!rival || (inside && placeOf(context.run, rival.index) !== 'inside')) kept.set(unit.same, unit)
  }
  return kept
}

export const repeatedParagraph: Cue = {
  id: 'repeated-paragraph',
  reason: {
    zh: '与另一段完全相同\uFF08多为图片说明或嵌入内容的重复\uFF09',
    en: 'The same paragraph stands elsewhere on the page',
  },
  examples: [
    `¶
¶
菜单贴在门口那块黑板上\uFF0C每天早上由何师傅亲手写\uFF0C字迹圆圆的\uFF0C老人们说看着就开胃。
✗ 菜单贴在门口那块黑板上\uFF0C每天早上由何师傅亲手写\uFF0C字迹圆圆的\uFF0C老人们说看着就开胃。
¶`,
    `¶
✓ 我记得那盏灯。
✓ 我记得那盏灯。
¶`,
  ],
  find: (context) => {
    const kept = chosen(context)
    return removing(context, (unit) => {
      if (unit.shape.size < LEAST || unit.block.layout === 'table-row') return 0
      const rival = kept.get(unit.same)
      return rival === undefined || rival === unit ? 0 : unit.shape.prose ? 7.5 : 4
    })
  },
}
