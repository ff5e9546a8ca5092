import type { Cue, Evidence } from '../cue'
import { placeOf } from '../run'

export const credit: Cue = {
  id: 'credit',
  reason: {
    zh: '署名、编辑或来源\uFF0C已记入稿件信息',
    en: 'A credit: author, editor or source, kept with the story’s data',
  },
  examples: [
    `社区食堂试营业 首日迎来三百位老人
↑ □本报记者 周小满 通讯员 何田
¶
¶
↑ 责任编辑\uFF1A方可
↑ 来源\uFF1A江城日报`,
    `社区食堂试营业 首日迎来三百位老人
↑ 通讯员 何田 周小满
¶`,
    `Ferry returns after a decade
↑ By Nora Field
¶en
¶en`,
    `社区食堂试营业 首日迎来三百位老人
¶
✓ 责任编辑制度从这一年起写进了编辑部的章程\uFF0C每一篇稿件都要找得到负责的人。
✓ 记者\uFF1A这个窗口是什么时候开的\uFF1F
✓ 来源\uFF1A从哪里来\uFF0C到哪里去\uFF0C是每一批食材都要回答的问题。
¶`,
  ],
  find: (context) =>
    context.units.flatMap((unit): Evidence[] => {
      const found = unit.tail ? null : unit.credit
      if (!found || found.kind === 'picture') return []
      const outside = placeOf(context.run, unit.index) !== 'inside'
      const weight = (found.marked ? 5 : 3.6) + (outside ? 1 : 0)
      return [{ unit: unit.index, fate: 'lifted', role: 'credit', weight }]
    }),
}
