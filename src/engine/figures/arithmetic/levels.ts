import type { Derivation } from './changes'
import { aheadOf } from '../labels'
import type { Mention } from '../lexer/mention'
import type { Sentence } from '../sentences'
import { figure } from '../wording'

/** A move in points or money, the same in percent, and where it ended: 下跌232.79点,或0.68%,收于33979.33点. */

const UP = /(?:上涨|上升|上扬|增长|增加|攀升|走高|涨|升|\b(?:up|rose|gained|added|climbed|jumped))[了约]?\s?$/i
const DOWN = /(?:下跌|下降|下挫|下滑|减少|走低|跌|降|\b(?:down|fell|lost|dropped|shed|slid))[了约]?\s?$/i
const OR = /^[\s,、(]*(?:或|即|[跌涨升降]幅[为达约]?|or|a (?:gain|loss|fall|rise) of)?\s?$/i
const CLOSED = /(?:收于|收报|报收?|收在|收盘于|升至|涨至|跌至|降至|达到?|\b(?:to|at))\s?$/i

/** The move right behind the level. */
const FELL = /^[,、(]\s?(?:全[天日]|[单当]日|[微大再续逆低高]{0,2})(?:上[涨升扬]|下[跌挫滑]|[涨升跌降])[了约]?$/

function levelOf(sentence: Sentence, move: Mention, share: Mention, level: Mention): Derivation | null {
  if (share.kind !== 'percent' || move.kind !== 'count' || level.kind !== 'count') return null
  if (move.dimension !== level.dimension || move.range !== null || level.value <= move.value) return null
  const { shadow } = sentence.reading
  const ahead = aheadOf(sentence, move)
  const up = UP.test(ahead)
  if (up === DOWN.test(ahead)) return null
  if (!OR.test(shadow.slice(move.classified, share.start))) return null
  // 收报21450.6点,升312.4点,升幅1.48%: the level may stand first.
  const first = level.start < move.start
  const link = first ? shadow.slice(level.classified, move.start) : shadow.slice(share.classified, level.start)
  if (link.length > 14 || !(first ? FELL : CLOSED).test(link)) return null
  const before = up ? level.value - move.value : level.value + move.value
  if (before <= 0) return null
  const value = (move.value / before) * 100
  const digits = String(share.amount).split('.')[1]?.length ?? 0
  const half = 0.6 * 10 ** -digits + (value * (move.high - move.low)) / (2 * Math.max(move.value, 1e-9))
  const expr = `${figure(move.amount)} ÷ ${figure(before / (level.value / level.amount))}`
  return { said: share, from: [move, level], low: value - half, high: value + half, value, expr, sure: true }
}

/** Three figures in a row that give one move three ways. */
export function* levelsOf(sentence: Sentence): Iterable<Derivation> {
  const { mentions } = sentence
  for (let i = 0; i + 2 < mentions.length; i += 1) {
    const [move, share, level] = [mentions[i], mentions[i + 1], mentions[i + 2]]
    if (move === undefined || share === undefined || level === undefined) continue
    const found = levelOf(sentence, move, share, level) ?? levelOf(sentence, share, level, move)
    if (found !== null) yield found
  }
}
