import { placeOf } from '../run'
import { removing, type Cue } from '../cue'
import { Gate } from '../gates/gate'

const STRONG = new Gate(
  /(?:扫(?:一扫|描|码)|长按|识别)[^。]{0,16}(?:二维码|关注|下载|小程序|客户端|公众号|手机|当前页)|二维码[^。]{0,10}(?:关注|下载)|(?:下载|打开|安装)[^。,]{0,14}(?:客户端|app)(?:[^\u3400-\u9FFF]|$|查看|阅读|[看\u540E]|获取|了解|参与)|点击(?:上方|下方|左下角|右上角|文末)?[^。]{0,6}(?:蓝字|蓝色|阅读原文|关注|在看)|点个?["\u201C]?(?:在看|赞)(?:["\u201D吧支,!、 ]|$)|^(?:轻触)?阅读原文$|点亮[^。]{0,4}在看|^你?["\u201C]?在看["\u201D]?[了吗][?!]?$|^app内打开$|设为星标|长按保存图片|^转发给[^。]{0,8}(?:人|朋友|家人)$|[請请]加入[^。]{0,6}(?:粉[絲丝][團团]|社群)|(?:商务合作|合作|客服)[^。]{0,4}(?:加微信|QQ) ?:|^点(?:收藏|点赞|在看|分享)$|下載[^。]{0,16}app(?:[^\u3400-\u9FFF]|$)|^訂閱電子報$|(?:关注|添加|搜索)[^。]{0,14}(?:公众号|微信号|视频号|官方微信|官方微博|抖音号)|微信(?:公众号|公众平台|搜索|号) ?[:"\u201C]|掃(?:一掃|描)[^。]{0,12}(?:QR|二維碼|關注)|欢迎(?:转发|关注|订阅|分享)|(?:订阅|关注)(?:我们|本)|觉得[^。]{0,6}(?:点赞|在看|转发)|(?:download|get|install) (?:the|our) (?:\S+ ){0,3}app\b|available on (?:the )?(?:app store|google play)|sign up (?:for|to) (?:our|the) [^.]{0,40}newsletter|subscribe to (?:our|the) [^.]{0,40}newsletter|get (?:the latest|our) [^.]{0,40}(?:inbox|newsletter)|(?:follow|like|find) (?:us|\S+(?: \S+)?) on (?:facebook|twitter|instagram|youtube|linkedin|telegram)\b|(?:straight |right )?(?:in|to|into|through) your (?:inbox|email|letterbox)\b|chat with us (?:in|on) |^have a (?:news )?tip\?|join our (?:\S+ ){0,2}(?:forums?|community|group|newsletter) |^sign up (?:for|to) [^.]{2,40}$|^free (?:daily|weekly) newsletter|\bfree (?:to your inbox )?every (?:weekday )?(?:morning|day|week)\b|^stay (?:in the (?:know|loop)|informed|connected|up to date)[.!]?$|^never miss (?:a|an) (?:story|update|beat)\b/i,
)
const PLAIN = new Gate(
  /^(?:[\u3400-\u9FFF]{2,8}|["\u201C][\u3400-\u9FFF]{2,8}["\u201D])?(?:客户端|手机客户端|APP下载|手机版|手机看新闻|微信公众号|官方微信|官方微博|官方抖音|小程序|订阅号|公众号|扫一扫|二维码|app store|google play|newsletters?|sign up)$/i,
)

export const appPromotion: Cue = {
  id: 'app-promotion',
  reason: { zh: '推广客户端、公众号或二维码', en: 'Promotes an app, a newsletter, an account or a QR code' },
  examples: [
    `✗ 点击上方蓝字关注我们
¶
¶
✗ 扫描二维码下载江城新闻客户端
✗ 点亮“在看”
✗ 轻触阅读原文
✗ 点收藏
✗ 点击上方“江城故事”\uFF0C设为星标
✗ “江城交警”微信公众号
✗ 你“在看”吗\uFF1F`,
    `¶en
¶en
✗ Stay in the know
✗ Sign up for our weekly newsletter
✗ Follow Harbour Herald on Facebook and Instagram.
✗ Have a tip? Our reporters want to hear from you.`,
    `¶
✓ 有位老主任的话说得实在\uFF1A“点赞容易\uFF0C点灯难。”
¶
✓ 工作人员把办事指南做成二维码贴在楼道口\uFF0C居民用手机一扫就能看到需要带哪些材料\uFF0C不必再跑第二趟。
¶`,
  ],
  find: (context) =>
    removing(context, (unit) => {
      const { shape, index } = unit
      const inside = placeOf(context.run, index) === 'inside'
      if (STRONG.test(unit)) return shape.size <= 40 && shape.commas < 2 ? 5.8 : inside ? 0.5 : 1
      return PLAIN.test(unit) ? 3.8 : 0
    }),
}
