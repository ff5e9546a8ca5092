import { removing, type Cue } from '../cue'

export const linkDense: Cue = {
  id: 'link-dense',
  reason: { zh: '整块都是链接', en: 'Hardly anything but links' },
  examples: [
    `✗ 东湖绿道今起封闭维修 ⟨class: list; links: 1⟩
社区食堂试营业 首日迎来三百位老人
¶
¶
✗ 菜市场里开起了图书角 ⟨class: list; links: 1⟩
✗ 老邻居回来过端午 ⟨class: list; links: 0.95⟩`,
    `¶
✓ 名单\uFF1A东湖小学、江城一中、滨江职校 ⟨class: text; links: 0.3⟩
¶`,
  ],
  find: (context) =>
    removing(context, ({ block, shape }) => {
      const markUp = block.markUp
      if (!markUp || markUp.linkDensity < 0.6 || markUp.level === 1) return 0
      if (shape.prose && shape.closed) return markUp.linkDensity > 0.9 ? 1.5 : 0.5
      return markUp.linkDensity > 0.9 ? 2.4 : 1.4
    }),
}
