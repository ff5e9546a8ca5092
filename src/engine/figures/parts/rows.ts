import type { Mention } from '../lexer/mention'
import { addendsOf, sums, type Partition } from './partition'
import { kindOf, type Sentence } from '../sentences'

/** Wholes followed by parts told day by day, column by column, or in an English row. */

/** The sum is one slip or a sixth away from the whole: a row that has less to do with it is no partition. */
export function isClose(parts: readonly Mention[], total: Mention): boolean {
  const sum = parts.reduce((all, { value }) => all + value, 0)
  return (
    Math.abs(sum - total.value) <= total.value / 6 ||
    [...String(sum)].sort().join() === [...String(total.value)].sort().join()
  )
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
