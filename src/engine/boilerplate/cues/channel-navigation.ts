import { placeOf } from '../run'
import { removing, type Cue } from '../cue'
import { consistsOf, wordingOf } from '../wording'
import { Gate } from '../gates/gate'

const CHANNELS = new Gate(
  /首页|首頁|主页|新闻中心|新闻|新聞|要闻|要聞|国内|國內|国际|國際|社会|社會|财经|財經|经济|军事|軍事|体育|體育|娱乐|娛樂|科技|教育|文化|旅游|旅遊|汽车|汽車|房产|房產|健康|时尚|時尚|视频|視頻|图片|圖片|专题|專題|评论|評論|博客|论坛|社区|直播|滚动|时政|政务|法治|港澳|台湾|生活|本地|地方|更多|登录|注册|搜索|导航|网站地图|\b(?:home|news|world|politics|business|sports?|tech(?:nology)?|science|health|opinion|entertainment|lifestyle|travel|video|photos|weather|arts|culture|money|markets|search|menu|sections|sign in|log in|subscribe|more|local|us|uk)\b/gi,
)

/** Too short for four of them. */
const SHORT = 8

export const channelNavigation: Cue = {
  id: 'channel-navigation',
  reason: { zh: '频道导航栏', en: 'A bar of links to the site’s sections' },
  examples: [
    `✗ 首页 新闻 财经 体育 娱乐 更多
社区食堂试营业 首日迎来三百位老人
¶
¶`,
    `✗ Home News World Business Sport
¶en
¶en`,
    `¶
✓ 教育、文化、体育、健康四个专场同时开放。
¶`,
  ],
  find: (context) =>
    removing(context, (unit) => {
      const { text, shape, index } = unit
      if (!CHANNELS.isOpen(unit.hints)) return 0
      if (text.length > 300 || shape.sentences > 0 || /[、,]/.test(text)) return 0
      if (text.length < SHORT) return placeOf(context.run, index) !== 'inside' && consistsOf(unit, CHANNELS) ? 2.5 : 0
      const wording = wordingOf(unit, CHANNELS)
      if (wording === null) return 0
      const { hits, rest } = wording
      const inside = placeOf(context.run, index) === 'inside'
      if (hits >= 4 && rest.length <= hits * 2) return inside ? 4 : 5.5
      return !inside && hits > 0 && rest === '' ? 2.5 : 0
    }),
}
