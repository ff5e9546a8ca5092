import type { Cue, Evidence, Context } from '../cue'
import { placeOf } from '../run'
import type { Unit } from '../unit'

const MARKED = /^[\u25B2\u25B3\u25B6\u25B7\u25BA\u25BC\u25BD\u25C0\u25C4\u2191\u2193] ?[\p{L}"\u201C]/u
const SAYS =
  /^(?:图为|上图|下图|左图|右图|圖為|配图|题图|资料图|图片说明|图[一二三四五\d]{1,2} ?[:、]|photo caption|pictured(?: above)? ?:)/i
const CREDITED =
  /(?:(?:记者|通讯员|本报记者|新华社记者|中新社记者) ?[\u3400-\u9FFF\s]{2,8} ?(?:摄|\/摄)|[\s(](?:摄影|供图|摄) ?[:/] ?[\u3400-\u9FFF]{2,8}|资料图片?|视频截图|[\u3400-\u9FFF]{2,10}供图|网络图片|图源 ?[:/].{2,10})[)\s。]*$/
const LATIN_CREDIT =
  /\((?:photo(?:graph)?|image|picture|credit|ap photo|reuters|getty)[^)]{0,60}\)$|(?:getty images|ap photo|reuters|shutterstock|unsplash)\W*$/i

const weigh = (unit: Unit, context: Context): number => {
  const { text, shape, block } = unit
  if (shape.size > 110 || unit.tail) return 0
  if (block.layout === 'caption') return 4
  const short = shape.sentences <= 1
  if (MARKED.test(text) && short) return 5
  if (SAYS.test(text) && shape.sentences <= 2) return 4.6
  if (CREDITED.test(text) && short) return 4.4
  if (LATIN_CREDIT.test(text) && shape.sentences <= 3) return 3.6
  const found = unit.credit
  return found?.kind === 'picture' ? (placeOf(context.run, unit.index) === 'inside' ? 3.6 : 4) : 0
}

export const caption: Cue = {
  id: 'caption',
  reason: { zh: '图片说明\uFF0C已记入稿件信息', en: 'A picture’s caption, kept with the story’s data' },
  examples: [
    `社区食堂试营业 首日迎来三百位老人
¶
↑ \u25B6志愿者在食堂门口为老人量血压。
¶
↑ 图为食堂开业当天的午餐时间。记者 周小满 摄
¶`,
    `¶
✓ 图书角开放那天\uFF0C最先来的是一位背着相机的老人\uFF0C他说要替邻居们把书架拍下来。
¶`,
  ],
  find: (context) =>
    context.units.flatMap((unit): Evidence[] => {
      const weight = weigh(unit, context)
      const role = unit.credit?.kind === 'picture' ? 'credit' : 'caption'
      return weight > 0 ? [{ unit: unit.index, fate: 'lifted', role, weight }] : []
    }),
}
