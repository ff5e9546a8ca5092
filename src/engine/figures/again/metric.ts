import type { Reading } from '../claim'
import type { Mention } from '../lexer/mention'
import type { Sentence } from '../sentences'

/** What a figure is the figure of, read from the words beside it. */

export interface Metric {
  readonly reading: Reading
  readonly sentence: Sentence
  readonly mention: Mention
  /** the words of its clause before it, without what only links */
  readonly before: string
  /** the noun right behind its classifier */
  readonly after: string
  /** the clause it stands in, up to it, with some of what comes before */
  readonly clause: string
  /** the same with what follows in its clause */
  readonly around: string
  /** the sentence up to it, as written */
  readonly lead: string
  /** the words that tell of another time, a plan, a rate or a part: a figure with others may differ */
  readonly apart: string
}

const PASSING = new Set(
  'year month day week hour minute second age degree times temperature 届 期 号 大 次 章 节 层 页 句 字 步 点 段 组 遍 回 趟 级'.split(
    ' ',
  ),
)
const LINK =
  /(?:达到|高达|多达|[为是有共约近超逾已了仅均至的达占到就只便即\s]|总共|一共|合计|共计|总计|累计|大约|现有|拥有|共有|设有|建有|种有|则为|增至|升至)$/
/** The clause without the words at its end that only link it to its figure. */
function withoutLinks(clause: string): string {
  let words = clause
  for (let match = LINK.exec(words); match !== null; match = LINK.exec(words)) words = words.slice(0, match.index)
  return words
}

const APART =
  /其中|[每拟比各]|(?<!即)将|[由从](?:原[来先]?的?|最初的?)?$|平均|人均|户均|日均|均价|去年|上年|前年|往年|明年|昔日|从前|早年|原[有来先]|过去|此前|之前|以前|最初|当初|起初|计划|目标|预计|预期|有望|力争|上届|上月|上季|上周|同期|同比|环比|截至|截止|减少|增加|增长|下降|剩余|剩下|其余|另外?|还有|分别|首[批期日]|第[一二三四五六七八九十\d]|平时|高峰|最[高低大小多少]|以上|以下|至少|累计|历年|近[一二两三四五六七八九十\d]/g
const APART_AHEAD = /其中|去年|上年|截至|同期|计划|原有/g
const ENGLISH_APART =
  /\b(?:each|every|per|average|last|next|previous|earlier|former|from|by|planned|expected|target|another|more|fewer|other|remaining|first|second|since|ago|than|including)\b/gi

const read = new WeakMap<Mention, Metric | null>()

/** The figure's metric; null where it is no figure that a story may give twice. Every relation reads the same. */
export function metricOf(sentence: Sentence, mention: Mention, index: number): Metric | null {
  const known = read.get(mention)
  if (known !== undefined) return known
  const metric = metricAt(sentence, mention, index)
  read.set(mention, metric)
  return metric
}

/** Behind the last mark that parts clauses. */
function clauseStart(words: string): number {
  let at = words.length
  while (at > 0 && !',;:、()“”!?'.includes(words.charAt(at - 1))) at -= 1
  return at
}

function metricAt(sentence: Sentence, mention: Mention, index: number): Metric | null {
  const { reading } = sentence
  const { shadow, english } = reading
  if ((mention.kind !== 'count' && mention.kind !== 'percent') || mention.range !== null) return null
  if (mention.dimension === '' || PASSING.has(mention.dimension)) return null
  const from = Math.max(sentence.start, sentence.mentions[index - 1]?.end ?? 0, mention.start - 40)
  const words = shadow.slice(from, mention.start)
  const clause = words.slice(clauseStart(words)).trimStart()
  const wide = shadow.slice(Math.max(sentence.start, mention.start - 30), mention.start)
  const behind = /^[^,;:、。()“”!?]{0,12}/.exec(shadow.slice(mention.classified, mention.classified + 12))?.[0] ?? ''
  const ahead = shadow.slice(Math.max(0, from - 20, sentence.start), mention.classified)
  return {
    reading,
    sentence,
    mention,
    before: english ? clause.trimEnd().toLowerCase() : withoutLinks(clause),
    after: english ? '' : (/^的?([\u4E00-\u9FFF]{0,4})/.exec(behind)?.[1] ?? ''),
    clause: ahead,
    around: ahead + behind,
    lead: shadow.slice(Math.max(sentence.start, mention.start - 60), mention.start),
    apart: said(
      english ? wide.match(ENGLISH_APART) : [...(clause.match(APART) ?? []), ...(wide.match(APART_AHEAD) ?? [])],
    ),
  }
}

/** The words that tell two figures of English copy apart. */
export const englishApart = (words: string): string => said(words.match(ENGLISH_APART))

const said = (words: readonly string[] | null): string => [...new Set(words ?? [])].sort().join(' ').toLowerCase()

/** A figure of one digit is too common to tell two apart, unless it has decimals or a scale. */
export function isFine({ amount }: Mention): boolean {
  return amount >= 10 || !Number.isInteger(amount)
}
