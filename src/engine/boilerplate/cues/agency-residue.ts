import { removing, type Cue } from '../cue'
import { consistsOf } from '../wording'
import { Gate } from '../gates/gate'

const MARKS = new Gate(
  /我要纠错|纠错|全文完|(?<![\u3400-\u9FFF])完(?![\u3400-\u9FFF])|未完待续|责任编辑|责编|编辑|\bend\b/gi,
)
const DIGITS = /^\d{12,}$/
const CODE = new Gate(/^(?:责编|编辑|责任编辑) ?[:\d] ?\d+$/)

export const agencyResidue: Cue = {
  id: 'agency-residue',
  reason: { zh: '通讯社稿件的残留标记', en: 'Marks and numbers left by the agency’s system' },
  examples: [
    `¶
¶
✗ 【纠错】
✗ 010020010000000000000000011100001299999999`,
    `¶
✗ (完)`,
    `¶
✓ 12345
¶`,
  ],
  find: (context) =>
    removing(context, (unit) => {
      const { text, shape, tail } = unit
      if (shape.size > 16 && !DIGITS.test(text)) return 0
      if (consistsOf(unit, MARKS)) return tail || shape.size < 8 ? 6 : 4
      return DIGITS.test(text.trim()) ? 6 : CODE.test(unit) ? 4.5 : 0
    }),
}
