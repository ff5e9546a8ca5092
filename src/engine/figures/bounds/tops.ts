import type { Mention } from '../lexer/mention'
import { matchesOf } from '../matches'
import { kindOf, type Sentence } from '../sentences'
import { amount, difference, en, zh } from '../wording'
import { placeOf, type Denial } from './denial'

/** Who of a row has the most or the least, against the row's own figures: 东园卖了1800斤,西园卖了2600斤,卖得最多的是东园. */

interface Named {
  readonly name: string
  readonly mention: Mention
}

const TOP =
  /最(?<way>[高多大长快重远好强贵热优低少小短慢轻近差弱])|(?<first>[居列排名第]第?一(?![次个批天届轮线书季产名位])|第一名?(?![次个批天届轮线书季产])|居首|榜首|首位|之[首冠最]|夺[冠魁]|冠军|领先|领跑|胜出|头名|(?<!未)当选)/g
const MOST = '高多大长快重远好强贵热优'
/** Of these the most comes first, whatever else is said. */
const YIELDS = new Set(['weight', 'money', 'area', 'mu', 'length', '票', '人次', '件', '家', '枚', 'people', '斤'])
const TIMES = new Set(['year', 'month', 'day', 'hour', 'minute', 'second', 'age', 'times', 'week'])
/** Words of a claim that say nothing of what is measured. */
const PLAIN =
  /最[\u4E00-\u9FFF]|[居列排名]?第一名?|[高位]居|[位名]列|排[名在]|居首|榜首|首位|[居为]?[一二三四五六七八九十各全]?[\u4E00-\u9FFF]{0,4}之[首冠最]|夺[冠魁]|冠军|继续|依旧|依然|仍旧?|暂时|遥遥|当数|要数|得分|这[次里]|其中|拿下|夺得|取得|当选[\u4E00-\u9FFF]{0,8}|获得?|摘得|赢得|成为|领先|领跑|胜出|头名|[的得以是为则也由又且却其中在数这里成绩表现]/g
/** What counts have, whatever is counted. */
const AMOUNT = /产量|数量/
/** Among whom: 四个县区. */
const GROUP = /(?:^|\s)[一二三四五六七八九十各全]个?[\u4E00-\u9FFF]{1,4}(?=\s|$)/g
/** Another figure, another time, a denial. */
const OTHER =
  /[增降升涨跌不非未除曾]|去年|上年|此前|目标|力争|有望|预计|如果|单[日月]|平均每|并列|同为|历史|以来|全[国省市县]/

const LABEL = /[\u4E00-\u9FFF“”A-Z]{2,14}$/i

/** The figures of one kind that stand one behind the other, each with its name; the longest such row. */
function rowIn(sentence: Sentence): readonly Named[] {
  const plain = sentence.mentions.filter(
    ({ kind, range }) => (kind === 'count' || kind === 'percent') && range === null,
  )
  const kinds = [...new Set(plain.map((one) => `${one.kind} ${kindOf(one)}`))]
  const rows = kinds.map((kind) =>
    named(
      sentence,
      plain.filter((one) => `${one.kind} ${kindOf(one)}` === kind),
    ),
  )
  return rows.reduce((best, row) => (row.length > best.length ? row : best), [])
}

function named({ reading: { shadow }, start }: Sentence, same: readonly Mention[]): Named[] {
  const labels = same.map((one, i) => {
    const words = shadow.slice(Math.max(start, same[i - 1]?.classified ?? start, one.start - 16), one.start)
    return (LABEL.exec(words)?.[0] ?? '').replace(/(?<=..)(?:分别|达到)?[为是达有占]$/, '')
  })
  const [lead = '', ...others] = labels
  if (others.length === 0 || lead === '' || others.includes('')) return []
  labels[0] = lead.slice(-Math.max(...others.map(({ length }) => length)))
  const suffix = commonSuffix(labels)
  const names = labels.map((label) => label.slice(0, Math.max(2, label.length - suffix)).slice(0, 5))
  if (new Set(names).size < names.length) return []
  return same.map((mention, i) => ({ mention, name: names[i] ?? '' }))
}

function commonSuffix(words: readonly string[]): number {
  const [first = ''] = words
  let length = 0
  while (length < first.length && words.every((word) => word.at(-1 - length) === first.at(-1 - length))) length += 1
  return length
}

/** Which way the first place goes; null where it may go either way. */
function wayOf(
  groups: Readonly<Record<string, string | undefined>>,
  { dimension, classifier }: Mention,
): 'most' | 'least' | null {
  const way = groups['way']
  if (way !== undefined) return MOST.includes(way) ? 'most' : 'least'
  return YIELDS.has(dimension) || classifier === '分' ? 'most' : null
}

/** What is measured is what the row gives: nothing more is said, or words of the row. */
function isOfRow(clause: string, name: string, told: string, points: boolean): boolean {
  if (points && /最高分|冠军|夺冠|胜出/.test(clause)) return true
  const words = clause.replace(name, '').replace(PLAIN, ' ').replace(GROUP, '').trim().split(/\s+/)
  return words.every(
    (word) =>
      word === '' ||
      (word.length === 1 ? told.includes(word) : told.includes(word.slice(-2)) || told.includes(word.slice(0, 2))),
  )
}

function beyondOf(row: readonly Named[], who: Named, way: 'most' | 'least' | null): Named | undefined {
  const above = row.find(({ mention }) => mention.low > who.mention.high)
  const below = row.find(({ mention }) => mention.high < who.mention.low)
  if (way === null) return above !== undefined && below !== undefined ? above : undefined
  return way === 'most' ? above : below
}

export function* topsDenied(sentence: Sentence, before: Sentence | undefined): Iterable<Denial> {
  const { reading, start, end, mentions } = sentence
  const { shadow } = reading
  if (reading.english || !/[最一首冠魁]|领先|领跑|胜出|头名|当选/.test(shadow.slice(start, end))) return
  for (const home of mentions.length > 1 ? [sentence] : before === undefined ? [] : [before]) {
    if (home.mentions.length < 2 || home.mentions.length > 20) continue
    const row = rowIn(home)
    const last = row.at(-1)
    if (last === undefined || TIMES.has(last.mention.dimension)) continue
    const from = home === sentence ? last.mention.classified : start
    for (const match of matchesOf(shadow.slice(from, Math.min(end, from + 60)), TOP)) {
      const denial = deniedAt(home, sentence, row, {
        at: from + match.index,
        length: match[0].length,
        groups: match.groups ?? {},
      })
      if (denial !== null) yield denial
    }
  }
}

interface Said {
  readonly at: number
  readonly length: number
  readonly groups: Readonly<Record<string, string | undefined>>
}

function deniedAt(home: Sentence, sentence: Sentence, row: readonly Named[], said: Said): Denial | null {
  const { reading } = sentence
  const { shadow } = reading
  const from = Math.max(...[',', ';', '。', ':'].map((mark) => shadow.lastIndexOf(mark, said.at))) + 1
  const clause = /^[^,;。]*/.exec(shadow.slice(from))?.[0] ?? ''
  const named = row.filter(({ name }) => clause.includes(name))
  const [who] = named
  if (who === undefined || named.length > 1 || clause.length > 24 || OTHER.test(clause)) return null
  const points = who.mention.classifier === '分'
  // 产量最高的二班组拿到了流动红旗: what is told of it behind its name is another thing.
  const nameAt = clause.indexOf(who.name)
  const claim = /最[\u4E00-\u9FFF]的$/.test(clause.slice(0, nameAt))
    ? clause.slice(0, nameAt + who.name.length)
    : clause
  const told = shadow.slice(home.start, row.at(-1)?.mention.classified)
  if (
    OTHER_ROW.test(told) ||
    !isOfRow(who.mention.kind === 'count' ? claim.replace(AMOUNT, '') : claim, who.name, told, points)
  )
    return null
  const way = wayOf(said.groups, who.mention)
  const beyond = row.length < (points || who.mention.classifier === '票' ? 2 : 3) ? undefined : beyondOf(row, who, way)
  if (beyond === undefined) return null
  const at = from + clause.indexOf(who.name)
  const stretch = { start: Math.min(at, said.at), end: Math.max(at + who.name.length, said.at + said.length) }
  const words = reading.text.slice(stretch.start, stretch.end)
  return {
    tier: 'query',
    places: [placeOf(sentence, stretch), ...[who, beyond].map(({ mention }) => placeOf(home, mention, mention.value))],
    zh: zh`文中说“${words}”,列出的数字里却是“${beyond.name}”。请核对。`,
    en: en`“${words}” is said, but of the figures given another one is. Check them.`,
    arithmetic: [difference(beyond.mention.amount, who.mention.amount, amount)],
  }
}

/** One figure of the row holds another. */
const OTHER_ROW =
  /其中|[由从比较][\u4E00-\u9FFF]{0,6}[\d.]|增加到|减少到|[罚扣]|次品|差错|失误|事故|投诉|用时|耗时|能耗|死亡|[发案]案|违[规法]/
