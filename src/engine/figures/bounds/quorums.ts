import { aheadOf, behindOf } from '../labels'
import type { Mention } from '../lexer/mention'
import type { Sentence } from '../sentences'
import { en, figure, zh } from '../wording'
import { placeOf, type Denial } from './denial'

/** Votes that are said to pass a share of those who were due or present: 应到90人,52人赞成,超过应到人数的三分之二. */

const PASSED =
  /(?:超过|超|过|达到)(?<base>应到|实到|到会|全体)[\u4E00-\u9FFF]{0,7}的?(?<share>三分之二|四分之三|半数|一半)|[以获经]?过(?<half>半数)[\u4E00-\u9FFF]{0,4}(?:通过|当选)/
const SHARES: Readonly<Record<string, number>> = { 三分之二: 2 / 3, 四分之三: 3 / 4, 半数: 1 / 2, 一半: 1 / 2 }
const DUE = /(?:应到|应出席|全体|共有?)[\u4E00-\u9FFF]{0,6}$/
const HERE = /(?:实到|到会|出席)[\u4E00-\u9FFF]{0,6}$/

const isVote = (sentence: Sentence, mention: Mention): boolean =>
  /^[\u4E00-\u9FFF]{0,3}(?:赞成|同意)/.test(behindOf(sentence, mention, 8)) ||
  /(?<!不)(?:赞成|同意)(?:[票的者]{0,2}|[\u4E00-\u9FFF]{2,12}的)$/.test(aheadOf(sentence, mention, 8))

export function* deniedQuorums(sentence: Sentence): Iterable<Denial> {
  const { reading, start, end } = sentence
  const match = PASSED.exec(reading.shadow.slice(start, end))
  const share = SHARES[match?.groups?.['share'] ?? match?.groups?.['half'] ?? '']
  if (match === null || share === undefined) return
  const at = { start: start + match.index, end: start + match.index + match[0].length }
  const words = /应到|全体/.test(match.groups?.['base'] ?? '') ? DUE : HERE
  const before = sentence.mentions.filter((mention) => mention.kind === 'count' && mention.end <= at.start)
  const base = before.find((mention) => words.test(aheadOf(sentence, mention, 10)))
  const votes = before.findLast((mention) => isVote(sentence, mention))
  if (base === undefined || votes === undefined || votes === base || votes.high >= base.low * share) return
  const quote = reading.text.slice(at.start, at.end)
  const shown = `${figure(Number(((votes.value / base.value) * 100).toFixed(1)))}%`
  yield {
    tier: 'error',
    places: [placeOf(sentence, at), placeOf(sentence, votes, votes.value), placeOf(sentence, base, base.value)],
    zh: zh`“${quote}”,票数却只占${shown}。请核对票数和说法。`,
    en: en`“${quote}” is said, but the votes are ${shown} of them. Check the votes and the wording.`,
    arithmetic: [
      { label: '数字', en: 'figure', expr: `${figure(votes.amount)} ÷ ${figure(base.amount)}`, value: shown },
    ],
  }
}
