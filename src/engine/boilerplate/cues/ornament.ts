import { removing, type Cue } from '../cue'
import { placeOf } from '../run'

export const ornament: Cue = {
  id: 'ornament',
  reason: { zh: '正文之外的装饰线或符号', en: 'A rule or an ornament outside the text' },
  examples: [
    `社区食堂试营业 首日迎来三百位老人
✗ \u2193\u2193\u2193
¶
¶
✗ ----------`,
    `¶
✓ * * *
¶`,
  ],
  find: (context) =>
    removing(context, ({ same, index }) => (same === '' && placeOf(context.run, index) !== 'inside' ? 5 : 0)),
}
