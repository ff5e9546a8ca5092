import type { Claim, Reading } from '../claim'
import type { Mention } from '../lexer/mention'
import { sentencesOf, type Sentence } from '../sentences'
import { en, figure, zh } from '../wording'

/** More or fewer than half, and the count that follows: Fewer than half passed. Of the 80 kitchens visited, 52 met the standards. */

const HALF =
  /\b(?:(?<more>more than (?:a )?half|over half|better than half|most of|a majority of)|(?<less>(?:fewer|less) than (?:a )?half|under half|a minority of))\b/i
const OF_THE = /^\s*(?:Of|Among|Out of)\s(?:the|its|their|those|these|all)?\s?$/
const DENIED =
  /\b(?:not|no|never|without|fail(?:s|ed|ing)?|refus\w+|reject\w+|against|oppos\w+|lack\w*|miss\w*|closed|lost|only|n't|unable|declin\w+)\b|n't\b/i

interface Said {
  readonly sentence: Sentence
  readonly start: number
  readonly end: number
  readonly more: boolean
}

function saidIn(sentence: Sentence): Said | null {
  const { reading, start, end, mentions } = sentence
  const match = HALF.exec(reading.shadow.slice(start, end))
  if (match === null || mentions.some(({ kind }) => kind === 'percent')) return null
  const at = start + match.index
  return { sentence, start: at, end: at + match[0].length, more: match.groups?.['more'] !== undefined }
}

/** The first two figures behind Of the …. */
function countIn({ reading, start, mentions }: Sentence): readonly [whole: Mention, part: Mention] | null {
  const [whole, part] = mentions
  if (whole?.kind !== 'count' || part?.kind !== 'count' || !whole.exact || whole.classifier === '') return null
  if (!OF_THE.test(reading.shadow.slice(start, whole.start)) || part.value >= whole.value) return null
  const link = reading.shadow.slice(whole.classified, part.start)
  return /^(?:\s[a-z]+){0,4},\s(?:(?:only|just|about|some)\s)?$/i.test(link) && part.range === null
    ? [whole, part]
    : null
}

const ASKED =
  /^\s(?:[a-z]+\s)?(?:visited|surveyed|asked|polled|tested|inspected|examined|questioned|interviewed|studied|sampled|checked)\b/i

/** Of the 80 kitchens visited; of the patients that the sentence before speaks of. */
function ofTheSame(said: Said, { reading }: Sentence, whole: Mention): boolean {
  const noun = whole.classifier.toLowerCase()
  const before = said.sentence.reading.shadow.slice(said.sentence.start, said.sentence.end).toLowerCase()
  return ASKED.test(reading.shadow.slice(whole.classified)) || (noun.length > 3 && before.includes(noun.slice(0, -1)))
}

/** Whether both sentences affirm, or both deny. */
function sameWay(said: Said, counted: Sentence, part: Mention): boolean {
  const clause = (counted.reading.shadow.slice(part.numeral[1], counted.end).split(/[,;]/)[0] ?? '').slice(0, 60)
  return DENIED.test(said.sentence.reading.shadow.slice(said.end, said.sentence.end)) === DENIED.test(clause)
}

export function* halvesAcross(reading: Reading): Iterable<Claim> {
  if (!reading.english || !HALF.test(reading.shadow)) return
  const sentences = sentencesOf(reading)
  for (const [i, sentence] of sentences.entries()) {
    const next = sentences[i + 1]
    const said = saidIn(sentence)
    const counted = next === undefined ? null : countIn(next)
    if (said === null || next === undefined || counted === null || !sameWay(said, next, counted[1])) continue
    if (!ofTheSame(said, next, counted[0])) continue
    const [whole, part] = counted
    const share = (part.value / whole.value) * 100
    if (said.more ? part.high * 2 > whole.low : part.low * 2 < whole.high) continue
    yield claimOf(said, whole, part, share)
  }
}

function claimOf(said: Said, whole: Mention, part: Mention, share: number): Claim {
  const { reading } = said.sentence
  const quote = reading.text.slice(said.start, said.end)
  const shown = `${figure(Number(share.toFixed(1)))}%`
  const [zhWay, enWay] = said.more ? ['多于50%', 'more than 50 percent'] : ['少于50%', 'less than 50 percent']
  return {
    tier: 'query',
    places: [
      { reading, start: said.start, end: said.end },
      ...[part, whole].map(({ start, end, value }) => ({ reading, start, end, value })),
    ],
    message: {
      zh: zh`“${quote}”是${zhWay},文中的数字却是${shown}。请核对说法和数字。`,
      en: en`“${quote}” means ${enWay}, but the figures give ${shown}. Check the wording and the figures.`,
    },
    arithmetic: [
      { label: '数字', en: 'figure', expr: `${figure(part.amount)} ÷ ${figure(whole.amount)}`, value: shown },
    ],
  }
}
