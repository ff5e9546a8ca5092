import type { Place, Reading, StoryCopy } from '../claim'
import { meet, type Mention } from '../lexer/mention'
import { kindOf, sentencesOf, type Sentence } from '../sentences'

/** All of one thing, counted up twice: 条例共七章52条 … 条例共48条; 大桥全长1860米 … 全长1680米的大桥. */

interface Total {
  readonly reading: Reading
  readonly sentence: Sentence
  readonly mention: Mention
  readonly name: string
  readonly pairs: ReadonlySet<string>
  /** whose total it is, right before its name */
  readonly owner: ReadonlySet<string>
}

const NAME =
  /(?<name>共|全[长宽程高]|总(?:投资|面积|建筑面积|人口|产[量值]|里程|库容|长度?|高度?|造价|股本|资产|重量?|工期|价值?|用地|装机容量)|占地面?积?|建筑面积|库容|装机容量|注册资本)[约近达为是有设分计]{0,3}(?:[\d一二三四五六七八九十]{1,3}[\u4E00-\u9FFF]{1,2}[、,]?)?$/
const OTHER =
  /其[中余他]|[另首每各邻再]|新[增建]|[去上]年|此前|之前|同期|计划|规划|目标|预计|原[有来先]?|一期|二期|三期|扩建|人均|户均|平均|分别|第[一二三四五\d]|[东南西北老新旧][区馆楼桥线路段村厂校]|两地|沿线/
const COMMON =
  /^(?:面积|投资|人口|平方|记者|介绍|目前|今年|全长|总长|据了|了解|项目|建设|公里|全市|全县|工程|一共|共有|总投|占地|地面|建筑|筑面|万元|亿元|方米)$/
const MOST = 60

function pairsOf(words: string): Set<string> {
  const pairs = new Set<string>()
  for (let at = 0; at + 2 <= words.length; at += 1) {
    const pair = words.slice(at, at + 2)
    if (/^[\u4E00-\u9FFF]{2}$/.test(pair) && !COMMON.test(pair)) pairs.add(pair)
  }
  return pairs
}

function totalsIn(reading: Reading): Total[] {
  if (reading.english || ['table', 'list'].includes(reading.passage.role)) return []
  if (!/[共全总占库装注建]/.test(reading.shadow)) return []
  return sentencesOf(reading).flatMap((sentence) =>
    sentence.mentions.flatMap((mention): Total[] => {
      const { kind, range, dimension, amount, start, classified } = mention
      if (kind !== 'count' || range !== null || dimension === '' || amount < 3) return []
      const before = reading.shadow.slice(Math.max(sentence.start, start - 30), start)
      const name = NAME.exec(before)?.groups?.['name']
      if (name === undefined || OTHER.test(before)) return []
      const behind = /^的?[\u4E00-\u9FFF]{0,8}/.exec(reading.shadow.slice(classified, classified + 9))?.[0] ?? ''
      return [
        {
          reading,
          sentence,
          mention,
          name: name.slice(0, 2),
          pairs: pairsOf(`${before} ${behind}`),
          owner: ownerOf(before, name),
        },
      ]
    }),
  )
}

function ownerOf(before: string, name: string): ReadonlySet<string> {
  const clause =
    before
      .slice(0, before.lastIndexOf(name))
      .split(/[,;:、“”(]/)
      .at(-1) ?? ''
  return pairsOf(clause.slice(-4).replace(/^.*[这该此]/, ''))
}

/** Whose the one is, the other's sentence says too. */
const agrees = (a: Total, b: Total): boolean => [...a.owner].every((pair) => b.pairs.has(pair))

const placeOf = ({ reading, mention: { start, end, value } }: Total): Place => ({ reading, start, end, value })

export function* totalsParted(copy: StoryCopy): Iterable<readonly [first: Place, again: Place]> {
  const all = copy.readings.flatMap(totalsIn)
  if (all.length < 2 || all.length > MOST) return
  for (const [j, again] of all.entries()) {
    const like = all.filter((one) => one.name === again.name && kindOf(one.mention) === kindOf(again.mention))
    if (new Set(like.map(({ mention }) => mention.value)).size !== 2) continue
    const first = like.find((one) => !meet(one.mention, again.mention))
    if (first === undefined || all.indexOf(first) > j || first.sentence === again.sentence) continue
    const shared = [...again.pairs].filter((pair) => first.pairs.has(pair)).length
    if (!agrees(first, again) || !agrees(again, first)) continue
    const size = first.mention.value / again.mention.value
    if (shared > 0 && size < 3 && size > 1 / 3) yield [placeOf(first), placeOf(again)]
  }
}
