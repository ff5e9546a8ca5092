import type { Answer, Argument, Carrier, Reply } from '../../../contract/contract'
import type { RuleEffect, TriedLine } from '../../../contract/texts'
import { cleaningKey, fateBy, type CleaningRules } from '../../../review/cleaning'
import type { Clean, Entry } from '../../../review/operation'
import { ruleSays } from '../../../review/rule-list'
import { shapeOf } from '../../../review/shape'
import { wordsIn } from '../../../review/words'
import type { Desk } from '../desk.svelte'
import type { Proof } from '../proof/proof.svelte'
import { settings } from '../settings/settings.svelte'

/** Equal decisions against the engine, after which a rule is proposed. */
const ENOUGH = 3
const UNWANTED = 'unwanted-rules'
/** Characters of a setting. */
const MOST_KEPT = 19_000

/** A line that was decided on. */
export interface Overruled {
  readonly line: string
  readonly site: string | null
  readonly fate: 'removed' | 'text'
}

/** A rule that could be made, and the line it was seen by. */
export interface Proposal {
  readonly rule: Clean
  readonly line: string
  /** decisions that were made so, against the engine */
  readonly agreed: number
}

/** A rule that is being looked at: what it would make of the folder. */
export interface Trial {
  readonly rule: Clean
  readonly line: string
  readonly phase: 'look' | 'shown'
  readonly lines: readonly TriedLine[]
  /** documents whose lines are not known yet */
  readonly unread: number
}

/** What learning has of the desk. */
export interface LearningOffice {
  backtest(argument: Argument<'backtest'>): Promise<Reply<Answer<'backtest'>>>
  /** that hold */
  rules(): CleaningRules
  make(rule: Clean): boolean
  readonly settings: { of(key: string): string | null; set(key: string, value: string): void }
}

/**
 * Learns rules of cleaning from decisions: proposes one after three equal ones against the engine, shows what it would
 * change, and makes it only when that is confirmed.
 */
export class Learning {
  readonly #office: LearningOffice
  #proposal = $state.raw<Proposal | null>(null)
  #trial = $state.raw<Trial | null>(null)

  constructor(office: LearningOffice) {
    this.#office = office
  }

  /** the rule that is proposed; null where none is, and while it is looked at */
  get proposal(): Proposal | null {
    return this.#trial === null ? this.#proposal : null
  }

  get trial(): Trial | null {
    return this.#trial
  }

  /** How many lines of the trial a rule has this effect on. */
  count(effect: RuleEffect): number {
    return this.#trial?.lines.filter((line) => line.effect === effect).length ?? 0
  }

  /** A decision is on its way to the journal: of the document on the desk, on one line. */
  async heard({ op, version }: Entry, proof: Proof | null, sent: Promise<unknown>): Promise<void> {
    if (op.kind !== 'decide' || op.fate === 'lifted' || op.spans.length !== 1 || proof?.version !== version) return
    const { fate, spans } = op
    const { draft } = proof.opened
    const block = draft.blocks.find(({ start, end }) => start === spans[0]?.[0] && end === spans[0][1])
    if (block === undefined || fateBy(fate, block.fate) === block.fate) return
    await sent
    await this.consider({ line: wordsIn(block, draft.text), site: draft.stories[0]?.site ?? null, fate })
  }

  /** Proposes a rule where decisions like this one were made often enough, and none the other way. */
  async consider(overruled: Overruled): Promise<void> {
    const rule = ruleOf(overruled)
    if (rule === null || this.#isKnown(rule) || this.#unwanted.includes(ruleSays(rule))) return
    const lines: TriedLine[] = []
    for await (const answer of this.#tried(rule)) lines.push(...answer.lines)
    const agreed = lines.filter(({ effect }) => effect === 'agrees').length
    if (agreed < ENOUGH || lines.some(({ effect }) => effect === 'against')) return
    this.#proposal = { rule, line: overruled.line, agreed }
  }

  /** Shows what a rule of lines like this one would change. Answers false where the line has no shape. */
  look(overruled: Overruled): boolean {
    const rule = ruleOf(overruled)
    if (rule !== null) void this.#try(rule, overruled.line)
    return rule !== null
  }

  /** Shows what the proposed rule would change. */
  lookAtProposal(): void {
    if (this.#proposal !== null) void this.#try(this.#proposal.rule, this.#proposal.line)
  }

  /** Whether the rule that is looked at holds already. */
  get held(): boolean {
    return this.#trial !== null && this.#isKnown(this.#trial.rule)
  }

  /** Makes the rule that is looked at. Answers whether it holds. */
  adopt(): boolean {
    if (this.#trial === null || this.held || !this.#office.make(this.#trial.rule)) return false
    this.#forget(this.#trial.rule)
    this.#trial = null
    return true
  }

  close(): void {
    this.#trial = null
  }

  /** The proposed rule is not wanted: it is not proposed again. */
  decline(): void {
    if (this.#proposal === null) return
    const kept = [...this.#unwanted, ruleSays(this.#proposal.rule)]
    while (JSON.stringify(kept).length > MOST_KEPT) kept.shift()
    this.#office.settings.set(UNWANTED, JSON.stringify(kept))
    this.#proposal = null
  }

  async #try(rule: Clean, line: string): Promise<void> {
    let trial: Trial = { rule, line, phase: 'look', lines: [], unread: 0 }
    this.#trial = trial
    for await (const { lines, unread } of this.#tried(rule)) {
      if (this.#trial !== trial) return
      trial = { ...trial, lines: [...trial.lines, ...lines], unread }
      this.#trial = trial
    }
    if (this.#trial === trial) this.#trial = { ...trial, phase: 'shown' }
  }

  async *#tried({ site, shape, fate }: Clean): AsyncGenerator<Answer<'backtest'>> {
    for (let from: number | null = 0; from !== null;) {
      const reply: Reply<Answer<'backtest'>> = await this.#office.backtest({ site, shape, fate, from })
      if (!reply.ok) return
      yield reply.value
      from = reply.value.next
    }
  }

  #isKnown(rule: Clean): boolean {
    return this.#office.rules().some((known) => cleaningKey(known) === cleaningKey(rule) && known.fate === rule.fate)
  }

  #forget(rule: Clean): void {
    if (this.#proposal !== null && ruleSays(this.#proposal.rule) === ruleSays(rule)) this.#proposal = null
  }

  get #unwanted(): readonly string[] {
    try {
      const kept: unknown = JSON.parse(this.#office.settings.of(UNWANTED) ?? '[]')
      return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : []
    } catch {
      return []
    }
  }
}

function ruleOf({ line, site, fate }: Overruled): Clean | null {
  const shape = shapeOf(line, site)
  return shape === null ? null : { kind: 'clean', site, shape, fate }
}

/** At a desk. */
export function learningOf(desk: Desk, carrier: Carrier): Learning {
  return new Learning({
    backtest: (argument) => carrier.request('backtest', argument),
    rules: () => desk.house.cleaning,
    make: (rule) => desk.house.make(rule),
    settings,
  })
}
