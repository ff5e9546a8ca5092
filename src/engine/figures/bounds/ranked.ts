import type { Claim, Reading } from '../claim'
import { firstFrom, type Mention } from '../lexer/mention'
import { matchesOf } from '../matches'
import { kindOf } from '../sentences'
import { en, zh } from '../wording'

/** Ranks and their values, which go one way: 亩产706.1公斤,位居第一;693.4公斤,排在第二;682.5公斤,名列第三. */

const RANK =
  /(?:[位名]列|[位高]居|排名|排在|排|获得?|夺得)[\u4E00-\u9FFF]{0,4}?第?(?<rank>第?[一二三四五](?=[名位,;。、])|冠军|亚军|季军)/g
const ORDER: Readonly<Record<string, number>> = { 冠军: 1, 亚军: 2, 季军: 3, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5 }
/** How far before its rank a value stands. */
const REACH = 12
const LEAST = 3

interface Ranked {
  readonly rank: number
  readonly mention: Mention
}

function rankedIn(reading: Reading): Ranked[] {
  const { shadow, mentions } = reading
  return matchesOf(shadow, RANK).flatMap((match): Ranked[] => {
    const rank = ORDER[(match.groups?.['rank'] ?? '').replace('第', '')]
    const mention = mentions[firstFrom(mentions, match.index) - 1]
    if (rank === undefined || mention?.kind !== 'count' || mention.dimension === '') return []
    if (match.index - mention.end > REACH || /[。;]/.test(shadow.slice(mention.end, match.index))) return []
    return [{ rank, mention }]
  })
}

/** The values rise with the ranks, or fall with them. */
function goesOneWay(row: readonly Ranked[]): boolean {
  const pairs = row.slice(1).map(({ mention }, i) => [row[i]?.mention, mention] as const)
  return (
    pairs.every(([a, b]) => a === undefined || a.high >= b.low) ||
    pairs.every(([a, b]) => a === undefined || a.low <= b.high)
  )
}

/** 最高的杨柳镇增长12.1%,其次是柳林镇增长11.4%. */
const SECOND = /最(?<way>[高多大快长])的?[^,。;]{0,16}[,;]其次(?:是|为)?[^,。;]{0,16}/g

function* seconds({ shadow, mentions, ...reading }: Reading): Iterable<Claim> {
  for (const match of matchesOf(shadow, SECOND)) {
    const inside = mentions.filter(({ start, end }) => start >= match.index && end <= match.index + match[0].length)
    const [first, second, ...more] = inside
    if (first === undefined || second === undefined || more.length > 0 || kindOf(first) !== kindOf(second)) continue
    if (first.kind !== second.kind || first.dimension === '' || second.low <= first.high) continue
    if (!/^[,。;]/.test(shadow.slice(second.end))) continue
    yield claimOf({ shadow, mentions, ...reading }, [first, second])
  }
}

export function* oddRanks(reading: Reading): Iterable<Claim> {
  if (reading.english || reading.mentions.length < 2) return
  yield* seconds(reading)
  const all = rankedIn(reading)
  for (const [i, first] of all.entries()) {
    if (first.rank !== 1) continue
    const row = [first]
    for (const next of all.slice(i + 1)) {
      if (next.rank !== row.length + 1 || kindOf(next.mention) !== kindOf(first.mention)) break
      row.push(next)
    }
    if (row.length < LEAST || goesOneWay(row)) continue
    yield claimOf(
      reading,
      row.map(({ mention }) => mention),
    )
  }
}

function claimOf(reading: Reading, row: readonly Mention[]): Claim {
  const values = row.map((mention) => reading.text.slice(mention.start, mention.end))
  return {
    tier: 'query',
    places: row.map(({ start, end, value }) => ({ reading, start, end, value })),
    message: {
      zh: zh`第一到第${row.length}的数字依次是${values.join('、')},与名次不合。请核对名次和数字。`,
      en: en`From first to last the figures are ${values.join(', ')}, which do not go with the ranks. Check ranks and figures.`,
    },
    arithmetic: [{ label: '名次', en: 'rank', expr: values.join(' · '), value: row.length }],
  }
}
