import { removing, type Cue } from '../cue'
import { isPublication } from '../publication'
import { isDisplay, type Unit } from '../unit'
import { Gate } from '../gates/gate'

const BANNER = new Gate(
  /(?:平台|专题|專題|频道|頻道|专栏|專欄|专区|專區|栏目|特刊|专刊|周刊|客户端|网站|官网|在线|新闻网|新闻中心|版面)$/,
)
const PAGE_NAME =
  /^(?:第 ?)?[A-Z]?\d{1,3} ?版 ?[:\s]? ?[\u3400-\u9FFF\u00B7/\s]{0,16}$|^[A-Z]\d{1,3} [\u3400-\u9FFF\u00B7/]{2,8}$|^(?:版面导航|版面概览|标题导航|往期回顾|数字报(?:首页)?)$/

/** 【某某新闻联播】, cut off the headline it stands before. */
const isProgramme = (unit: Unit, units: readonly Unit[]): boolean =>
  /^【[^【】]*】$/.test(unit.text) && units[unit.index + 1]?.block === unit.block

export const topicBanner: Cue = {
  id: 'topic-banner',
  afterHeadline: true,
  reason: {
    zh: '专题、栏目或版面的名称\uFF0C不属于这篇稿件',
    en: 'The name of a topic, column or page, not part of this story',
  },
  examples: [
    `本地新闻 > 正文
✗ 江城防汛信息平台

江城东湖街道\uFF1A沙袋墙一夜筑成 三百户居民安然过汛

2024-07-02 08:30
¶
¶`,
    `✗ 第A05版\uFF1A民生
社区食堂试营业 首日迎来三百位老人
□本报记者 周小满
¶`,
    `搭起就业信息平台
□本报记者 周小满
¶
✓ 一个窗口 一个平台
¶`,
  ],
  find: (context) => {
    const { headline, run } = context
    const end = headline ?? run.first
    return removing(context, (unit) => {
      if (unit.index >= end || !isDisplay(unit)) return 0
      if (PAGE_NAME.test(unit.text) || isProgramme(unit, context.units)) return 7
      // Above the headline, so that a lone line is never taken for a banner.
      return headline !== null &&
        unit.shape.size <= 16 &&
        (BANNER.test(unit) || isPublication(unit.text)) &&
        !/[:,"\u201C]/.test(unit.text)
        ? 4
        : 0
    })
  },
}
