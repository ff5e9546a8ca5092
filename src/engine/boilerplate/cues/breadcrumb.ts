import { placeOf } from '../run'
import { removing, type Cue } from '../cue'
import { Gate } from '../gates/gate'

const HERE = new Gate(
  /^(?:(?:您|你)?的?(?:当前|當前|現在|现在|目前|所在)?的?(?:所在)?(?:位置|地点)|you are here|current location) ?[是在]? ?[:>]/i,
)
const STEP = / ?(?:>+|[\u00BB\u203A\u2192/|\u00B7]|\s-{1,2}\s) ?/
/** Without one of them a line is one step. */
const SEPARATOR = /[>\u00BB\u203A\u2192/|\u00B7-]/
const ARROW = /[>\u00BB\u203A\u2192]/
const HOME = /^(?:首页|首頁|主页|网站首页|home(?: ?page)?|新闻中心|新闻|新闻频道|新闻专题)$/i
/** 长三角政商 >: the channel alone. */
const ENTERS = /^[^<>]+>$/
const CHANNEL = 12
const LEAF = /^(?:正文|内容|详情|详细内容|文章|资讯)$/

export const breadcrumb: Cue = {
  id: 'breadcrumb',
  reason: { zh: '网站导航\uFF1A从首页到本页的路径', en: 'Site navigation: the path from the home page to this page' },
  examples: [
    `✗ 本地新闻 > 正文
社区食堂试营业 首日迎来三百位老人
¶`,
    `✗ 您当前的位置\uFF1A首页 > 民生 > 社区 > 正文
¶
¶`,
    `✗ \u2219 江城民生 >
✗ Home \u203A News \u203A Local
¶en
¶en`,
    `¶
✓ 办理路线\uFF1A窗口取号 > 现场核验 > 当日领证
¶`,
  ],
  find: (context) =>
    removing(context, (unit) => {
      const { text, shape, index } = unit
      if (shape.size > 60 || shape.sentences > 0) return 0
      if (HERE.test(unit)) return 7
      if (!SEPARATOR.test(text)) return 0
      const steps = text.split(STEP).filter((step) => step !== '')
      if (steps.length === 1 && shape.size <= CHANNEL && ENTERS.test(text) && placeOf(context.run, index) !== 'inside')
        return 3.8
      if (!ARROW.test(text) || steps.length < 2) return steps.length > 2 && HOME.test(steps[0] ?? '') ? 4 : 0
      if (steps.some((step) => LEAF.test(step.split(' ')[0] ?? '')) || HOME.test(steps[0] ?? '')) return 6
      const inside = placeOf(context.run, index) === 'inside'
      return !inside && steps.every((step) => step.length <= 24) ? 3 : 0
    }),
}
