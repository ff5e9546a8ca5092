import { removing, type Cue } from '../cue'

/** 票价\uFF1A30元, 张三\uFF1A: a list or a dialogue says the same again and again. */
const TELLS = /:|\d/

export const repeatedLine: Cue = {
  id: 'repeated-line',
  afterHeadline: true,
  reason: { zh: '同一短行在页面上多次出现', en: 'The same short line stands on the page several times' },
  examples: [
    `¶
✗ 江城云图库
¶
✗ 江城云图库
¶
✗ 江城云图库
¶`,
    `¶
✓ “好\uFF01”
¶
✓ “好\uFF01”
¶
✓ “好\uFF01”
¶`,
  ],
  find: (context) =>
    removing(context, (unit) => {
      const times = context.repeats.get(unit.same) ?? 0
      if (times < 3 || unit.credit || unit.same.length < 3 || unit.shape.size > 60) return 0
      const speech = /["\u201C\u201D\u300C!?]/.test(unit.text) || unit.shape.closed || TELLS.test(unit.text)
      if (speech || unit.index === context.headline) return 0
      return unit.block.layout === 'table-row' ? 0 : Math.min(5, 3 + times * 0.4)
    }),
}
