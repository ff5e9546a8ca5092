import { removing, type Cue } from '../cue'
import { Gate } from '../gates/gate'

const LABEL = new Gate(
  /^[-\u2014[(【\s]*(?:广告|廣告|推广|赞助内容|商业推广|广告位招租|公益广告|advertise?ment|advertising|adverts?|ads?|sponsored(?: content| by .{2,30})?|promoted|paid (?:content|post)|ad ?choices|story continues below(?: advertisement)?|article continues (?:below|after)(?: this)?(?: advertisement| ad)?|scroll to continue(?: with content)?|continue reading below)[-\u2014\])】\s]*$/i,
)
const CONTACT = new Gate(
  /^(?:广告(?:热线|合作|刊登|服务|投放|业务)|商务合作|(?:[\u3400-\u9FFF]{2,6})?(?:新闻|健康)热线|投稿邮箱|报料热线|订阅热线|发行热线|联系电话|advertise with us|contact us) ?[:/|(]?[-\s@\w.、()]*(?:(?:发行投诉|投稿邮箱|邮箱|订阅热线) ?:[-\s@\w.、()]*)?$/i,
)

/** 广告 with what it sells behind it, and what an advertisement's own menu says. */
const SELLING = new Gate(
  /^广告通知 ?: ?\S{6,}|^Ad ?\u2022 ?\S|^(?:為什麼|为什么)(?:你不?喜?[歡欢]?)?(?:顯示|显示)?[這这][個个](?:廣告|广告)\?$/,
)

export const advertising: Cue = {
  id: 'advertising',
  reason: { zh: '广告或广告标识', en: 'An advertisement or its label' },
  examples: [
    `¶
✗ 广告
¶
✗ 广告热线\uFF1A0000-1234567
✗ 江城新闻热线\uFF1A0000-1234567 投稿邮箱\uFF1Apic@example.com
✗ 广告通知\uFF1A春季班报名从速 名额不多
✗ 为什么显示这个广告\uFF1F`,
    `¶en
✗ Advertisement
¶en`,
    `¶
✓ 广告牌拆除后\uFF0C东湖路口的视线一下子开阔起来\uFF0C附近的居民都说走夜路安心多了。
¶`,
  ],
  find: (context) =>
    removing(context, (unit) => {
      if (unit.shape.size > 30) return 0
      return LABEL.test(unit) ? 6 : SELLING.test(unit) ? 5 : CONTACT.test(unit) ? 4.8 : 0
    }),
}
