import type { Finding } from '../engine/analysis'
import { cleaningIn, cleaningKey, contradict } from './cleaning'
import { takenBack } from './liveness'
import type { Entry, Operation } from './operation'
import type { Approval } from './review'

/**
 * House rules: phrases a check never asks about again, in any document (those of cleaning: cleaning.ts). They are
 * operations like every other; their records stand under a version of their own, for they belong to no document.
 */

/** The version of the house's records. No content has this sha256. */
export const HOUSE = '0'.repeat(64)
/** The document its records name. */
export const HOUSE_DOCUMENT = 'house'

/** A rule that holds. */
export interface HouseRule {
  /** of the operation that made it: what an undo names */
  readonly opId: string
  readonly check: string
  readonly phrase: string
  readonly by: string
  /** milliseconds since the epoch */
  readonly ts: number
}

/** The rules that hold, by `ruleKey`. */
export type Rules = ReadonlyMap<string, HouseRule>

export const NO_RULES: Rules = new Map()

export function ruleKey(check: string, phrase: string): string {
  return `${check}\n${phrase}`
}

/** One word or figure alone says too little to be never asked about. */
const LEAST = 2

/**
 * The words a finding speaks of, in one writing for every width: what a rule names. Null where they are too few to name
 * anything.
 */
export function phraseOf({ evidence, other }: Finding): string | null {
  const quotes = [...evidence, ...(other?.evidence ?? [])].map(({ quote }) => normal(quote))
  // Between two documents it is the same question, whichever of them asks it.
  const phrase = (other ? quotes.toSorted() : quotes).join(' … ')
  return (phrase.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < LEAST ? null : phrase
}

/** The rule that silences a finding, or undefined. */
export function ruleFor(finding: Finding, rules: Rules): HouseRule | undefined {
  if (rules.size === 0) return undefined
  const phrase = phraseOf(finding)
  return phrase === null ? undefined : rules.get(ruleKey(finding.check, phrase))
}

/** @param entries of the house, in journal order */
export function rulesIn(entries: readonly Entry[]): Rules {
  const gone = takenBack(entries)
  const rules = new Map<string, HouseRule>()
  for (const { opId, op, by, ts } of entries) {
    if (op.kind !== 'rule' || gone.has(opId)) continue
    const { check, phrase } = op
    const key = ruleKey(check, phrase)
    if (!rules.has(key)) rules.set(key, { opId, check, phrase, by, ts })
  }
  return rules
}

/** Whether an operation may join the house's. What is refused is said in a sentence for the reviewer. */
export function admitToHouse(entries: readonly Entry[], op: Operation): Approval {
  if (op.kind === 'rule') {
    return rulesIn(entries).has(ruleKey(op.check, op.phrase))
      ? no('已有这条规则', 'There is such a rule already')
      : { ok: true }
  }
  if (op.kind === 'clean') {
    const same = cleaningIn(entries).find((rule) => cleaningKey(rule) === cleaningKey(op))
    if (same === undefined) return { ok: true }
    return same.fate === op.fate ? no('已有这条规则', 'There is such a rule already') : OPPOSITE
  }
  if (op.kind === 'setting') return { ok: true }
  if (op.kind !== 'undo') return no('这一步属于一份稿件', 'This step belongs to a document')
  if (!entries.some(({ opId }) => opId === op.target)) return no('没有这条规则', 'There is no such rule')
  if (takenBack(entries).has(op.target)) return no('这条规则已经撤销了', 'That rule is revoked already')
  return contradict(cleaningIn([...entries, { ...(entries.at(-1) as Entry), opId: 'next', op }]))
    ? OPPOSITE
    : { ok: true }
}

const OPPOSITE = no(
  '已有一条相反的规则\uFF1A先停用那一条',
  'A rule says the opposite of these lines: switch that one off first',
)

function no(zh: string, en: string): Approval {
  return { ok: false, why: { zh, en } }
}

/** Blanks between Han say nothing; elsewhere one stands for many. */
function normal(quote: string): string {
  return quote
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .trim()
}
