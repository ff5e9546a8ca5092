import type { Place, Reading } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'

/**
 * Set phrases that name one whole of the story, in the headline and in the body: 一家三口, 祖孙三代, 建厂六十周年, 五连冠, 38比1 and
 * 38人抢1户. The body speaks against the headline where it has the phrase with one other number, and never with the headline's.
 */

interface Phrase {
  /** groups: n, the number; key, what the phrase is of, where that differs from story to story */
  readonly title: RegExp
  readonly body: RegExp
  /** whether the hand may have made the one of the other; any other number where it is left out */
  readonly slip?: (a: number, b: number) => boolean
}

const N = '(?<n>\\d{1,3}|[二两双三四五六七八九十百]{1,4})'
const same = (pattern: string): Pick<Phrase, 'title' | 'body'> => {
  const phrase = new RegExp(pattern, 'g')
  return { title: phrase, body: phrase }
}

const digits = (value: number): string => [...String(value)].sort().join('')

const HOUSEHOLD = new RegExp(`一家${N}口`, 'g')

const PHRASES: readonly Phrase[] = [
  { title: HOUSEHOLD, body: HOUSEHOLD },
  { title: new RegExp(`(?<![第近])${N}代人`, 'g'), body: new RegExp(`(?:祖孙|一家|全家|祖辈)${N}代`, 'g') },
  same(`${N}[代世](?<key>同堂)`),
  same(`${N}胞胎`),
  { title: new RegExp(`${N}连[冠霸]`, 'g'), body: new RegExp(`连续第${N}[年次届]`, 'g') },
  {
    title: new RegExp(`连续?(?<key>[增降涨跌升减丰])[产长]?${N}年`, 'g'),
    body: new RegExp(`连续第?${N}年[下上增实现保持]{0,3}(?<key>[增降涨跌升减丰])`, 'g'),
  },
  {
    title: new RegExp(`(?<![奖足合基资筹税薪现押罚])${N}(?<key>[金银铜])(?![牌融行家属矿额])`, 'g'),
    body: new RegExp(`${N}[枚块面个]?(?<key>[金银铜])(?:牌|(?=[\\d一二两三四五六七八九、,]))`, 'g'),
  },
  same(`(?<key>[\\u4E00-\\u9FFF]{2})(?<!纪念|迎来|庆祝)${N}周年`),
  {
    title: /(?<![\d.:])(?<n>\d{2,4})[比:]1(?![\d:])/g,
    body: /(?<![\d.:])(?<n>\d{2,4})(?:[比:]1(?![\d:])|人[抢争竞夺]{1,2}[1一][个户套名席岗])/g,
    slip: (a, b) => digits(a) === digits(b),
  },
]

/** A story of more paragraphs is a row of stories. */
const MOST = 200

interface Said extends Place {
  readonly number: number
  readonly written: string
  readonly key: string
}

function saidIn(reading: Reading, pattern: RegExp): Said[] {
  return matchesOf(reading.shadow, pattern).flatMap((match): Said[] => {
    const { n = '', key = '' } = match.groups ?? {}
    const number = /^\d/.test(n) ? Number(n) : (parseChinese(n.replace('双', '二')) ?? 0)
    const [start, end] = [match.index, match.index + match[0].length]
    return number < 2 ? [] : [{ reading, start, end, value: reading.text.slice(start, end), number, written: n, key }]
  })
}

/** The phrases of a title or subtitle that the body has with one other number. */
export function* titledParted(
  body: readonly Reading[],
  title: Reading,
): Iterable<readonly [title: Place, body: Place]> {
  if (title.english || title.shadow.length > 120 || body.length > MOST) return
  for (const phrase of PHRASES) {
    const all = saidIn(title, phrase.title)
    for (const first of all)
      if (all.filter(({ key }) => key === first.key).length === 1) yield* partedBy(phrase, first, body)
  }
}

function* partedBy(
  { title: said, body: told, slip }: Phrase,
  first: Said,
  body: readonly Reading[],
): Iterable<readonly [title: Place, body: Place]> {
  const others = body.flatMap((reading) => saidIn(reading, told)).filter(({ key }) => key === first.key)
  const [other] = others
  if (other === undefined || new Set(others.map(({ number }) => number)).size > 1) return
  // 老李一家五口 beside 老张家四口人: the headline's own family is told in other words.
  const borne = said === HOUSEHOLD && body.some(({ shadow }) => shadow.includes(`${first.written}口`))
  if (!borne && other.number !== first.number && (slip?.(first.number, other.number) ?? true)) yield [first, other]
}
