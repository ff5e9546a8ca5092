import { removing, type Cue } from '../cue'

export const hidden: Cue = {
  id: 'hidden',
  reason: { zh: '网页上不显示的内容', en: 'Hidden on the page' },
  examples: [
    `¶
✗ 页面加载失败请稍后再试 ⟨class: tip; hidden⟩
¶`,
    `¶
✓ 第二天上午\uFF0C食堂门口贴出了新的菜单\uFF0C价格一栏改成了老人看得清的大字。 ⟨class: text⟩
¶`,
  ],
  find: (context) => removing(context, ({ block, shape }) => (block.markUp?.hidden ? (shape.prose ? 6 : 7) : 0)),
}
