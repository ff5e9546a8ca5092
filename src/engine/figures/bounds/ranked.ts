import type { Claim, Reading } from '../claim'
import { firstFrom, type Mention } from '../lexer/mention'
import { matchesOf } from '../matches'
import { kindOf, sentencesOf } from '../sentences'
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

/** 最高的杨柳镇增长12.1%,其次是柳林镇增长11.4%; 住屋占41%,其次是医疗,占27%: what comes second is no more than what comes first. */
const SECOND = /[,;、](?:其次(?:是|为)?|第二[高长大多快重])/g
const LEAST_FIRST = /最[低少小短慢轻差]|倒数|由低|从低/

function* seconds(reading: Reading): Iterable<Claim> {
  const { shadow, mentions } = reading
  for (const match of matchesOf(shadow, SECOND)) {
    const at = firstFrom(mentions, match.index)
    const [first, second] = [mentions[at - 1], mentions[at]]
    if (first === undefined || second === undefined || kindOf(first) !== kindOf(second)) continue
    if (first.kind !== second.kind || first.dimension === '' || second.low <= first.high) continue
    if (match.index - first.end > 14 || second.start - match.index > 20) continue
    const words = shadow.slice(Math.max(0, first.start - 40), second.start)
    if (/。/.test(shadow.slice(first.end, second.start)) || LEAST_FIRST.test(words) || /下降|减少|降幅/.test(words))
      continue
    if (/最[高多大快长受关热常主]|首位|第一|居首|首先|榜首|最/.test(words)) yield claimOf(reading, [first, second])
  }
}

/** 以97.2分夺冠,亚军96.4分: clause by clause, a place and its figure. */
const PLACE =
  /(?<one>夺冠|冠军|第一名|居首|榜首|(?:[居列获]|排名?在?)[\u4E00-\u9FFF]{0,6}第一)|(?<two>亚军|第二名|居第二|列第二|排在第二)/
/** 甲38.2亿元,居第一;乙36.9亿元,居第二: where semicolons part them, by these. */
const shadowParts = (words: string): RegExp => (/;/.test(words) ? /(?<=[;。])/ : /(?<=[,;。])/)

/** Of these the less is the better. */
const SMALLER = /[降减末]|下[跌滑]|失业|失误|差错|死亡|发案|投诉率|空置|最[低少小慢差]|倒数|[由从]低/
/** The more the better. */
const COUNTED = new Set(['票', 'money', 'weight', '人次', '件'])

function* champions(reading: Reading): Iterable<Claim> {
  if (!/[冠一首]/.test(reading.shadow) || !/亚军|第二/.test(reading.shadow)) return
  for (const { start, end, mentions } of sentencesOf(reading)) {
    let from = start
    const told: { readonly rank: number; readonly mention: Mention }[] = []
    for (const clause of reading.shadow.slice(start, end).split(shadowParts(reading.shadow.slice(start, end)))) {
      const to = from + clause.length
      const inside = mentions.filter(
        (one) =>
          one.start >= from &&
          one.end <= to &&
          ((one.kind === 'count' && (one.classifier === '分' || COUNTED.has(one.dimension))) ||
            (one.kind === 'percent' && !SMALLER.test(reading.shadow.slice(start, end)))),
      )
      const place = /小时|秒/.test(clause) ? undefined : PLACE.exec(clause)?.groups
      const [mention] = inside
      if (place !== undefined && mention !== undefined && inside.length === 1)
        told.push({ rank: place['one'] === undefined ? 2 : 1, mention })
      from = to
    }
    const [first, second] = told
    if (first?.rank !== 1 || second?.rank !== 2 || kindOf(first.mention) !== kindOf(second.mention)) continue
    if (second.mention.low > first.mention.high && second.mention.value < first.mention.value * 2)
      yield claimOf(reading, [first.mention, second.mention])
  }
}

export function* oddRanks(reading: Reading): Iterable<Claim> {
  if (reading.english || reading.mentions.length < 2) return
  yield* seconds(reading)
  yield* champions(reading)
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
