import type { Cue, Evidence } from '../cue'
import { namesIn } from '../names'

export const tailCredit: Cue = {
  id: 'tail-credit',
  reason: {
    zh: '段末括号里的署名\uFF0C已记入稿件信息',
    en: 'A by-line in brackets at a paragraph’s end, kept with the story’s data',
  },
  examples: [
    `社区食堂试营业 首日迎来三百位老人
¶
✓ 下一步\uFF0C东湖街道还要在三个社区开办同样的食堂\uFF0C让更多老人就近吃上热饭。⟦(周小满)⟧`,
    `¶
✓ 食堂的账目每月张榜公布\uFF0C居民随时可以查。⟦\uFF08记者 周小满 通讯员 何田\uFF09⟧`,
    `¶
✓ 他把那张旧船票递了过来\uFF0C说这就是全部的证据。(笑)
✓ 新办法从下月一日起施行\uFF0C旧办法同时废止。(详见附件)
¶`,
  ],
  find: (context) =>
    context.units.flatMap((unit): Evidence[] =>
      unit.tail && namesIn(unit.text).length > 0
        ? [{ unit: unit.index, fate: 'lifted', role: 'credit', weight: 4.5 }]
        : [],
    ),
}
