import type { Bilingual, Fate, Role } from '../analysis'
import type { Evidence } from './cue'

/** What the engine holds of one unit. */
export interface Verdict {
  readonly fate: Fate
  readonly role: Role
  readonly cue: string
  readonly reason: Bilingual
  /** 0..1 */
  readonly confidence: number
}

/** Evidence with the cue that gave it. */
export interface Testimony extends Evidence {
  readonly cue: string
  readonly reason: Bilingual
}

/** Several cues that say the same are rarely independent: the strongest counts whole, the others a third. */
const combined = (testimonies: readonly Testimony[], fate: Fate): number => {
  const weights: number[] = []
  for (const one of testimonies) {
    if (one.fate !== fate) continue
    let place = weights.length
    for (; place > 0 && (weights[place - 1] as number) < one.weight; place -= 1)
      weights[place] = weights[place - 1] as number
    weights[place] = one.weight
  }
  let sum = 0
  for (let i = 0; i < weights.length; i += 1) sum += i === 0 ? (weights[i] as number) : (weights[i] as number) / 3
  return sum
}

/** Who spoke loudest for a fate. */
const strongest = (testimonies: readonly Testimony[], fate: Fate): Testimony | undefined => {
  let best: Testimony | undefined
  for (const one of testimonies)
    if (one.fate === fate && one.weight > 0 && (!best || one.weight > best.weight)) best = one
  return best
}

const LIMIT = 12
const clamp = (odds: number): number => Math.max(-LIMIT, Math.min(LIMIT, odds))

export const sigmoid = (odds: number): number => 1 / (1 + Math.exp(-clamp(odds)))

/** Log-odds for each fate against standing in the text. */
export interface Odds {
  readonly removed: number
  /** -Infinity where no cue would lift it */
  readonly lifted: number
}

/**
 * Place speaks for or against removal of a line that a cue would lift only where a cue would remove it as well: a
 * by-line below the story is as good as one above it.
 */
export const oddsOf = (place: number, testimonies: readonly Testimony[]): Odds => {
  if (testimonies.length === 0) return { removed: clamp(place), lifted: -Infinity }
  const isLifted = testimonies.some((one) => one.fate === 'lifted')
  const keep = combined(testimonies, 'text')
  const base = isLifted ? Math.min(place, 0) : place
  return {
    removed: clamp(base + combined(testimonies, 'removed') - keep),
    lifted: isLifted ? clamp(combined(testimonies, 'lifted') - keep) : -Infinity,
  }
}

export const PLACE_REASONS = {
  prose: {
    id: 'prose',
    reason: { zh: '位于正文段落之间\uFF0C读来是正文', en: 'Stands in the run of prose and reads as the story’s text' },
  },
  outside: {
    id: 'outside',
    reason: {
      zh: '位于正文之外的短行\uFF0C前后也不是正文',
      en: 'A line outside the run of prose, among others that are not the story’s text',
    },
  },
} as const

/** The likeliest fate and its share of the odds. */
const likeliest = (odds: Odds): { fate: Fate; share: number } => {
  const removed = Math.exp(odds.removed)
  const lifted = odds.lifted === -Infinity ? 0 : Math.exp(odds.lifted)
  const most = Math.max(1, removed, lifted)
  const fate = most === 1 ? 'text' : most === removed ? 'removed' : 'lifted'
  return { fate, share: most / (1 + removed + lifted) }
}

/** The likeliest fate, told by the cue that spoke loudest for it, else by place. */
export const verdictOf = (odds: Odds, testimonies: readonly Testimony[], kept: Role): Verdict => {
  const { fate, share } = likeliest(odds)
  const speaker = strongest(testimonies, fate)
  const fallback = fate === 'removed' ? PLACE_REASONS.outside : PLACE_REASONS.prose
  const role: Role = fate === 'text' ? kept : (speaker?.role ?? 'furniture')
  return {
    fate,
    role: fate === 'text' && speaker ? speaker.role : role,
    cue: speaker?.cue ?? fallback.id,
    reason: speaker?.reason ?? fallback.reason,
    confidence: Math.round(share * 1000) / 1000,
  }
}
