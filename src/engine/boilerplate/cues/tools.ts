import { removing, type Cue } from '../cue'
import { hitsOf } from '../wording'
import { Gate } from '../gates/gate'

const TOOLS = new Gate(
  /[大中小]?字号(?:大小|设置)?|字[級级]|字體|字体|大中小|(?<![\u3400-\u9FFF])[大中小](?![\u3400-\u9FFF])|放大\+?|缩小-?|默认|打印(?:本页|本文|此文)?|列印|收藏(?:本文|本页)?|加入收藏|设为首页|朗读|听新闻|[聽听]新聞|听全文|点击播报(?:本文)?,? ?约?|(?:人工智能|智能)朗读|手机查看|存新聞|语音播报|语音播放|关闭(?:窗口|本页)?|保存|下载(?:PDF)?|PDF下载|PDF版|无障碍(?:浏览|阅读)?|关怀版|长者模式|适老化|简体|繁體|繁体|纠错|我要纠错|长者助手|长辈模式|登录|注册|我要评论|我要分享|复制|举报|舉報|反馈|意见反馈|回覆|使用道具|只看該作者|只看该作者|只看楼主|只看樓主|倒序浏览|正序浏览|电梯直达|楼主|回复|(?<![\u3400-\u9FFF])[顶踩](?![\u3400-\u9FFF])|分享(?:到(?:微博|微信|朋友圈))?|点赞|赞|关注|展开|收起|听|回上[页頁]|返回(?:列表|顶部|上[页頁])?|友善列印|[转轉]寄(?:好友|朋友)?|弹幕|发送|投票|查看结果|重播|视频加载中|表情|图片|发布|写评论|没有更多了|换一换|(?<!\d)\d{1,6}人打赏|打赏|阅读模式|扫码看视频|[上下]一[篇版页頁]|[\u3400-\u9FFF]{0,14}官方[账帐]号|A[+-](?![A-Z])|T[+-]|\b(?:print(?: this)?(?: page| article)?|save(?: article)?|bookmark|listen(?: to (?:this )?article)?|text size|font size|small|medium|large|download pdf|view pdf|translate|report an error|like|(?:this )?article is more than \d+ (?:months?|years?) old|gift(?: this)? article|(?:skip|jump) to (?:main |page )?(?:content|navigation)|back to top)\b/gi,
)
/** Words that are a button's and nothing else. */
const LEAST_BUTTON = 4
const LABELLED = new Gate(/^(?:字号|字体|字體大小|text size|font size) ?:/i)

export const tools: Cue = {
  id: 'tools',
  reason: { zh: '阅读工具\uFF08字号、打印、收藏、朗读\uFF09', en: 'Reading tools (type size, print, save, listen)' },
  examples: [
    `社区食堂试营业 首日迎来三百位老人
2024-03-05 09:12
✗ 字号\uFF1A大 中 小 打印 收藏
✗ 小字号
✗ \u3010关闭窗口\u3011
✗ 打印 返回列表
✗ 江城晚报官方账号
✗ 点击播报本文\uFF0C约
¶
¶`,
    `¶en
✗ Print Save Text size
✗ Skip to main content
¶en`,
    `¶
✓ 图书馆的朗读亭和打印间都排起了队\uFF0C馆员说这是开馆以来头一回。
¶`,
  ],
  find: (context) =>
    removing(context, (unit) => {
      const { text, shape } = unit
      if (text.length > 60 || shape.sentences > 0) return 0
      if (LABELLED.test(unit) && shape.size <= 16) return 6
      const hits = hitsOf(unit, TOOLS)
      return hits >= 2 ? 6 : hits === 1 ? (shape.size >= LEAST_BUTTON ? 4.6 : 3.6) : 0
    }),
}
