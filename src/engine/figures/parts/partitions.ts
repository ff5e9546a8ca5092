import type { Reading } from '../claim'
import { halvesOfYear, ofDenials } from './complements'
import type { Mention } from '../lexer/mention'
import { addendsOf, SCORES, type Partition } from './partition'
import { withRemainder } from './remainder'
import { ofUnits } from './units-told'
import { englishRow, englishShares, ofColumns, ofDays } from './rows'
import { kindOf, sentencesOf, type Sentence } from '../sentences'

/** Wholes and the parts that the words say make them up. */

function hasEach({ reading, start, end }: Sentence): boolean {
  return /各\d|各[一二两三四五六七八九十]|各有|均为|分别有?\d/.test(reading.shadow.slice(start, end))
}

/** 12枚奖牌:5金4银3铜; 14场8胜3平3负. */
function* ofScores(sentence: Sentence): Iterable<Partition> {
  const { reading, mentions } = sentence
  for (const [whole = '', ...units] of SCORES) {
    for (let i = 0; i + units.length <= mentions.length; i += 1) {
      const parts = mentions.slice(i, i + units.length)
      const joined = parts.every(
        (part, n) => part.classifier === units[n] && (n === 0 || part.start - (parts[n - 1]?.end ?? 0) <= 1),
      )
      const ahead = mentions[i - 1]
      const behind = mentions[i + units.length]
      const sum =
        behind?.classifier === whole &&
        /^共计?$|^,共计?$/.test(reading.shadow.slice(parts.at(-1)?.end ?? 0, behind.start))
      const total = sum ? behind : ahead
      if (!joined || total?.classifier !== whole || (!sum && (parts[0]?.start ?? 0) - total.end > 16)) continue
      if (whole === '枚' && !/^[枚块]?奖牌/.test(reading.shadow.slice(total.classified))) continue
      if (units.length === 2 && mentions[i + 2]?.classifier === '平') continue
      // 连续9场不败,战绩15胜3负: a run of them, not all.
      if (/连续|不败|连[胜败]/.test(reading.shadow.slice(Math.max(0, total.start - 3), parts[0]?.start))) continue
      yield { reading, total, parts, closed: true, sum: false }
    }
  }
}

/** 金牌9枚、银牌12枚、铜牌15枚,以36枚奖牌. */
function* ofMedals({ reading, mentions, start }: Sentence): Iterable<Partition> {
  const { shadow } = reading
  const medals = mentions.filter(({ dimension, kind }) => dimension === '枚' && kind === 'count')
  const metal = (mention: Mention): string =>
    /[金银铜](?=牌?$)/.exec(shadow.slice(Math.max(start, mention.start - 3), mention.start))?.[0] ??
    /^(?<metal>[金银铜])牌/.exec(shadow.slice(mention.classified))?.groups?.['metal'] ??
    ''
  const parts = ['金', '银', '铜'].flatMap((word) => medals.find((mention) => metal(mention) === word) ?? [])
  const [total, ...more] = medals.filter(
    (mention) => metal(mention) === '' && /^奖牌/.test(shadow.slice(mention.classified)),
  )
  if (parts.length === 3 && total !== undefined && more.length === 0)
    yield { reading, total, parts, closed: true, sum: false }
}

/** 由5名教师、3名医生组成的8人小队. */
function* composed(sentence: Sentence): Iterable<Partition> {
  const { reading, start, end } = sentence
  const { shadow } = reading
  const match = /(?:由|^|[。,;])([^由。,;]{4,60})组成(?:的|了)?(?:一支|一个)?/.exec(shadow.slice(start, end))
  if (match === null || /等$/.test(match[1] ?? '')) return
  const from = start + match.index
  const to = from + match[0].length
  const addends = addendsOf(sentence)
  const total = addends.find((mention) => mention.start >= to - 2 && mention.start <= to + 1)
  const parts = addends.filter((mention) => mention.start >= from && mention.end < to)
  if (total === undefined || parts.length < 2 || !parts.every((part) => kindOf(part) === kindOf(total))) return
  const items = (match[1] ?? '').split(/[、和与及,]|以及/).filter((item) => item !== '')
  if (items.length === parts.length) yield { reading, total, parts, closed: true, sum: false }
}

/** Every partition the passage's words state. */
export function* partitionsOf(reading: Reading): Iterable<Partition> {
  if (reading.mentions.length < 3) return
  const sentences = sentencesOf(reading)
  for (const sentence of sentences) {
    if (sentence.mentions.length < 2 || sentence.mentions.length > 40 || hasEach(sentence)) continue
    yield* halvesOfYear(sentence)
    yield* ofDenials(sentence)
    yield* ofScores(sentence)
    yield* composed(sentence)
    yield* ofMedals(sentence)
    if (reading.english) {
      yield* withRemainder(sentence)
      yield* englishRow(sentence)
      yield* englishShares(sentence)
    } else {
      yield* ofDays(sentence)
      yield* ofColumns(sentence)
      yield* ofUnits(sentence)
    }
  }
}
