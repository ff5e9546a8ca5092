import type { Place, Reading } from '../claim'
import type { Mention } from '../lexer/mention'
import { matchesOf } from '../matches'
import type { Partition } from './partition'
import { kindOf, type Sentence } from '../sentences'

/** Sums that the words announce of the two or three figures right before: 二者相加为78.4%. */

const ADDED =
  /(?<many>[二两三四])[者项类部](?:数字|比例)?(?:相加|合计|总计|共计|之和|总和|加起来|共占?)[为是达约共有计]{0,2}$/

export function* saidSums(sentence: Sentence): Iterable<Partition> {
  const { mentions, reading, start } = sentence
  for (const [i, total] of mentions.entries()) {
    const match = ADDED.exec(reading.shadow.slice(Math.max(start, total.start - 14), total.start))
    if (match === null || total.range !== null) continue
    const many = match.groups?.['many'] === '三' ? 3 : match.groups?.['many'] === '四' ? 4 : 2
    const parts: Mention[] = mentions
      .slice(0, i)
      .filter((one) => kindOf(one) === kindOf(total) && one.kind === total.kind && one.range === null)
      .slice(-many)
    if (parts.length === many) yield { reading, total, parts, closed: true, sum: true }
  }
}

const AMONG = /^[\u4E00-\u9FFF]{0,8},其中有?$/
/** Nobody comes from two places. */
const FROM = /^[\u4E00-\u9FFF]{0,4}?(?:来自|毕业于|分布在|位于)/

/** 18名队员,其中8名来自本校,12名来自外校: more than the whole. */
export function* overAmong({ mentions, reading: { shadow }, reading }: Sentence): Iterable<Partition> {
  for (const [i, total] of mentions.entries()) {
    const first = mentions[i + 1]
    if (first === undefined || !AMONG.test(shadow.slice(total.classified, first.start))) continue
    const parts = mentions
      .slice(i + 1)
      .filter(
        (one) =>
          one.kind === 'count' &&
          kindOf(one) === kindOf(total) &&
          FROM.test(shadow.slice(one.classified, one.classified + 8)),
      )
    if (parts.length > 1 && total.kind === 'count' && total.dimension !== '' && first === parts[0])
      yield { reading, total, parts, closed: false, sum: false }
  }
}

const DOWN_INTO = /\b(?:breaks? down|divided|split)\s(?:in)?to\s$|\b(?:made up|consisting) of\s$/i

/** $0.408936 per $100, which breaks down into $0.203928 for debt service and $0.205008 for operations. */
export function* brokenDown({ mentions, reading }: Sentence): Iterable<Partition> {
  if (!reading.english) return
  const at = mentions.findIndex(({ start }) => DOWN_INTO.test(reading.shadow.slice(Math.max(0, start - 20), start)))
  const [first, second, ...more] = at < 1 ? [] : mentions.slice(at)
  if (first === undefined || second === undefined || more.length > 0 || first.dimension !== second.dimension) return
  const wholes = mentions
    .slice(0, at)
    .filter(({ dimension, value }) => dimension === first.dimension && value > Math.max(first.value, second.value))
  const [total] = wholes
  if (total === undefined || first.dimension === '' || !/\sand\s$/.test(reading.shadow.slice(first.end, second.start)))
    return
  if (wholes.some(({ value }) => Math.abs(value - first.value - second.value) < 1e-6 * value)) return
  yield { reading, total, parts: [first, second], closed: true, sum: false }
}

const IN_ALL = /^\s?(?:[a-z]{3,14}\s)?in\s(?:all|total)\b/i
const JOINED = /^[^.;:\d]{0,24}(?:,|,?\sand)\s$/i

/** 12 paintings and eight prints, 20 works in all. */
export function* sumsInAll({ mentions, reading }: Sentence): Iterable<Partition> {
  if (!reading.english) return
  for (const [i, total] of mentions.entries()) {
    if (!IN_ALL.test(reading.shadow.slice(total.classified, total.classified + 24)) || total.kind !== 'count') continue
    const parts: Mention[] = []
    let next = total
    for (const part of mentions.slice(0, i).reverse()) {
      if (part.kind !== 'count' || !JOINED.test(reading.shadow.slice(part.classified, next.start))) break
      parts.unshift(part)
      next = part
    }
    if (parts.length > 1 && parts.every(({ value }) => value < total.value))
      yield { reading, total, parts, closed: true, sum: true }
  }
}

const BOX = /^\D{2,30}\s(?:\d{1,3}\s){3,9}[\u2014\u2013-]{1,2}\s\d{1,3}\s?$/

/** Home 14 11 6 15 — 44: a line of a match's quarters and its score, with another such line. */
export function* boxScores(lines: readonly Partition['reading'][]): Iterable<Partition> {
  const boxes = lines
    .filter(({ english, shadow }) => english && BOX.test(shadow))
    .flatMap((reading): Partition[] => {
      const total = reading.mentions.at(-1)
      const parts = reading.mentions.slice(0, -1)
      return total === undefined || parts.length < 3 ? [] : [{ reading, total, parts, closed: true, sum: true }]
    })
  if (boxes.length > 1 && boxes.length < 50) yield* boxes
}

const RECORD =
  /\b(?<won>\d{1,2})-(?<lost>\d{1,2})(?:-(?<drawn>\d{1,2}))? (?:in|over|through) (?:its|their|his|her|the) (?:last|past|first|opening|previous) (?<games>\d{1,2}|[a-z]{3,6}) (?:games|matches|meetings|starts|contests)\b/gi
const WORDS = 'zero one two three four five six seven eight nine ten'.split(' ')

/** 14-0-1 in its last 15 games: won, lost and drawn are all of them. */
export function* records(reading: Reading): Iterable<readonly [record: Place, games: Place, sum: number]> {
  if (!reading.english) return
  for (const match of matchesOf(reading.shadow, RECORD)) {
    const { won = '', lost = '', drawn = '0', games = '' } = match.groups ?? {}
    const said = /^\d/.test(games) ? Number(games) : WORDS.indexOf(games.toLowerCase())
    const sum = Number(won) + Number(lost) + Number(drawn)
    if (said < 0 || said === sum) continue
    const [start, at] = [match.index, match.index + match[0].lastIndexOf(` ${games} `) + 1]
    const length = match[0].indexOf(' ')
    yield [
      { reading, start, end: start + length, value: sum },
      { reading, start: at, end: at + games.length, value: said },
      sum,
    ]
  }
}
