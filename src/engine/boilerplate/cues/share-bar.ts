import { removing, type Cue } from '../cue'
import { consistsOf, hitsIn } from '../wording'
import { Gate } from '../gates/gate'

const SHARE = new Gate(
  /分享[到至给]?(?:朋友圈|好友|微信|微博|本文|文章)?|一键分享|转发(?:到|至)?|扫码分享|微信扫一扫分享|複製連結|复制链接|更多分享|\b(?:share|share this(?: article| story| post| page)?|share on|share via|tweet(?: this)?|pin it|copy link|email this)\b/gi,
)
const SERVICES = new Gate(
  /新浪微博|腾讯微博|微博|微信(?:好友|朋友圈)?|好友|和|朋友圈|腾讯QQ|QQ(?:空间|好友(?:和群)?)?|人人网|开心网|豆瓣网?|贴吧|钉钉|抖音|今日头条|百度|脸书|臉書|推特|更多|收藏|打印|邮件|转发|链接|分享[到至给]?|\b(?:facebook|twitter|x|linkedin|whatsapp|wechat|weibo|pinterest|reddit|email|e-mail|messenger|telegram|line|tumblr|print|more|share|on|via|this|article|copy link|link|instagram|youtube|flipboard|threads|bluesky)\b/gi,
)

/** One service alone, by a name that is nothing else. */
const SERVICE = new Gate(/^(?:腾讯QQ|QQ(?:空间|好友(?:和群)?)|新浪微博|腾讯微博|微信好友|微信朋友圈)$/)

const LONGEST = 300

export const shareBar: Cue = {
  id: 'share-bar',
  reason: { zh: '分享工具栏', en: 'A bar of sharing links' },
  examples: [
    `社区食堂试营业 首日迎来三百位老人
2024-03-05 09:12
✗ 分享到\uFF1A
✗ QQ空间
✗ 分享至好友和朋友圈
¶
¶
✗ 分享到\uFF1A微信 新浪微博 QQ空间`,
    `¶
✓ 分享会
¶
✓ “分享到朋友圈的那张照片\uFF0C我一直留着。”
¶`,
    `¶en
✗ Share this article Facebook Twitter Email
¶en`,
  ],
  find: (context) =>
    removing(context, (unit) => {
      const { text, hints } = unit
      if (text.length > LONGEST) return 0
      if (consistsOf(unit, SHARE)) return 6.5
      const services = SHARE.isOpen(hints) ? text.replace(SHARE.pattern, ' ') : text
      if (services !== text && hitsIn(services, SERVICES.pattern) > 0) return 6.5
      if (SERVICE.test(unit)) return 4
      return consistsOf(unit, SERVICES, 2) ? 4.5 : 0
    }),
}
