import type { Mention } from '../lexer/mention'
import { addendsOf, sums, type Partition } from './partition'
import { kindOf, type Sentence } from '../sentences'

/** Wholes followed by a row of parts that are named alike: 墓葬36座,汉墓20座,宋墓11座,明墓6座. */

const LINK =
  /^[\u4E00-\u9FFF”》]{0,8}?[,:;]?(?:其中)?(?:包括|分别(?:[为是有]|用于|投向)?|分为|计有|[即为有含]|用于|投向|来自)?$/
/** One part: a mark, a short name, the figure. */
const PART =
  /^[\u4E00-\u9FFF”》]{0,6}?[,、;和](?:[种有设为含]|还有)?(?<name>[\u4E00-\u9FFFA-Z“”《》]{1,8}?)[有为是占达共]?$/
const OPEN = /^[\u4E00-\u9FFF”》]{0,6}?等/

interface Row {
  readonly parts: readonly Mention[]
  readonly names: readonly string[]
  /** 、 or a lead (包括, 分别为) says that the row is the whole */
  readonly sure: boolean
}

/** The parts right behind the total, one a clause, to the sentence's end or to a clause without a figure. */
function rowAfter({ reading, mentions }: Sentence, total: Mention): Row | null {
  const { shadow } = reading
  const parts: Mention[] = []
  const names: string[] = []
  let edge = total.classified
  let sure = false
  for (const part of mentions.slice(mentions.indexOf(total) + 1)) {
    const between = shadow.slice(edge, part.start)
    const first = parts.length === 0
    const name = first ? nameAfter(between) : (PART.exec(between)?.groups?.['name'] ?? null)
    if (
      name === null ||
      NO_WHOLE.test(name) ||
      kindOf(part) !== kindOf(total) ||
      part.kind !== 'count' ||
      part.range !== null
    )
      break
    if (first ? /:|包括|分别|分为|用于|投向|来自/.test(between) : /[、和]/.test(between)) sure = true
    parts.push(part)
    names.push(name)
    edge = part.classified
  }
  return parts.length < 2 ||
    OPEN.test(shadow.slice(edge, edge + 8)) ||
    /^[\u4E00-\u9FFF]{0,4}[,;、](?:其[余他它]|剩余|剩下|余下)/.test(shadow.slice(edge, edge + 10)) ||
    /^[\u4E00-\u9FFF]{0,4}、/.test(shadow.slice(edge))
    ? null
    : { parts, names, sure }
}

/** The words between the total and its first part: what links them, then the part's name. */
function nameAfter(between: string): string | null {
  const mark = Math.max(...[',', ':', ';', '(', '、'].map((one) => between.lastIndexOf(one)))
  if (mark < 0) return null
  const behind = between
    .slice(mark + 1)
    .replace(/^(?:其中|包括|分别(?:[为是有]|用于|投向)?|分为|计有|种植?|用于|投向|来自|[即有设])/, '')
  const name = behind.replace(/[有为是占达共]$/, '')
  return /^[\u4E00-\u9FFFA-Z“”《》]{1,8}$/.test(name) && LINK.test(between.slice(0, mark + 1)) ? name : null
}

/** Names built alike name kinds of one thing: 汉墓、宋墓; 田赛、径赛; 水稻、玉米. */
function alike(names: readonly string[]): boolean {
  const [first = ''] = names
  return names.every((name) => name.length === first.length) || names.every((name) => name.at(-1) === first.at(-1))
}

/** What changes, is dated or counts another thing has no parts in a row. */
const NO_WHOLE = /[增减每第超比净从由]|同比|环比|平均|人均|户均|日均|累计|去年|上年|至少|最多/

/** The sum is one slip or a sixth away from the whole: a row that has less to do with it is no partition. */
export function isClose(parts: readonly Mention[], total: Mention): boolean {
  const sum = parts.reduce((all, { value }) => all + value, 0)
  return (
    Math.abs(sum - total.value) <= total.value / 6 ||
    [...String(sum)].sort().join() === [...String(total.value)].sort().join()
  )
}

/** What one person may be beside something else. */
const TRAIT = /职称|党员|团员|学历|本科|硕士|博士|研究生/

/** 5600万元,其中用于产业3200万元,用于基础设施1500万元: two of more, unless they come near all of it. */
function areSome({ reading }: Sentence, total: Mention, parts: readonly Mention[]): boolean {
  const sum = parts.reduce((all, { value }) => all + value, 0)
  const between = reading.shadow.slice(total.classified, parts[0]?.start ?? total.classified)
  return parts.length === 2 && between.includes('其中') && sum < total.value * 0.9
}

/** 46名,包括医师15名、护理师27名、药师6名; 24个,田赛8个,径赛15个. */
export function* inRow(sentence: Sentence): Iterable<Partition> {
  const { reading, start } = sentence
  const taken = new Set<Mention>()
  for (const total of addendsOf(sentence)) {
    if (taken.has(total)) continue
    const before = reading.shadow.slice(Math.max(start, total.start - 8), total.start)
    const row = rowAfter(sentence, total)
    if (row === null || row.parts.some((part) => part.value >= total.value)) continue
    for (const part of row.parts) taken.add(part)
    if (NO_WHOLE.test(before.replace(/^.*(?:去年|上年)/, ''))) continue
    if (!row.sure && !alike(row.names)) continue
    if (kindOf(total) === 'people' && row.names.some((name) => TRAIT.test(name))) continue
    if (sums(reading.shadow, row.parts, total) || areSome(sentence, total, row.parts)) continue
    if (isClose(row.parts, total)) yield { reading, total, parts: row.parts, closed: true, sum: false }
  }
}

/** 十四个村里,已经通水的有9个,正在施工的有4个,还有2个等待勘测. */
export function* ofStates(sentence: Sentence): Iterable<Partition> {
  const { reading } = sentence
  const addends = addendsOf(sentence)
  const [total, ...parts] = addends
  if (total === undefined || parts.length < 2 || !parts.every((part) => kindOf(part) === kindOf(total))) return
  const stated = /[的者](?:已?有|共有|是|为)?$|[,;][另还仍尚]?(?:有|剩)$/
  const states = parts.filter((part, i) => stated.test(reading.shadow.slice(addends[i]?.classified ?? 0, part.start)))
  // 60岁以上的有58人,70岁以上的有34人: the first is one of them.
  if (/[的者](?:已?有|是|为)$/.test(reading.shadow.slice(Math.max(sentence.start, total.start - 4), total.start)))
    return
  if (states.length !== parts.length || parts.some((part) => part.value >= total.value)) return
  if (!sums(reading.shadow, parts, total) && isClose(parts, total))
    yield { reading, total, parts, closed: true, sum: false }
}

const ORDER = /^[一二三四五六七八九]$/
const DAY =
  /(?:第(?<nth>[一二三四五六七八九])[天日轮场届期季站批]|(?<quarter>[一二三四])季度|(?<first>首[日轮场])|(?<second>次[日轮场]))[^,;、。]{0,6}$/

/** 1 for 第一天, 首日, 一季度; 2 for the next; 0 for what is none of them. */
function nthOf(label: string): number {
  const { nth, quarter, first, second } = DAY.exec(label)?.groups ?? {}
  const written = nth ?? quarter ?? ''
  if (ORDER.test(written)) return '一二三四五六七八九'.indexOf(written) + 1
  return first !== undefined ? 1 : second !== undefined ? 2 : 0
}

/** 共9.6万人次,第一天2.8万,第二天3.7万,第三天3.1万: each day of a whole, one after the other. */
export function* ofDays(sentence: Sentence): Iterable<Partition> {
  const { reading, mentions, start } = sentence
  const { shadow } = reading
  for (const [i, total] of mentions.entries()) {
    if (total.kind !== 'count' || !/[共总计]/.test(shadow.slice(Math.max(start, total.start - 12), total.start)))
      continue
    const parts: Mention[] = []
    let edge = total.classified
    for (const part of mentions.slice(i + 1)) {
      if (part.kind === 'ordinal' || part.dimension === 'day' || part.classifier === '季度') continue
      const own = part.dimension === '' || kindOf(part) === kindOf(total)
      if (!own || nthOf(shadow.slice(edge, part.start)) !== parts.length + 1) break
      parts.push(part.dimension === '' ? { ...part, dimension: total.dimension } : part)
      edge = part.classified
    }
    if (parts.length < 2 || parts.some((part) => part.value >= total.value)) continue
    const many = ['', '一', '[二两]', ...'三四五六七八九'][parts.length] ?? ''
    const days = new RegExp(`(?:${many}|${parts.length})个?[天日轮场届期季站批]`)
    const whole =
      days.test(shadow.slice(start, total.start)) || (parts.length === 4 && /季度/.test(shadow.slice(total.end, edge)))
    if (whole && !sums(shadow, parts, total)) yield { reading, total, parts, closed: true, sum: false }
  }
}

/** 48个班2160人,其中初中部24个班1080人,高中部24个班1080人: one column adds up, so the others must. */
export function* ofColumns(sentence: Sentence): Iterable<Partition> {
  const { reading } = sentence
  const { shadow } = reading
  const addends = addendsOf(sentence)
  const kinds = addends.map(kindOf)
  const width = kinds.indexOf(kinds[0] ?? '', 1)
  if (width < 2 || width > 3 || kinds.length < 3 * width || kinds.length % width !== 0) return
  if (kinds.some((kind, i) => kind !== kinds[i % width])) return
  const columns = addends.slice(0, width).map((total, i) => ({
    total,
    parts: addends.filter((_, at) => at >= width && at % width === i),
  }))
  const off = columns.filter(({ total, parts }) => !sums(shadow, parts, total))
  if (off.length === 0 || off.length === columns.length) return
  for (const { total, parts } of off)
    if (isClose(parts, total)) yield { reading, total, parts, closed: true, sum: false }
}

const ENGLISH_SHARE =
  /^(?:\s(?:went|go|goes|gone|came|come|voted|were|are|was|is|will go))?\s(?:to|for|from|in|against|by|with)\b/i

/** 35 seats: 18 went to Labour, 11 to the Conservatives and six to independents. */
export function* englishShares({ reading, mentions, end }: Sentence): Iterable<Partition> {
  const { shadow } = reading
  const [total] = mentions
  if (total?.kind !== 'count' || total.classifier === '' || total.approximators.length > 0) return
  const colon = shadow.slice(total.classified, end).indexOf(':') + total.classified
  const parts = mentions.filter(({ start }) => start > colon && colon >= total.classified)
  const [first] = parts
  const last = parts.at(-1)
  if (first === undefined || last === undefined || parts.length < 2) return
  if (shadow.slice(total.classified, colon).includes(';') || !/^:\s$/.test(shadow.slice(colon, first.start))) return
  const shares = parts.every(
    ({ kind, approximators, numeral }) =>
      kind === 'count' && approximators.length === 0 && ENGLISH_SHARE.test(shadow.slice(numeral[1], numeral[1] + 20)),
  )
  const joined = /,?\s(?:and|with)\s(?:the\s(?:other|remaining)\s)?$/i.test(shadow.slice(total.end, last.start))
  if (!shares || !joined || shadow.slice(last.end, end).includes(';')) return
  const own = parts.map((part) => ({ ...part, dimension: total.dimension }))
  const off = Math.abs(own.reduce((sum, { value }) => sum + value, 0) - total.value)
  if (!sums(shadow, own, total) && (isClose(own, total) || (total.value < 20 && off <= 2)))
    yield { reading, total, parts: own, closed: true, sum: false }
}

const ENGLISH_TOTAL =
  /^(?:\s[a-z]{2,14}){0,2}(?::|\s(?:compris(?:es?|ed|ing)|consist(?:s|ed|ing)? of|(?:are|were|is|was) made up of))\s$/i
const ENGLISH_NEXT = /^(?:\s[a-z]{2,14}){0,2}(?:,\s(?:and\s)?|\sand\s)$/i

/** 64 members: 28 sopranos, 16 altos, 8 tenors and 10 basses. */
export function* englishRow(sentence: Sentence): Iterable<Partition> {
  const { reading, mentions, end } = sentence
  const { shadow } = reading
  for (const [i, total] of mentions.entries()) {
    const parts: Mention[] = []
    let edge = total.classified
    for (const part of mentions.slice(i + 1)) {
      if (!(parts.length === 0 ? ENGLISH_TOTAL : ENGLISH_NEXT).test(shadow.slice(edge, part.start))) break
      parts.push(part)
      edge = part.classified
    }
    const counts = [total, ...parts].every(
      ({ kind, exact, classifier }) => kind === 'count' && exact && classifier !== '',
    )
    if (parts.length < 2 || !counts || !/^(?:\s[a-z]{2,14}){0,3}(?:[.;)]?$|,)/i.test(shadow.slice(edge, end).trimEnd()))
      continue
    if (!sums(shadow, parts, total) && isClose(parts, total)) yield { reading, total, parts, closed: true, sum: false }
  }
}
