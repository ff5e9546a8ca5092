import { sameness } from '../fold'
import { removing, type Cue } from '../cue'
import { Gate } from '../gates/gate'

/** 标题_某某网, Headline | Site: what a browser tab shows. */
const SITE_TAIL = / ?[-_|\u2014\u2013].{2,24}$/

/** 原标题\uFF1A…: what the story was called where it was taken from. */
const FORMER = new Gate(/^[([【]?(?:原标题|原題|原题|原標題) ?:/)
const LONGEST_FORMER = 60

export const repeatedTitle: Cue = {
  id: 'repeated-title',
  afterHeadline: true,
  reason: {
    zh: '标题的重复\uFF08多为图片的替代文字\uFF09',
    en: 'The title again, mostly as an image’s alternative text',
  },
  examples: [
    `东湖街道\uFF1A“板凳会”开到家门口
2024-03-05 09:12
¶
✗ 原标题\uFF1A“板凳会”开到群众家门口
✗ 东湖街道:“板凳会”开到家门口
¶
✗ 东湖街道\uFF1A“板凳会”开到家门口
¶`,
    `✗ 社区食堂试营业 首日迎来三百位老人_江城新闻网
社区食堂试营业 首日迎来三百位老人
2024-03-05 09:12
¶
✓ 社区食堂试营业那天\uFF0C首日迎来三百位老人。
¶`,
  ],
  find: (context) => {
    const { headline, units } = context
    const title = headline === null ? undefined : units[headline]
    if (!title || title.same.length < 4) return []
    return removing(context, (unit) => {
      if (unit.index !== headline && unit.shape.size <= LONGEST_FORMER && FORMER.test(unit)) return 5.5
      if (unit.index === headline || unit.shape.prose) return 0
      if (unit.same === title.same) return 7
      if (unit.index < title.index && unit.same.startsWith(title.same)) {
        if (sameness(unit.text.replace(SITE_TAIL, '')) === title.same) return 5.5
      }
      const near = unit.same.length >= 8 && unit.shape.sentences === 0
      return near && title.same.includes(unit.same) && unit.same.length * 10 >= title.same.length * 8 ? 3 : 0
    })
  },
}
