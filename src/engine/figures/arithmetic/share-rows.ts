import type { Derivation } from './changes'
import type { Mention } from '../lexer/mention'
import { kindOf, type Sentence } from '../sentences'
import { figure } from '../wording'

/** Counts with their shares, one after the other, of a whole told before: 160个村。…72个村,占45%;…64个村,占40%;…24个村,占15%. */

const SHARE = /^[\u4E00-\u9FFF]{0,4}[,(](?:约|大约)?占(?:比|总数的|全部的|[\u4E00-\u9FFF]{1,4}的)?[约为达]?$/
const LEAST = 3
const SLACK = 0.6

interface Row {
  readonly part: Mention
  readonly share: Mention
}

function rowsIn({ reading, mentions }: Sentence): Row[] {
  return mentions.flatMap((share, i): Row[] => {
    const part = mentions[i - 1]
    if (part?.kind !== 'count' || share.kind !== 'percent' || share.range !== null || part.range !== null) return []
    return SHARE.test(reading.shadow.slice(part.classified, share.start)) ? [{ part, share }] : []
  })
}

const fits = ({ part, share }: Row, whole: Mention): boolean =>
  Math.abs((part.value / whole.value) * 100 - share.value) <= SLACK

/** The row that does not fit a whole which all the others fit. */
export function* oddShares(sentence: Sentence, before: Sentence | undefined): Iterable<Derivation> {
  if (sentence.reading.english) return
  const rows = rowsIn(sentence)
  const [first] = rows
  if (first === undefined || rows.length < LEAST || rows.some(({ part }) => kindOf(part) !== kindOf(first.part))) return
  const wholes = [...(before?.mentions ?? []), ...sentence.mentions].filter(
    (mention) =>
      mention.kind === 'count' &&
      mention.end <= first.part.start &&
      kindOf(mention) === kindOf(first.part) &&
      rows.every(({ part }) => part.value <= mention.value),
  )
  for (const whole of wholes) {
    const odd = rows.filter((row) => !fits(row, whole))
    const [only] = odd
    if (only === undefined || odd.length > 1) continue
    const value = (only.part.value / whole.value) * 100
    yield {
      said: only.share,
      from: [only.part, whole],
      low: value - SLACK,
      high: value + SLACK,
      value,
      expr: `${figure(only.part.amount)} ÷ ${figure(whole.amount)}`,
    }
    return
  }
}
