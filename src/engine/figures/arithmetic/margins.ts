import type { Derivation } from './changes'
import { matchesOf } from '../matches'
import type { Sentence } from '../sentences'

/** A score and by how much it was won: 以88比79获胜,赢了9分. */

const SCORE = /(?<![\d:比-])(?<a>\d{1,3})[比:](?<b>\d{1,3})(?![\d:比-])/g
const BY = /(?:净胜|净赢|赢了?|领先|胜出|落后|输了?|大胜|惜败)(?:对手|[\u4E00-\u9FFF]{0,4}?队)?(?:多达|达|整整)?$/
const OTHER = /上一?[场轮届次]|首回合|此前|之前|场均|累计|本季|其中|个人|独得/
const PART = /半场|[一二三四首末]节|[一二三四首]局|[一二三四首]盘|一度|曾|最多|点球/

export function* marginsOf(sentence: Sentence): Iterable<Derivation> {
  const { reading, start, end, mentions } = sentence
  if (reading.english || !/比|:/.test(reading.shadow.slice(start, end))) return
  const scores = matchesOf(reading.shadow.slice(start, end), SCORE)
  const [score, ...more] = scores
  if (score === undefined || more.length > 0 || PART.test(reading.shadow.slice(start, end))) return
  const [a, b] = [Number(score.groups?.['a']), Number(score.groups?.['b'])]
  const at = start + score.index
  const [first] = mentions
  for (const said of mentions) {
    if (
      said.start < at + score[0].length ||
      said.kind !== 'count' ||
      !/^分/.test(reading.shadow.slice(said.numeral[1]))
    )
      continue
    if (!BY.test(reading.shadow.slice(Math.max(start, said.start - 10), said.start)) || first === undefined) continue
    if (OTHER.test(reading.shadow.slice(at, said.start))) continue
    const place = { ...said, start: at, end: at + score[0].length, value: a, amount: a }
    const value = Math.abs(a - b)
    yield { said, from: [place], low: value, high: value, value, expr: `${Math.max(a, b)} - ${Math.min(a, b)}` }
  }
}
