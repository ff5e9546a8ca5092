import type { Mention } from '../lexer/mention'
import { kindOf, type Sentence } from '../sentences'
import { amount, difference, en, zh } from '../wording'
import { placeOf, type Denial } from './denial'

/** Figures said to stand in order, of which one does not: 得票由高至低依次为41204票、36118票、22765票; 1.9万亩、1.6万亩、1.3万亩,连续下降. */

const AHEAD =
  /[由从按][\u4E00-\u9FFF]{0,6}(?:(?<down>[高多大强长][到至往]?[低少小弱短])|(?<up>[低少小弱短][到至往]?[高多大强长]))[^,。;\d]{0,14}$/
/** 气温一天比一天低:周一18度,周二15度 */
const DAILY =
  /(?:[一逐][年天日月次届周季]比?一?[年天日月次届周季]?|连续[\u4E00-\u9FFF\d]{1,4}|越来越|持续|不断)(?:(?<down>[低少小弱短慢差]|下降|减少|回落|走低|递减|下滑|降低|下调|降价|下跌)|(?<up>[高多大强长快好]|上调|涨价|攀升|上升|增长|增加|递增|走高|提高|上涨))[\u4E00-\u9FFF]{0,4}[:,](?:\d{1,4}[年月日])?[^。;\d]{0,14}$/
const BEHIND =
  /^[\u4E00-\u9FFF]{0,6},(?:已?连续[\u4E00-\u9FFF\d]{1,4}|逐[年月季次届周日]|一路|依次|呈)[\u4E00-\u9FFF]{0,3}?(?:(?<down>下降|减少|回落|走低|递减|下滑|降低)|(?<up>上升|增长|增加|递增|走高|提高|上涨))/
const NEXT = /^(?:[^,。;\d]{0,6}[、,]|以?[和及])(?:\d{1,4}[年月日])?[^,。;、\d]{0,12}$/
const LEAST = 3

/** Figures of one kind one behind the other, each but the first behind a mark and a name. */
function runFrom({ reading: { shadow }, mentions }: Sentence, at: number): Mention[] {
  const [first] = mentions.slice(at)
  const run: Mention[] = first === undefined ? [] : [first]
  for (const next of mentions.slice(at + 1)) {
    const last = run.at(-1)
    if (last === undefined || kindOf(next) !== kindOf(last) || next.kind !== last.kind || next.range !== null) break
    if (!NEXT.test(shadow.slice(last.classified, next.start))) break
    run.push(next)
  }
  return run
}

/** Two neighbours that stand the wrong way round. */
function oddIn(run: readonly Mention[], down: boolean): readonly [Mention, Mention] | null {
  for (const [i, b] of run.entries()) {
    const a = run[i - 1]
    if (a !== undefined && (down ? b.low > a.high : b.high < a.low)) return [a, b]
  }
  return null
}

export function* disordered(sentence: Sentence): Iterable<Denial> {
  const { reading, mentions, start } = sentence
  const { shadow } = reading
  if (reading.english || mentions.length < LEAST || mentions.length > 40) return
  for (let at = 0; at + LEAST <= mentions.length;) {
    const run = runFrom(sentence, at)
    at += Math.max(1, run.length)
    const [first] = run
    const last = run.at(-1)
    if (first === undefined || last === undefined || run.length < LEAST || first.kind === 'ordinal') continue
    const words =
      AHEAD.exec(shadow.slice(Math.max(start, first.start - 30), first.start)) ??
      DAILY.exec(shadow.slice(Math.max(start, first.start - 30), first.start)) ??
      BEHIND.exec(shadow.slice(last.classified, last.classified + 24))
    if (words === null) continue
    const odd = oddIn(run, words.groups?.['down'] !== undefined)
    if (odd === null) continue
    const [a, b] = odd.map((one) => reading.text.slice(one.start, one.end))
    yield {
      tier: 'query',
      places: odd.map((one) => placeOf(sentence, one, one.value)),
      zh: zh`文中说依次排列,“${a ?? ''}”之后却是“${b ?? ''}”。请核对次序和数字。`,
      en: en`The figures are said to stand in order, but “${b ?? ''}” follows “${a ?? ''}”. Check them.`,
      arithmetic: [difference(odd[1].amount, odd[0].amount, amount)],
    }
  }
}
