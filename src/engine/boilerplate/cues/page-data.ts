import { removing, type Cue } from '../cue'
import { placeOf } from '../run'
import { Gate } from '../gates/gate'

const LABELLED = new Gate(
  /^(?:原文(?:链接|地址|网址)|本文(?:链接|地址|网址)|文章(?:链接|编号)|链接|网址|(?:所属)?栏目|所属?频道|频道|分类|版次|版面|稿件编号|稿号|索引号|发布于|发布地|ip属地|permalink|url|section|category)\s?:\s?\S/i,
)
const ATTACHED = new Gate(/^附件 ?\d{0,2} ?: ?.{1,50}\.(?:docx?|pdf|xlsx?|wps|ofd|zip|rar)$/i)
const ADDRESS = new Gate(/^(?:https?:\/\/|www\.)\S+$/i)
const PRODUCED = new Gate(/^[\p{L}\p{N}* ]{2,16} ?(?:出品|荣誉出品|联合出品)$/u)

export const pageData: Cue = {
  id: 'page-data',
  reason: {
    zh: '网页自身的信息\uFF08链接、栏目、编号\uFF09',
    en: 'What the page says of itself: its address, section or number',
  },
  examples: [
    `社区食堂试营业 首日迎来三百位老人
✗ 原文链接\uFF1Ahttps://paper.example.org/2024/03/05.html
✗ 栏目\uFF1A民生
✗ 发布于\uFF1A浙江省
✗ 附件\uFF1A1.报名表.doc
¶
¶
✗ https://paper.example.org/`,
    `¶
✓ 栏目\uFF1A这是何师傅给每天的菜单分的类\uFF0C荤的一栏\uFF0C素的一栏\uFF0C汤另算。
¶`,
  ],
  find: (context) =>
    removing(context, (unit) => {
      const { text, shape, index } = unit
      if (shape.sentences > 0 && !ADDRESS.test(unit) && !/https?:/.test(text)) return 0
      if (shape.prose || shape.size > 60) return 0
      const inside = placeOf(context.run, index) === 'inside'
      if (ADDRESS.test(unit)) return inside ? 2 : 5
      if (LABELLED.test(unit) || ATTACHED.test(unit)) return inside ? 2 : 5.5
      return !inside && PRODUCED.test(unit) ? 4 : 0
    }),
}
