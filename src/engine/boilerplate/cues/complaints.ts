import { removing, type Cue } from '../cue'
import { hitsOf } from '../wording'
import { Gate } from '../gates/gate'

const LINKS = new Gate(
  /我要(?:爆料|投诉|举报|纠错|报错|投稿)|免责声明|法律声明|隐私(?:政策|声明|保护)|用户协议|服务协议|使用条款|版权声明|侵权投诉|投诉(?:举报|建议)?|举报(?:电话|邮箱|专区|中心|入口)?|违法和?不良信息|网上有害信息|在线投稿|意见反馈|问题反馈|联系我们|关于我们|网站地图|网站简介|法律顾问|维权指引|会员注册|营销服务|广告(?:服务|刊例)?|招聘(?:信息|英才)?|诚聘英才|加入我们|站点地图|友情链接|邮箱|帮助(?:中心)?|\b(?:disclaimer|privacy(?: policy| notice)?|terms(?: of (?:use|service)| (?:and|&) conditions)?|cookie (?:policy|settings|preferences)|contact(?: us)?|about(?: us)?|careers|site ?map|help|feedback|report (?:a|an) (?:problem|error|correction)|accessibility|do not sell my (?:personal )?info(?:rmation)?|editorial (?:policy|guidelines)|corrections|advertise(?: with us)?|faqs?|jobs)\b/gi,
)

/** Where tips are sent to, in one long bracket below the story. */
const TIPS = new Gate(/^[([]?(?:新闻)?(?:线索)?报料(?:通道|热线|平台|方式) ?:/)

export const complaints: Cue = {
  id: 'complaints',
  reason: { zh: '爆料、投诉、声明等网站链接', en: 'Site links: tips, complaints, disclaimer, contact' },
  examples: [
    `¶
¶
✗ 我要爆料 免责声明
✗ 关于我们 | 联系我们 | 隐私政策
✗ \uFF08新闻线索报料通道\uFF1A打开江城客户端\uFF0C或搜索小程序\uFF0C我们等你\uFF01\uFF09`,
    `¶en
¶en
✗ About us | Contact | Privacy Policy`,
    `¶
✓ 我要投诉的不是他\uFF0C而是这套流程\uFF0C老人在窗口前站了半个小时才说出这句话。
¶`,
  ],
  find: (context) =>
    removing(context, (unit) => {
      if (TIPS.test(unit)) return 6
      if (unit.shape.sentences > 0) return 0
      const hits = hitsOf(unit, LINKS)
      return hits >= 2 ? 6.5 : hits === 1 ? 4.8 : 0
    }),
}
