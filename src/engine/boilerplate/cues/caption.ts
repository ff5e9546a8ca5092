import type { Cue, Evidence, Context } from '../cue'
import { placeOf } from '../run'
import type { Unit } from '../unit'
import { Gate } from '../gates/gate'
import { isPointer } from '../pointer'

const MARKED = new Gate(/^[\u25B2\u25B3\u25B6\u25B7\u25BA\u25BC\u25BD\u25C0\u25C4\u2191\u2193] ?[\p{L}"\u201C]/u)
const SAYS = new Gate(
  /^(?:图为|上图|下图|左图|右图|圖為|配图|题图|资料图|图片说明|图[一二三四五\d]{1,2} ?[:、]|photo caption|pictured(?: above)? ?:)/i,
)
const CREDITED = new Gate(
  /(?:(?:记者|通讯员|本报记者|新华社记者|中新社记者) ?[\u3400-\u9FFF\s]{2,8} ?(?:摄|\/摄)|新华社发 ?\([\u3400-\u9FFF ]{2,8}摄|\([\u3400-\u9FFF]{2,4} ?[/ ] ?[摄攝]|記者[\u3400-\u9FFF]{2,4} ?\/ ?攝影|(?<=。|[\u3400-\u9FFF"\u201D)] )[\u3400-\u9FFF]{2,4} ?[摄攝]|[\s(](?:摄影|供图|摄)(?: ?[:/] ?| )[\u3400-\u9FFF]{2,8}|资料图片?|视频截图|[\u3400-\u9FFF]{2,10}供图|网络图片|图源 ?[:/].{2,10})[)\s。]*$/,
)
/** In this Dec. 12, 2006, file photo …, An artist's impression of …: how English captions begin. */
const LATIN_SAYS = new Gate(
  /^(?:in this (?:\S+ ){0,8}(?:file )?(?:photo|photograph|image|picture|handout|illustration|still)\b|an? (?:artist's|artist\u2019s|undated|file) (?:illustration|impression|concept|rendering|handout|photo|image)\b|(?:file )?photo(?:graph)?(?: illustration)? ?:|image (?:source|caption), )/i,
)
/** Ann Field, left, and Tom Rye shake hands: who stands where. */
const WHO_STANDS_WHERE = new Gate(
  /^.{3,160}?(?:, (?:far |second from )?(?:left|right|cent(?:er|re)),| \((?:far |second from )?(?:left|right|cent(?:er|re)|l|r)\)) /,
)
const LATIN_CREDIT = new Gate(
  /(?:^|[.\s])(?:photo|image|picture|illustration)? ?(?:credit|courtesy)s? ?(?::|of\b) ?[^.]{2,50}\.?$|\((?:photo(?:graph)?|image|picture|credit|ap photo|reuters|getty)[^)]{0,60}\)$|(?:getty images|ap photo|reuters|shutterstock|unsplash)\W*$/iu,
)
/** … at the quay. (Helen Marsh/Harbour Herald) */
const TAKEN_BY =
  /\.[ "\u201D]*\(\p{Lu}[\p{L}.'\u2019-]+(?: \p{Lu}[\p{L}.'\u2019-]+){1,3}\/\p{Lu}[\p{L} .'\u2019-]{1,30}\)$/iu

/** JOHN RYE/FAIRVIEW COURIER at a line's end. */
const SHOUTED_CREDIT = /(?:^|[.\s])\p{Lu}[\p{Lu}.'-]+(?: \p{Lu}[\p{Lu}.'-]+){1,2} ?\/ ?\p{Lu}[\p{Lu} .'-]{3,30}$/u

const LONGEST = 110
const LONGEST_NAMED = 240

const isBelowPicture = ({ block, shape, text, index }: Unit, context: Context): boolean =>
  block.belowPicture === true &&
  placeOf(context.run, index) === 'inside' &&
  shape.sentences <= 1 &&
  shape.size >= 4 &&
  shape.size <= 40 &&
  (block.markUp?.linkDensity ?? 0) < 0.5 &&
  !/["\u201C\u201D:]/.test(text)

const weigh = (unit: Unit, context: Context): number => {
  const { shape, block, about, text } = unit
  if (block.layout === 'caption' || (about.caption && block.layout !== 'heading'))
    return shape.size > LONGEST_NAMED ? 0 : 4
  if (shape.size > LONGEST || unit.tail) return 0
  const short = shape.sentences <= 1
  if (MARKED.test(unit) && short && !isPointer(unit)) return 5
  if (SAYS.test(unit) && shape.sentences <= 2) return 4.6
  if (CREDITED.test(unit) && short) return 4.4
  if (shape.sentences <= 3 && (LATIN_CREDIT.test(unit) || (text.endsWith(')') && TAKEN_BY.test(text)))) return 3.6
  if (LATIN_SAYS.test(unit) && shape.sentences <= 4) return 4.4
  if (WHO_STANDS_WHERE.test(unit) && shape.sentences <= 2) return 3.6
  if (SHOUTED_CREDIT.test(unit.text) && shape.sentences <= 3) return 4
  if (isBelowPicture(unit, context)) return 3.4
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
↑ 学生在调试馈源\uFF08关山/摄\uFF09
↑ 建设者在隧道内庆祝贯通。新华社发\uFF08仇海天 摄\uFF09
↑ 图为食堂开业当天的午餐时间。记者 周小满 摄
↑ 村医为老人检查 周远 摄
↑ 老人在窗口打饭 摄影 周远
¶`,
    `Ferry returns after a decade
¶en
↑ In this March 5, 2024, file photo, the ferry leaves the harbour. (Harbour Herald)
↑ The new pier was finished in May. (Nora Field/Harbour Herald)
↑ Image source, Harbour Herald
↑ Director Ann Moss walks through the new hall on Tuesday.JOHN RYE/HARBOUR HERALD
↑ Nora Field, left, and Tom Rye wait for the boat on Tuesday.
↑ The landing stage before the boats came back, seen from the pier in the first week of spring. ⟨class: image-caption figure⟩
¶en
✓ The road forks at the mill: the left, steep and narrow, leads down to the old landing stage, and nobody takes it.
¶en`,
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
