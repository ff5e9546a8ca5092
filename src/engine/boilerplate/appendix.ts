import type { Unit } from './unit'
import { Gate } from './gates/gate'

const TALK = new Gate(
  /^(?:\d[\d,]{0,8} )?(?:comments?|responses?|replies|thoughts?) (?:to|on|for) \S|^(?:comments?|replies) ?\(\d{1,6}\)|\b\d{1,6} (?:comments?|responses?) (?:feed|rss|so far)\b|(?:已有|共有?|目前有) ?\d{1,8} ?[件条個个则則人次]{0,2}(?:网友)?(?:评论|評論|留言|回复|回覆|跟帖)|^(?:网友|網友|最新|全部|热门|精彩)?(?:评论|評論|留言|跟帖)(?:区|列表)?(?: ?\(\d{1,8}\))?$|^\d{1,8} ?[条條則则个個](?:评论|評論|留言|回复|回覆)$/i,
)
const SAYS =
  /^.{1,40} (?:says|said|wrote):$|^(?:reply|report|flag|quote|回复|回覆|举报|引用|支持|[顶踩赞])(?: ?\(\d{1,6}\))?$|^.{1,24}的(?:评论|評論)$|^.{1,24} 发表于 ?.{4,24}$|^#?\d{1,4}[楼樓]$/i
const REACH = 12

/** N comments, 34 responses to “…”, 已有3条评论, with what readers wrote below: what they write is not the story. */
export const opensTalk = (lines: readonly Unit[], index: number): boolean => {
  const line = lines[index]
  if (!line || line.text.length > 160 || !TALK.test(line)) return false
  return lines.slice(index + 1, index + 1 + REACH).some((line) => line.text.length <= 60 && SAYS.test(line.text))
}

const REFERENCES = new Gate(
  /^(?:\d{1,2}(?:\.\d{1,2})? ?|[一二三四五六七八九十]{1,2}、)?(?:参考(?:文献|资料|来源|书目)|參考(?:文獻|資料|來源|書目)|注释|註釋|脚注|腳註|(?:资料|資料)(?:来源|來源)|引用来源|外部链接|外部連結|references|sources|footnotes|endnotes|bibliography|works cited|external links)(?: ?\[[^\]]{1,12}\])* ?:?$/i,
)
const CITATION =
  /^(?:\[?\d{1,3}[\].、)]|[\^\u2191])|\b(?:accessed|retrieved|isbn|doi|archived)\b|https?:|\[[A-Z]{1,2}(?:\/OL)?\]|["\u201D,.\u300B] ?,? ?(?:19|20)\d\d|(?:19|20)\d\d[-年]\d{1,2}/i
const ROWS = 6

/** Sources, 参考文献, with entries that read as references below it. */
export const opensReferences = (lines: readonly Unit[], index: number): boolean => {
  const line = lines[index]
  if (!line || line.text.length > 40 || !REFERENCES.test(line)) return false
  const below = lines.slice(index + 1, index + 1 + ROWS)
  return below.filter((line) => CITATION.test(line.text)).length * 2 >= Math.min(4, below.length + 1)
}

/** Less prose above a talk than this is no story's. */
const LEAST_STORY = 100

/** Where what readers write and the references begin, by index; Infinity where a page has none. */
export interface Appendix {
  readonly talk: number
  readonly references: number
}

/**
 * The first talk below a story, and the page's last references where most of its prose stands above them: what reads as
 * prose below is not the story's.
 */
export const findAppendix = (units: readonly Unit[]): Appendix => {
  const sizes = units.map(({ shape }) => (shape.prose ? shape.size : 0))
  const total = sizes.reduce((sum, one) => sum + one, 0)
  let [above, talk, references, aboveThem] = [0, Infinity, Infinity, 0]
  units.forEach((_, i) => {
    if (talk === Infinity && above > LEAST_STORY && opensTalk(units, i)) talk = i
    if (opensReferences(units, i)) [references, aboveThem] = [i, above]
    above += sizes[i] ?? 0
  })
  return { talk, references: aboveThem * 2 > total ? references : Infinity }
}
