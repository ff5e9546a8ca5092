import { analyse } from 'chardet'
import { commonness } from './common-han'
import { encodingOf, readAs, type Encoding } from './encodings'

export interface Detected {
  readonly encoding: Encoding
  /** 0..1 */
  readonly confidence: number
}

const SAMPLE = 131_072

/** The bytes from a little before the first that is not ASCII: a long ASCII head (mark-up) tells nothing. */
const sampleOf = (bytes: Uint8Array): Uint8Array => {
  const first = bytes.findIndex((byte) => byte >= 0x80)
  const start = Math.max(0, first - 64)
  return bytes.subarray(start, start + SAMPLE)
}

/**
 * How well a sample reads in an East Asian encoding, at most 1: the share of frequent characters, less what is broken.
 * Read in a wrong one, text gives rare characters; the frequent ones are a tenth or less.
 */
const eastAsianScore = (sample: Uint8Array, encoding: Encoding): number => {
  const { broken, letters, common, kana, hangul } = commonness(readAs(sample, encoding))
  if (letters === 0) return 0
  const fluent =
    encoding === 'EUC-KR' ? hangul + common / 4 : isJapanese(encoding) ? fluentJapanese(kana, common) : common
  // A sample may cut a character in two at its end; short texts must not pay for chance.
  return (fluent - 4 * Math.max(0, broken - 1)) / (letters + 0.5)
}

const isJapanese = (encoding: Encoding) => encoding === 'Shift_JIS' || encoding === 'EUC-JP'

/** Japanese without kana is hardly ever written: Han characters count only beside them. */
const fluentJapanese = (kana: number, common: number) => kana + Math.min(common, kana)

export const EAST_ASIAN: readonly Encoding[] = ['GB18030', 'Big5', 'Shift_JIS', 'EUC-JP', 'EUC-KR']

/** Share of the bytes beyond ASCII that stand alone between ASCII bytes, as accents and quotes in Latin text do. */
const aloneShare = (sample: Uint8Array): number => {
  let high = 0
  let alone = 0
  for (let at = 0; at < sample.length; at++) {
    if ((sample[at] ?? 0) < 0x80) continue
    high++
    if ((sample[at - 1] ?? 0) < 0x80 && (sample[at + 1] ?? 0) < 0x80) alone++
  }
  return high === 0 ? 0 : alone / high
}

/** chardet's best guess among the encodings of one byte a character. */
const oneByte = (sample: Uint8Array): Detected => {
  for (const { name, confidence } of analyse(sample)) {
    const encoding = encodingOf(name)
    if (!encoding || EAST_ASIAN.includes(encoding) || encoding.startsWith('UTF-')) continue
    return { encoding, confidence: Math.max(0.2, Math.min(0.8, confidence / 100)) }
  }
  return { encoding: 'windows-1252', confidence: 0.3 }
}

/** Which encoding bytes are in that are neither UTF-8 nor UTF-16. Always answers; a doubtful answer has a low confidence. */
export const detect = (bytes: Uint8Array): Detected => {
  const sample = sampleOf(bytes)
  const ranked = EAST_ASIAN.map((encoding) => ({ encoding, score: eastAsianScore(sample, encoding) })).sort(
    (a, b) => b.score - a.score,
  )
  const [best, next] = ranked
  if (best && best.score >= 0.3) {
    const lead = best.score - Math.max(0, next?.score ?? 0)
    return { encoding: best.encoding, confidence: Math.min(0.99, 0.5 + lead) }
  }
  if (aloneShare(sample) > 0.6) return oneByte(sample)
  if (best && best.score > 0.1) return { encoding: best.encoding, confidence: 0.4 }
  return unfamiliar(sample)
}

/** Neither frequent characters nor Latin letters: names, rare words, noise. What reads without a fault is taken. */
const unfamiliar = (sample: Uint8Array): Detected => {
  const guess = oneByte(sample)
  if (guess.confidence >= 0.5) return guess
  const clean = (['GB18030', 'Big5'] as const).find((encoding) => commonness(readAs(sample, encoding)).broken === 0)
  return clean ? { encoding: clean, confidence: 0.3 } : guess
}
