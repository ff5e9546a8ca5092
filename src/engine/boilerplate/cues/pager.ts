import { removing, type Cue } from '../cue'
import { consistsOf } from '../wording'
import { Gate } from '../gates/gate'

const PAGER = new Gate(
  /\(?(?:下转|上接|紧接)(?:第?\s?[A-Z]?\d{1,3}|第?[一二三四五六七八九十]{1,3})版\)?|版面导航|标题导航|版面概览|版面目录|往期回顾|第 ?[A-Z]?\d{1,3} ?版 ?: ?[\u3400-\u9FFF]{2,8}(?= |$)|上一篇|下一篇|上一页|下一页|上一頁|下一頁|上一版|下一版|上一期|下一期|上一条|下一条|上一章|下一章|上一主题|下一主题|上一帖|下一帖|前一篇|后一篇|首页|尾页|末页|返回(?:目录|列表|首页|顶部)?|回到顶部|目录|余下全文|阅读全文|展开全文|展开阅读全文|查看全文|显示全文|共 ?\d+ ?页|第 ?\d+ ?页|\b(?:prev(?:ious)?|next|previous (?:article|post|page|story)|next (?:article|post|page|story)|back to top|older posts|newer posts|page \d+ of \d+|read more|show more|load more|continue reading)\b/gi,
)
const NEIGHBOUR = new Gate(
  /^[<\u00AB\u2039\u2190]* ?(?:\[?(?:上一篇|下一篇|上一条|下一条|上一章|下一章|前一篇|后一篇)(?=[\]:>\u00BB])|previous (?:article|post|story)|next (?:article|post|story)) ?[\]:>\u00BB] ?\S/i,
)
const NUMBERS = new Gate(/(?<!\d)\d{1,3}(?!\d)|下一?页|尾页|末页|\bnext\b/gi)

export const pager: Cue = {
  id: 'pager',
  reason: { zh: '翻页或上下篇的链接', en: 'Links to other pages or to the story before and after' },
  examples: [
    `¶
¶
✗ 上一篇 下一篇
✗ 第03版\uFF1A民生 上一版 下一版`,
    `¶
¶
✗ [1] [2] [3] 下一页
✗ 上一篇\uFF1A社区食堂试营业
✗ [下一篇] 没有了`,
    `¶
✗ 下转A05版
¶`,
    `¶
✓ 上一篇报道刊发后\uFF0C编辑部收到三十多封来信\uFF0C多数读者问的是同一件事\uFF1A食堂能不能送餐。
¶`,
  ],
  find: (context) =>
    removing(context, (unit) => {
      const { text, shape } = unit
      if (consistsOf(unit, PAGER)) return 6.5
      if (NEIGHBOUR.test(unit) && shape.size < 60 && shape.sentences === 0) return 5.5
      return /[[|>页]|next/i.test(text) && consistsOf(unit, NUMBERS, 3) ? 4 : 0
    }),
}
