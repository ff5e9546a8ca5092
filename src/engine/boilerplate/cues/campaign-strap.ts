import { removing, type Cue } from '../cue'
import { isDisplay } from '../unit'
import { Gate } from '../gates/gate'

const CALL = new Gate(
  /^(?:创建|共建|共享|共创|共筑|争创|争做|争当|弘扬|践行|学习|贯彻|落实|喜迎|迎接|庆祝|献礼|奋进|建功|同心|携手|倡导|讲文明|树新风|全民|人人|不忘|牢记|坚定|坚持|传承|凝心|聚力|踔厉|勇毅|让|做)/,
)
const CAMPAIGN = new Gate(
  /^(?:创建全国|争创全国|创建国家|学习贯彻|喜迎二十大|庆祝.{2,10}周年|.{0,8}主题教育|讲文明\s?树新风|图说我们的价值观|公益广告|社会主义核心价值观|新时代\s?新征程|走进.{2,8}系列(?:报道)?|新春走基层|.{2,10}系列报道(?:之[一二三四五六七八九十]+)?)/,
)

export const campaignStrap: Cue = {
  id: 'campaign-strap',
  afterHeadline: true,
  reason: {
    zh: '版面上的宣传口号\uFF0C不属于这篇稿件',
    en: 'A campaign slogan on top of the page, not part of this story',
  },
  examples: [
    `✗ 创建国家卫生城市 共建洁净家园 共享健康生活

东湖街道请居民给巷子“打分”

□本报记者 周小满
¶
¶`,
    `宣传消防知识 守护平安家园
□本报记者 周小满
¶
¶`,
    `¶
✓ 共建洁净家园 共享健康生活
¶
¶`,
  ],
  find: (context) =>
    removing(context, (unit) => {
      const { headline } = context
      if (headline === null || unit.index >= headline || !isDisplay(unit) || /[,:"\u201C]/.test(unit.text)) return 0
      const phrases = unit.text.trim().split(/ /)
      const calls = CALL.isOpen(unit.hints) ? phrases.filter((phrase) => CALL.pattern.test(phrase)).length : 0
      if (CAMPAIGN.test(unit)) return phrases.length > 1 ? 5 : 4
      if (phrases.length >= 3 && calls >= 2) return 4.5
      return phrases.length === 2 && calls === 2 ? 4.2 : 0
    }),
}
