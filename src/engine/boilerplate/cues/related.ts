import { removing, type Cue, type Context } from '../cue'
import { placeOf } from '../run'
import type { Unit } from '../unit'
import { Gate } from '../gates/gate'
import { isPointer } from '../pointer'

const ENTER = new Gate(
  /^更多[^。]{0,8}(?:请|請)(?:进入|点击|關注|关注) ?[\u3400-\u9FFF]{2,8}$|^点击进入(?:["\u201C][^"\u201D]{2,10}["\u201D])?专题 ?[:>]*|^\(点击(?:查看|进入|图片)[^)]{2,14}\)$|^(?:进入|返回|点击进入|查看|更多) ?[\u3400-\u9FFF]{2,8}(?:中心|频道|首页|专题|列表|排行榜?) ?[>\u00BB]*$|^返回搜狐,查看更多$|^(?:更多|查看更多|more|see more|view all|see all) ?[>\u00BB]*$/i,
)
const LINKED = new Gate(
  /^(?:相关(?:阅读|新闻|报道|链接)|延伸阅读|推荐阅读|related|read (?:more|next|also)|see (?:also|more)|also read|more on this|(?:previous|earlier|related|more) coverage|previously|don['\u2019]t miss|must read|watch(?: now)?) ?[:>|] ?\S|^(?:don['\u2019]t miss|see also|read more|must read)$/i,
)
/** A HEADLINE IN CAPITALS: how English sites set a link to another story between two paragraphs. */
const SHOUTED = /^\P{Ll}{24,}$/u
const LINK = 0.8

/** Index of the first closing heading at or behind the last paragraph of the run. */
const closingOf = (context: Context): number =>
  context.units.find((unit) => unit.index >= context.run.last && unit.closes)?.index ?? Infinity

/** Lines an inserted box of links has at most. */
const BOX = 8

/** Short lines below a closing heading inside the run, as far as the next sentence: the box it heads. */
const boxed = ({ units, run }: Context): Set<number> => {
  const found = new Set<number>()
  for (const heading of units.slice(run.first, run.last + 1)) {
    if (!heading.closes) continue
    const box = units.slice(heading.index + 1, heading.index + 1 + BOX)
    const end = box.findIndex(({ shape, credit }) => shape.prose || shape.sentences > 0 || credit !== null)
    if (end > 0) for (const unit of box.slice(0, end)) found.add(unit.index)
  }
  return found
}

const weigh = (unit: Unit, context: Context, closing: number, box: ReadonlySet<number>): number => {
  if (unit.closes) return placeOf(context.run, unit.index) === 'inside' ? 4.5 : 6
  if (ENTER.test(unit)) return 5.5
  if (unit.shape.size < 60 && LINKED.test(unit)) return 4
  if ((unit.block.markUp?.linkDensity ?? 0) > LINK && SHOUTED.test(unit.text) && /[A-Z] [A-Z]/.test(unit.text)) return 5
  if (box.has(unit.index)) return 4
  if (unit.shape.size < 60 && isPointer(unit)) return 4.5
  return !unit.credit && unit.index > closing && placeOf(context.run, unit.index) === 'after' ? 3.4 : 0
}

export const related: Cue = {
  id: 'related',
  reason: {
    zh: '相关阅读、推荐或排行\uFF0C属于别的稿件',
    en: 'Related, recommended or ranked stories: other articles',
  },
  examples: [
    `¶
¶
✗ 新闻排行
✗ 进入新闻中心
✗ 更多精彩内容请进入社会新闻
✗ 点击进入“民声信箱”专题>>
✗ \uFF08点击查看更多人物报道\uFF09`,
    `¶
¶
✗ 相关阅读
✗ 东湖绿道今起封闭维修 绕行路线看这里
✗ 菜市场里开起了图书角`,
    `¶en
¶en
✗ Most read
✗ Ferry timetable changes next week`,
    `¶
¶
¶
✗ 延伸阅读
✗ 东湖绿道今起封闭维修 绕行路线看这里
✗ 菜市场里开起了图书角
¶
¶
¶`,
    `¶en
✗ Previous coverage: Council votes for the ferry
✗ FERRY TIMETABLE CHANGES AFTER TEN YEARS OF WAITING ⟨class: text; links: 1⟩
¶en`,
    `¶
✗ \u25BA夏天必備\uFF01涼感床墊5折起
✗ \u25B6 一碗米粉的三十年 ⟨class: text; links: 1⟩
¶`,
    `¶
✓ 相关新闻传出后\uFF0C东湖街道当天就派人上门核实情况\uFF0C并答应三天内答复。
¶`,
  ],
  find: (context) => {
    const closing = closingOf(context)
    const box = boxed(context)
    return removing(context, (unit) => weigh(unit, context, closing, box))
  },
}
