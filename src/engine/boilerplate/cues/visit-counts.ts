import { removing, type Cue } from '../cue'
import { consistsOf } from '../wording'
import { Gate } from '../gates/gate'

const COUNTS = new Gate(
  /(?:阅读|点击|浏览|访问|评论|人气|播放|收听|转发|点赞|點閱)(?:次?[数數]|量|人数|次)? ?:? ?[([]?\d[\d.,]* ?(?:万\+?|w\+?|[次人+])?[\])]?|(?<![\d.,])\d[\d.,]* ?(?:万\+?)? ?(?:次?(?:阅读|浏览|播放)|人(?:阅读|看过)|次点击)|发布于|(?:浏览|阅读|点击|访问)(?:次?数|量) ?:(?=$| ?字)|(?:本文|全文)共? ?\d+ ?字|(?:预计)?阅读(?:时间)?(?:约|需)? ?\d+ ?分钟|\b\d+ ?min(?:ute)?s? (?:read|ago)\b|(?<![\w.,])[\d.,]+[km]? (?:views|shares|comments|likes|reads)\b|\b(?:views|shares|hits) ?: ?[\d,]+/gi,
)

export const visitCounts: Cue = {
  id: 'visit-counts',
  reason: { zh: '阅读数、评论数等统计', en: 'Counts of views, comments or minutes to read' },
  examples: [
    `社区食堂试营业 首日迎来三百位老人
✗ 阅读\uFF1A1.2万 评论\uFF1A35
✗ 点击\uFF1A[612]
✗ 浏览次数\uFF1A
¶
¶`,
    `¶en
✗ 4 min read
¶en`,
    `¶
✓ 图书角开放三个月\uFF0C借阅2300次\uFF0C浏览登记簿用掉了整整五本\uFF0C管理员说明年还要再添两个书架。
¶`,
  ],
  find: (context) =>
    removing(context, (unit) =>
      unit.shape.size <= 30 && unit.shape.sentences === 0 && consistsOf(unit, COUNTS) ? 6.8 : 0,
    ),
}
