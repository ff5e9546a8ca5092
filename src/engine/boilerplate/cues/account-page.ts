import { removing, type Context, type Cue } from '../cue'
import type { Unit } from '../unit'
import { Gate } from '../gates/gate'

/** What the page of a WeChat account says below its article and nowhere else. */
const OWN = new Gate(
  /^(?:预览时标签不可点|(?:继续|向上)滑动看下一个|(?:轻触|点击)?阅读原文|微信扫一扫(?:关注该公众号|使用小程序)?|关注该公众号|使用小程序|喜欢此内容的人还喜欢|喜欢作者|[,\uFF0C]?轻点两下取消[赞在]看?|在小说阅读器(?:读本章|中沉浸阅读)|收录于合集.{0,24}|写下你的留言|\d{0,6}人划线|阅读 ?[\d.]+万?\+?)$/,
)
/** Its buttons read as words of the text, so they are told by their neighbours. */
const BUTTONS = new Gate(
  /^(?:知道了|取消|允许|分析|视频|小程序|[赞,\uFF0C、\u00D7:]|在看|分享|留言|收藏|听过|去阅读|微信号|功能介绍|名称已清空|继续访问|调整当前正文文字大小|赞 ?\d{1,6}|在看 ?\d{1,6})$/,
)
/** The account is named again between them. */
const NAME = 12

const isNear = (units: readonly Unit[], index: number): boolean =>
  [units[index - 1], units[index - 2], units[index + 1], units[index + 2]].some((unit) => unit && OWN.test(unit))

/** Index of the first line that stands on an account's page alone; behind it the page says nothing of the story. */
const begins = ({ units, run }: Context): number =>
  units.find((unit) => unit.index >= run.last && OWN.test(unit))?.index ?? Infinity

export const accountPage: Cue = {
  id: 'account-page',
  reason: {
    zh: '公众号页面的按钮和提示',
    en: 'Buttons and notes of a WeChat account’s page',
  },
  examples: [
    `¶
¶
✗ 预览时标签不可点
✗ 继续滑动看下一个
✗ 江城供电
✗ 向上滑动看下一个
✗ 知道了
✗ 微信扫一扫
✗ 使用小程序
✗ 取消
✗ 允许
✗ \uFF0C轻点两下取消赞
✗ 在看`,
    `¶
✓ 听过
✓ 取消
¶`,
  ],
  find: (context) => {
    const first = begins(context)
    return removing(context, (unit) => {
      const { index, shape, credit } = unit
      if (index < context.run.last) return 0
      if (OWN.test(unit)) return 5
      if (index > first && credit === null && (BUTTONS.test(unit) || shape.size <= 2)) return 4.5
      return index > first && shape.size <= NAME && credit === null && isNear(context.units, index) ? 3.6 : 0
    })
  },
}
