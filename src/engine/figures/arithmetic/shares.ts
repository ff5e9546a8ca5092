import { aheadOf } from '../labels'
import type { Mention } from '../lexer/mention'
import { isAddend, kindOf, type Sentence } from '../sentences'

/** A share beside the part and the whole it is of: 50名学生中40人报名,参与率80%; 总投资6亿元,完成4.5亿元,占总投资的75%. */

export interface Share {
  readonly share: Mention
  readonly part: Mention
  readonly whole: Mention
}

/** What stands right before a share, and names what it is a share of. */
const OF = /占(?!比)(?<whole>[\u4E00-\u9FFF]{0,10}?)的?(?:比例|比重)?[达为到约近超过]{0,3}$/
const RATE = /(?<stem>[\u4E00-\u9FFF]{1,4})[率比][也已均]?[达为是到约近有]{0,2}$/
/** 法定审限内结案率, 一次合格率: of those alone. */
const LIMITED = /(?:[限期]内|按[时期]|当[场庭日天]|及时|首[次个]|初次)[\u4E00-\u9FFF]{0,4}率/
const PROPORTION = /(?:比例|占比|比重)(?:也|已)?[达为是到约近]{0,2}$/
const AMONG =
  /(?:中|里|当中|其中|之中)[,，]?[\u4E00-\u9FFF]{0,8}$|其中|[有已实签]|合格|完成|通过|成功|办结|解决|整改|化解|破获|到位|回收|审结|结案|核销|到岗|兑付|复耕|复工|返岗/
/** All there are, and a kind of them: 公交车保有量2400辆,新能源车1800辆,占比75%. */
const STOCK = /保有量|[共总]|现有|全[市县区省国镇校厂]|登记/
const A_KIND = /^[\u4E00-\u9FFF]{0,4},[\u4E00-\u9FFF]{2,10}$/
const ENGLISH_AMONG = /^\s?(?:,\s)?(?:or|about)\s$/i

/** Words of the whole's name said again before the share: 总投资 … 占总投资的. */
function saysAgain(name: string, whole: string): boolean {
  const words = name.replace(/^[全总]/, '')
  if (words === '') return true
  if (/^(?:总?[数量额]|总人数|整体|全体|[部体县市区镇村校厂班])$/.test(words)) return true
  for (let at = 0; at + 2 <= words.length; at += 1) if (whole.includes(words.slice(at, at + 2))) return true
  return words.length === 1 && whole.includes(words)
}

/** 占出口总值的 is no share of 进出口总值. */
const isOneSide = (name: string, before: string): boolean =>
  /(?<!进)出口|进口/.test(name) && /进出口[^。;]{0,12}$/.test(before)

/** Whether the words before the share say that it is the part's of the whole. */
function speaksOf(sentence: Sentence, { share, part, whole }: Share): boolean {
  const { reading } = sentence
  const { shadow } = reading
  const ahead = aheadOf(sentence, share, 18)
  const between = shadow.slice(whole.classified, part.start)
  // to $33 million from $30 million, or 10 percent: a change, no share.
  if (reading.english)
    return (
      !/\bfrom [$\u00A3\u20AC]?$/.test(shadow.slice(part.start - 7, part.numeral[0])) &&
      ENGLISH_AMONG.test(shadow.slice(part.classified, share.start))
    )
  // 四季度再开工30个,力争全年开工率达到80%以上: the rate is to be of others.
  if (/力争|争取|确保|目标|计划/.test(shadow.slice(part.classified, share.start))) return false
  if (/[每均增减降升再]|[多少]$/.test(aheadOf(sentence, part, 8)) || /同比|环比|[增减升降涨跌]/.test(ahead))
    return false
  if (LIMITED.test(ahead)) return false
  const of = OF.exec(ahead)
  if (of !== null)
    return (
      !isOneSide(of.groups?.['whole'] ?? '', shadow.slice(sentence.start, whole.start)) &&
      saysAgain(
        of.groups?.['whole'] ?? '',
        shadow.slice(Math.max(sentence.start, whole.start - 14), whole.classified + 8),
      )
    )
  if (PROPORTION.test(ahead))
    return AMONG.test(between) || (A_KIND.test(between) && STOCK.test(aheadOf(sentence, whole, 16)))
  const rate = RATE.exec(ahead)
  if (rate === null) return false
  const stem = rate.groups?.['stem'] ?? ''
  if (!AMONG.test(between) && !(stem.length > 1 && between.includes(stem.slice(-2)))) return false
  const said =
    shadow.slice(whole.start, share.start - ahead.length) +
    between +
    shadow.slice(part.classified, Math.min(part.classified + 10, share.start - rate[0].length))
  return [...stem].some((character) => said.includes(character))
}

/** 203人一次通过: told how, not how many. */
const isAdverb = ({ value, form, classifier }: Mention): boolean =>
  value === 1 && form === 'chinese' && classifier === '次'

/** Every share of the sentence with the one pair of figures it can be of: a whole and, behind it, a smaller part of its kind. */
export function* sharesOf(sentence: Sentence): Iterable<Share> {
  const { mentions, reading } = sentence
  if (mentions.length > 12) return
  for (const share of mentions) {
    if (share.kind !== 'percent' || share.range !== null) continue
    const before = mentions.filter(
      (mention) => mention.end <= share.start && isAddend(reading.shadow, mention) && !isAdverb(mention),
    )
    const part = before.at(-1)
    if (part === undefined) continue
    // 签约率50%,重点人群签约率八成: the share behind the part's own is another's.
    if (mentions.some(({ kind, start, end }) => kind === 'percent' && start >= part.end && end <= share.start)) continue
    const same = before.filter((mention) => kindOf(mention) === kindOf(part))
    const [whole] = same
    if (same.length !== 2 || whole === undefined || whole.value <= part.value || whole.low <= 0) continue
    if (/;/.test(reading.shadow.slice(part.classified, share.start))) continue
    if (/[;占]/.test(reading.shadow.slice(whole.classified, part.start)) || /分别/.test(aheadOf(sentence, share)))
      continue
    const found = { share, part, whole }
    if (speaksOf(sentence, found)) yield found
  }
}
