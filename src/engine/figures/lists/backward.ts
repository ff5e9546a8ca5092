import type { Reading } from '../claim'
import type { Mention } from '../lexer/mention'
import { isListed, type CountedList } from './counted'
import { conjunctions, cut, enumerate, isClosedEvenly, outside, type Item } from './items'
import { areNames, inQuotes, rowOf, type Match } from './rows'

/** Lists that stand before their count: 甲镇、乙镇和丙镇三个镇, “甲”“乙”“丙”三大工程. */

/** What one names one by one in a row and then counts; behind anything else the number counts something else. */
const ABSTRACT =
  /^(?:重点|关键|主要|核心|基本|具体|专项|先进|传统|特色|优势|新型|主导|战略性?|支柱|现代|薄弱)*(?:方面|工程|行动|机制|特点|任务|环节|领域|行业|产业|要素|体系|平台|事情?(?![故件])|大事|实事|阶段|维度|步骤|目标|原则|优势|难题|主题|板块|系列|类别|品种|作物|层面|层级|篇章|文章|方向|渠道|模式|模块|单元|抓手|岗位|工种|职业|技能|指标|问题|计划|战略|品牌|部门|单位|城市|省份|地区|语种|科目|季节|节日|颜色|口味|途径|方式|方法|举措|措施|活动|内容|功能|元素|奖项|项目|工作体系|建设|服务)/
const QUANTITIES = new Set('名 人 位 户 件 次 场 期 支 处 座 例 份 张 条 批 口'.split(' '))
/** A verb at the end of the last item: the list ended before it, and the number belongs to the verb. */
const VERB =
  /(?:建成|新建|改建|扩建|开展|举办|投入|发放|设立|组织|成立|完成|实施|种植|安装|设置|开设|走访|慰问|培训|排查|整治|清理|拆除|新增|增加|获得|选派|派出|抽调|出动|配备|购置|引进|签约|解决|办理|铺设|打造|推出|安排|涉及|涵盖|覆盖|包括|通过|来自|采取|改造|划分|建立|创建|形成|突出|抓好|做好|围绕|聚焦|坚持|共有?|[有达的为了各近约每前后第这那等分修建办下是在用])$/

/** The list that ends at `end`: back to the mark that opens its clause. */
function clauseOf(shadow: string, end: number): Item {
  const from = Math.max(0, end - 160)
  let start = from
  for (const [at, character] of outside(shadow, from, end)) {
    if (/[,。;:!?\u2014\s]/.test(character)) start = at + 1
  }
  const depths = [...shadow.slice(start, end)]
  const opened = depths.lastIndexOf('(')
  return opened > depths.lastIndexOf(')') ? { start: start + opened + 1, end } : { start, end }
}

const QUOTED = /^[\u4E00-\u9FFF]{0,16}[“《][^“”《》]{1,30}[”》]$/

/** The items right before the count that are built alike; the first may still carry its verb. */
function run(shadow: string, items: readonly Item[], alike: (text: string, last: string) => boolean): Item[] {
  const last = items.at(-1)
  if (last === undefined) return []
  const words = shadow.slice(last.start, last.end)
  let first = items.length - 1
  while (first > 0) {
    const item = items[first - 1]
    if (item === undefined || !alike(shadow.slice(item.start, item.end), words)) break
    first -= 1
  }
  return items.slice(first)
}

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'

/** People are counted by their names; 党员、群众5人 names kinds of people. */
function peopleIn(shadow: string, items: readonly Item[], mention: Mention): Match | null {
  const names = items.map(({ start, end }) => shadow.slice(start, end))
  const named = names.slice(1).every((name) => /^[\u4E00-\u9FFF]{2,3}$/.test(name) && SURNAMES.includes(name.charAt(0)))
  return named && Math.abs(mention.value - items.length) <= 3 ? { items, sure: true } : null
}

/** Things of one kind, named and then counted as that kind: 书法、剪纸、合唱三门课程. */
const KINDS = new Set('门 种 类 款 项 大 个 条 处 所 座 站'.split(' '))

/** Short names side by side and right behind them their number and noun: the number is theirs. */
/** 巡回诊疗、远程会诊、药品代购三项举措: from the second on all are of one length, and counted as what they are. */
function isRowAlike(shadow: string, mention: Mention, items: readonly Item[], noun: string): boolean {
  if (!ABSTRACT.test(noun) || mention.form !== 'chinese' || items.length < 3) return false
  const names = items.slice(1).map(({ start, end }) => shadow.slice(start, end))
  const [second = ''] = names
  return second.length > 2 && names.every((name) => name.length === second.length && /^[\u4E00-\u9FFF]+$/.test(name))
}

/** 海燕、梧桐、南浦三座变电站: places named side by side and counted as what they are. */
function inPlace(shadow: string, mention: Mention, items: readonly Item[], noun: string): boolean {
  if (
    !(PLACES.has(mention.classifier) || NAMED.has(mention.classifier)) ||
    noun.length < 2 ||
    mention.form !== 'chinese'
  )
    return false
  const [second, ...others] = items.slice(1).map(({ start, end }) => shadow.slice(start, end))
  return second !== undefined && others.every((name) => name.length === second.length) && areNames(shadow, items)
}

const SETTLED =
  /^(?:城市|省份|地区|国家|市县|县市|[县区市镇村]|乡镇|社区|街道|高校|学校|大学|医院|企业|公司|景区|车站|部门|行业|项目)/

/** 淮安、珠海、天水、文山州8座城市: four and more short names, counted as what has names. */
function isGazetteer(shadow: string, items: readonly Item[], noun: string): boolean {
  if (items.length < 4 || !SETTLED.test(noun)) return false
  return items.slice(1).every(({ start, end }) => /^[\u4E00-\u9FFF]{2,4}$/.test(shadow.slice(start, end)))
}

const REGIONS = new Set('省 市 县 区 州 镇 乡 村 国 省份 城市 国家'.split(' '))

/** 灾害已造成江苏、安徽、江西、河南: four and more short names; what is longer carries the verb, and the first name behind it. */
function regionsOf(items: readonly Item[]): readonly Item[] {
  return items.slice(
    Math.max(
      0,
      items.findLastIndex(({ start, end }) => end - start > 4),
    ),
  )
}

function isRegions({ value }: Mention, items: readonly Item[]): boolean {
  const names = regionsOf(items)
  return names.length > 3 && Math.abs(names.length - value) < 3
}

/** 枫桥、南浦、双井、鹤山四家分馆: counted one by one, as what bears a name. */
const NAMED = new Set('家 条 支 镇 村 区 县'.split(' '))
const PLACES = new Set('处 座 所 门 款'.split(' '))

function inApposition(shadow: string, mention: Mention, items: readonly Item[], noun: string): boolean {
  if (!KINDS.has(mention.classifier) || (noun.length < 2 && mention.classifier !== '门') || mention.value > 12)
    return false
  const names = items.slice(1).map(({ start, end }) => shadow.slice(start, end))
  return names.every((name) => /^[\u4E00-\u9FFFA-Z]{1,6}$/i.test(name))
}

/** 甲、乙三处: two places, counted as another number. */
function isTwice(shadow: string, mention: Mention, items: readonly Item[]): boolean {
  return PLACES.has(mention.classifier) && mention.form === 'chinese' && !hasCounts(shadow, items)
}

const PAIRED = new Set('乡 镇 县 村 省'.split(' '))

/** 石岭、高坝三乡镇: right behind two short names alone in their clause, more than two. */
function isPair(shadow: string, mention: Mention, items: readonly Item[]): boolean {
  return (
    items.length === 2 &&
    PAIRED.has(mention.classifier) &&
    mention.form === 'chinese' &&
    mention.value === 3 &&
    items.every(({ start, end }) => /^[\u4E00-\u9FFF]{2}$/.test(shadow.slice(start, end)))
  )
}

function quotedMatch(shadow: string, mention: Mention, items: readonly Item[]): Match | null {
  const quoted = run(shadow, items, (text) => QUOTED.test(text))
  return quoted.length < 2 ? null : { items: quoted, sure: mention.form === 'chinese' || mention.classifier === '大' }
}

/** Whether the list can be what the mention counts, and how surely. */
function match(shadow: string, mention: Mention, items: readonly Item[], points: boolean): Match | null {
  const noun = /^[\u4E00-\u9FFF]{0,10}/.exec(shadow.slice(mention.classified, mention.classified + 10))?.[0] ?? ''
  const last = items.at(-1)
  if (last === undefined || items.length < 2) return null
  const words = shadow.slice(last.start, last.end)
  const off = Math.abs(mention.value - items.length)
  if (
    QUOTED.test(words) &&
    (points || !QUANTITIES.has(mention.classifier)) &&
    off <= (mention.form === 'chinese' ? 4 : 2)
  )
    return quotedMatch(shadow, mention, items)
  const tail = words.slice(-1)
  const sameTail = run(shadow, items, (text) => text.endsWith(tail) && text.length > 1)
  const namesTail =
    mention.classifier.endsWith(tail) ||
    noun.startsWith(words.slice(-2)) ||
    (sameTail.length > 2 && noun.startsWith(tail)) ||
    (noun.length <= 3 && noun.endsWith(tail) && noun !== '')
  if (sameTail.length >= 2 && words.length > 1 && namesTail && !QUANTITIES.has(mention.classifier))
    return { items: sameTail, sure: true }
  if (REGIONS.has(mention.classifier) && isRegions(mention, items)) return { items: regionsOf(items), sure: false }
  if (['名', '位', '人'].includes(mention.classifier)) return peopleIn(shadow, items, mention)
  if (off < 2 && points && areNames(shadow, items)) return { items, sure: true }
  const twice = items.length === 2 && off === 1 && words.length < 5 && isTwice(shadow, mention, items)
  if (twice) return { items, sure: false }
  if (off < 2 && items.length > 2 && inPlace(shadow, mention, items, noun)) return { items, sure: false }
  if (off < 3 && isGazetteer(shadow, items, noun)) return { items, sure: false }
  if (off < 2 && isRowAlike(shadow, mention, items, noun)) return { items, sure: true }
  const row = rowOf(shadow, mention, items, noun)
  if (row !== null && !VERB.test(words)) return row
  if (VERB.test(words) || (QUANTITIES.has(mention.classifier) && !/^[大实]?事(?![故件])/.test(noun))) return null
  if (isPair(shadow, mention, items)) return { items, sure: false }
  const abstract =
    ABSTRACT.test(noun) ||
    ['方面', '部门', '环节', '领域', '阶段', '大类', '省', '国', '市', '地', '方', '篇', '字'].includes(
      mention.classifier,
    )
  if (items.length < 3 || off > 1) return null
  if (!abstract) return inApposition(shadow, mention, items, noun) ? { items, sure: false } : null
  const sameLength = items.slice(1).every((item) => item.end - item.start === words.length)
  if (sameLength || sameTail.length === items.length) return { items, sure: sameLength && words.length > 1 }
  const short = items.slice(1).every((item) => item.end - item.start <= 6)
  return short && mention.form === 'chinese' ? { items, sure: false } : null
}

/** 甲镇3个、乙镇5个、丙镇两个: the items carry counts of their own, the last closes no list of names. */
function isRowOfCounts(shadow: string, earlier: Mention | undefined, mention: Mention): boolean {
  if (earlier === undefined || mention.start - earlier.end > 60) return false
  const between = shadow.slice(earlier.end, mention.start)
  return /^[^、]{0,6}、/.test(between) && !/[,。;:!?“《]/.test(between)
}

/** 增设五处中心、指定三所医院: clauses with counts of their own are no list of names. */
function hasCounts(shadow: string, items: readonly Item[]): boolean {
  return items.some(({ start, end }) => /[\d一二两三四五六七八九十][处座所个名家项]/.test(shadow.slice(start, end)))
}

/** What may stand between a list and its count: 这四味, 归为四类. */
const POINTS = /(?:[这那共]|归[为纳]?[为成]?|概括[为成]|合为|分为)$/

/** Lists and the counts that close them. */
export function* listsBefore(reading: Reading): Iterable<CountedList> {
  const { shadow } = reading
  for (const [i, mention] of reading.mentions.entries()) {
    if (!isListed(mention) || (mention.form !== 'chinese' && mention.value > 12)) continue
    if (isRowOfCounts(shadow, reading.mentions[i - 2], mention)) continue
    if (!/[、和”》]/.test(shadow.slice(Math.max(0, mention.start - 40), mention.start))) continue
    const quote = shadow.charAt(mention.start - 1) === '“' ? 1 : 0
    const points =
      POINTS.exec(shadow.slice(Math.max(0, mention.start - quote - 4), mention.start - quote))?.[0].length ?? 0
    const last = shadow.charAt(mention.start - quote - points - 1)
    // 一窗通办、两端联动、四项承诺: the count is an item itself.
    if (last === '、') continue
    const open = last === '等'
    const parted = last === ',' && /^这/.test(shadow.slice(mention.start - quote - points))
    const clause = inQuotes(shadow, clauseOf(shadow, mention.start - quote - points - (open || parted ? 1 : 0)))
    const items = partedItems(shadow, clause)
    const found = match(shadow, mention, items, points > 0)
    if (found === null) continue
    const [head] = found.items
    if (head === undefined) continue
    const from = startOf(shadow, found.items)
    const loose = found.items.reduce((sum, item) => sum + conjunctions(shadow, item).length, 0)
    const counts = new Set(Array.from({ length: loose + 1 }, (_, more) => found.items.length + more))
    counts.add(items.length)
    if (isClosedEvenly(shadow, items)) counts.delete(found.items.length === items.length ? items.length : 0)
    const start = mention.start - quote
    yield {
      reading,
      announced: mention.value,
      numeral: mention.numeral,
      phrase: [mention.start, mention.classified],
      list: [from, start - points - (open ? 1 : 0)],
      enumeration: { items: [{ ...head, start: from }, ...found.items.slice(1)], counts, open },
      closed: !open,
      sure: found.sure,
    }
  }
}

/** The first item without the verb it carries, where the others tell how long an item is. */
function startOf(shadow: string, items: readonly Item[]): number {
  const [first, second] = items
  if (first === undefined || second === undefined) return first?.start ?? 0
  const quoted = shadow.slice(first.start, first.end).search(/[“《]/)
  if (quoted >= 0) return first.start + quoted
  const lengths = items.slice(1).map(({ start, end }) => end - start)
  return lengths.every((length) => length === lengths[0])
    ? Math.max(first.start, first.end - (lengths[0] ?? 0))
    : first.start
}

function partedItems(shadow: string, clause: Item): readonly Item[] {
  const items = cut(shadow, clause.start, clause.end, ['、', ''])
  if (items.length < 2) return items
  const { items: parted } = enumerate(shadow, clause.start, clause.end)
  return parted.length > items.length ? parted : items
}
