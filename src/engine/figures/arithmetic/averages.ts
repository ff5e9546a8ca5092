import type { Derivation } from './changes'
import { slipped, type Trial } from './finger'
import { aheadOf } from '../labels'
import type { Mention } from '../lexer/mention'
import { kindOf, type Sentence } from '../sentences'
import { figure } from '../wording'

/** The mean of some values told in a row: 9.2分、9.4分、9.1分、9.5分、9.3分,平均9.3分. */

const MEAN = /(?:平均(?:得分|成绩|[值数分为是])?|均值|场均[\u4E00-\u9FFF]{0,3}|最[终后]得分)[约为是达到]{0,2}$/
const LEAST = 3

/** The longest run of one kind right before the mean, 、 or a short word between. */
function rowBefore({ mentions, reading }: Sentence, said: Mention): Mention[] {
  const row: Mention[] = []
  for (const one of mentions.filter(({ end }) => end <= said.start).toReversed()) {
    const next = row[0]
    const gap = next === undefined ? '' : reading.shadow.slice(one.end, next.start)
    if (one.kind !== said.kind || !(kindOf(one) === kindOf(said) || one.dimension === '') || one.range !== null) break
    if (next !== undefined && !/^[、,和与及][\u4E00-\u9FFF]{0,6}$/.test(gap)) break
    row.unshift(one)
  }
  return row
}

function meanOf(row: readonly Mention[]): Trial {
  const value = row.reduce((sum, one) => sum + one.value, 0) / row.length
  const expr = `(${row.map(({ amount }) => figure(amount)).join(' + ')}) ÷ ${row.length}`
  return { from: row, value, low: value, high: value, expr }
}

export function averageOf(window: Sentence, said: Mention): Derivation | null {
  if (said.kind !== 'count' || said.range !== null || !MEAN.test(aheadOf(window, said, 12))) return null
  const row = rowBefore(window, said)
  if (row.length < LEAST) return null
  const sorted = row.toSorted((a, b) => a.value - b.value)
  const trials = row.length > LEAST ? [meanOf(row), meanOf(sorted.slice(1, -1))] : [meanOf(row)]
  return slipped(window.reading.shadow, said, trials)
}
