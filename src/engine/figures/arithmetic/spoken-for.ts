import type { Derivation } from './changes'
import type { Reading, StoryCopy } from '../claim'
import { isSlip, significant } from '../again/slips'
import type { Mention } from '../lexer/mention'
import { kindOf, sentencesOf } from '../sentences'

/**
 * Whether the copy itself explains a figure otherwise than by those it was held against: what they give is told beside them as another
 * figure, or the figure is what others of the story give. Words only suggest how figures belong together; where the digits say that they
 * belong to others, nothing is asked.
 */

const RATE_BASE = /(?:[每负]|零下)$/
const SHARE = /占|率|比重|比例|份额|完成|进度|\b(?:rate|share|proportion)\b/i
const CHANGED =
  /[增涨升降减跌少回扩缩浮]|提高|\b(?:up|down|ris|rose|f[ae]ll|gr[eo]w|increas|decreas|declin|drop|cut|gain|jump|climb|slid|more|less)/i
const UP = /[增涨升]|上浮|提高|扩大|\b(?:up|ris|rose|gr[eo]w|increas|gain|jump|climb|more)/i
/** How far apart the figures of one relation stand. */
const NEAR = 90
/** A story of more figures is a table. */
const MOST = 160

/** 每10万人, 零下11.2℃: no amount that one subtracts. */
const isRateBase = ({ shadow }: Reading, { start }: Mention): boolean =>
  RATE_BASE.test(shadow.slice(Math.max(0, start - 2), start))

/** A figure is told to its last digit. */
function isTold(said: Mention, value: number): boolean {
  const decimals = String(said.amount).split('.')[1]?.length ?? 0
  const last = said.kind === 'percent' ? 0.5 * 10 ** -decimals : 0
  const open = Math.max((said.high - said.low) / 2, last, Math.abs(said.value) * 1e-9) * 1.02
  return Math.abs(said.value - value) <= open
}

/** 138.2亿元,同比增长6.4%,比9月的141.2亿元下降2.1%: what lies between the two is told, and is not what is said. */
function isExplained({ mentions }: Reading, { said, from, value }: Derivation): boolean {
  const last = Math.max(...from.map(({ end }) => end))
  return mentions.some(
    (one) =>
      one !== said &&
      !from.includes(one) &&
      one.kind === said.kind &&
      kindOf(one) === kindOf(said) &&
      one.range === null &&
      one.approximators.length === 0 &&
      Math.abs(one.start - last) < NEAR / 2 &&
      (one.kind !== 'count' || one.value >= 10) &&
      isTold(one, value),
  )
}

/** In English many a count goes without its noun. */
const counts = ({ english }: Reading, { kind, range, dimension, value }: Mention): boolean =>
  kind === 'count' && range === null && (dimension !== '' || english) && dimension !== 'year' && value > 0

/** In English the second of two often goes without its noun. */
const areAlike = ({ english }: Reading, a: Mention, b: Mention): boolean =>
  kindOf(a) === kindOf(b) || (english && (a.dimension === '' || b.dimension === ''))

/** The counts right before a share that it may be of. */
function partsBefore(reading: Reading, said: Mention): Mention[] {
  return reading.mentions
    .filter((one) => counts(reading, one) && one.end <= said.start && said.start - one.end < NEAR / 2)
    .slice(-4)
}

/** 境外收入14.61亿元,占营业收入的25%, of what another paragraph tells. */
function isShareOfOther(
  { readings }: StoryCopy,
  reading: Reading,
  { said, from }: Derivation,
  clause: string,
): boolean {
  if (!SHARE.test(clause) || said.amount === 100) return false
  return partsBefore(reading, said).some((part) =>
    readings.some((home) =>
      home.mentions.some(
        (whole) =>
          counts(home, whole) &&
          areAlike(home, whole, part) &&
          whole.value > part.value &&
          !from.some((one) => one !== whole && isSlip(one, whole)) &&
          // all but nine of them, a pass rate of 98.6%
          [part.value, ...(reading.english ? [whole.value - part.value] : [])].some((one) =>
            isTold(said, (one / whole.value) * 100),
          ),
      ),
    ),
  )
}

/** The change of two others near by, or of a level that tells its step. */
function isChangeOfOther(reading: Reading, { said, from }: Derivation, clause: string): boolean {
  if (!CHANGED.test(clause)) return false
  const near = reading.mentions.filter((one) => counts(reading, one) && Math.abs(one.start - said.start) < NEAR)
  const up = UP.test(clause)
  return near.some((a) =>
    near.some((b) => {
      if (a === b || !areAlike(reading, a, b)) return false
      if (reading.english && b.value > a.value && isTold(said, (a.value / b.value) * 100)) return true
      const [grown, stepped] = [b.value / a.value - 1, a.value / (b.value - (up ? a.value : -a.value))]
      return (
        isTold(said, (up ? grown : -grown) * 100) ||
        (!(from.includes(a) && from.includes(b)) && b.value > a.value && isTold(said, stepped * 100))
      )
    }),
  )
}

/** 平均每套119平方米, of the 3186套 of the paragraph above and not of last month's 2939套. */
function isProductOfOther({ readings }: StoryCopy, { said, from, value, expr }: Derivation): boolean {
  if (!expr.includes('×')) return false
  return readings.some((home) =>
    home.mentions.some((other) =>
      from.some(
        (one) =>
          other !== one &&
          other !== said &&
          counts(home, other) &&
          kindOf(other) === kindOf(one) &&
          Math.abs((value / one.value) * other.value - said.value) < ROUNDED * said.value,
      ),
    ),
  )
}

/** How far rounding may take a product. */
const ROUNDED = 0.004

/** 每年最高报销600元: a ceiling comes of no sum. */
const isBound = ({ shadow }: Reading, { start }: Mention): boolean =>
  /(?:最[高多低少]|上限|封顶|限额)[\u4E00-\u9FFF]{0,4}$/.test(shadow.slice(Math.max(0, start - 8), start))

/** The difference or the sum of two others of its sentence, in three digits or more. */
function isMadeOfOthers(reading: Reading, { said, from }: Derivation): boolean {
  if (said.kind !== 'count' || significant(said) < 3) return false
  const sentence = sentencesOf(reading).find(({ start, end }) => start <= said.start && end >= said.end)
  const same = (sentence?.mentions ?? []).filter(
    (one) => one !== said && counts(reading, one) && kindOf(one) === kindOf(said),
  )
  return same.some((a, i) =>
    same
      .slice(i + 1)
      .some(
        (b) =>
          !(from.includes(a) && from.includes(b)) &&
          [a.value + b.value, Math.abs(a.value - b.value)].some(
            (value) => Math.abs(value - said.value) < 1e-9 * said.value,
          ),
      ),
  )
}

/** up 14% from 1.56m: of the figure behind it, which is none of those. */
function isOfNext({ english, shadow }: Reading, { said, from }: Derivation): boolean {
  const link = english ? /^\s(?:from|on)\s(?:about\s|the\s)?(?=[$\u00A3\u20AC]?\d)/.exec(shadow.slice(said.end)) : null
  return link !== null && !from.some(({ start }) => start === said.end + link[0].length)
}

/** In English the word of change may stand behind: 2.3% up on a year ago. */
const around = ({ shadow }: Reading, { start, end }: Mention): string =>
  shadow.slice(Math.max(0, start - 40), start) + shadow.slice(end, end + 12)

/** @param homes where the figures it was held against stand, if not beside it */
export function isSpokenFor(
  copy: StoryCopy,
  reading: Reading,
  derivation: Derivation,
  homes: readonly Reading[] = [],
): boolean {
  const { said, from } = derivation
  if (copy.readings.reduce((sum, { mentions }) => sum + mentions.length, 0) > MOST) return false
  if (from.some((one, i) => isRateBase(homes[i] ?? reading, one))) return true
  if (isExplained(reading, derivation) || isOfNext(reading, derivation)) return true
  if (said.kind !== 'percent')
    return isBound(reading, said) || isProductOfOther(copy, derivation) || isMadeOfOthers(reading, derivation)
  if (said.classifier === '成' || said.classifier === '半' || said.approximators.length > 0) return false
  const words = reading.shadow.slice(Math.max(0, said.start - 24), said.start)
  const clause = reading.english ? around(reading, said) : (words.split(/[,;。]/).at(-1) ?? '')
  return isShareOfOther(copy, reading, derivation, clause) || isChangeOfOther(reading, derivation, clause)
}
