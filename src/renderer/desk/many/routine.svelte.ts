import type { Answer, Argument, Reply } from '../../../contract/contract'
import type { JudgedRemoval, RoutineArticle } from '../../../contract/texts'
import type { Bilingual } from '../../../engine/analysis'
import { idsOf, NO_IDS, toggled } from '../queue/id-set'

/** How many of the last judgements of a rule's removals are looked at. */
export const LASTS = [20, 50, 200] as const
/** Judgements without an overruling that say something of a rule: with fewer it is for the reviewer to tick it. */
export const ENOUGH = 5

/** What reviewers made of the removals of one of the engine's rules, and what of them waits. */
export interface RuleRecord {
  readonly cue: string
  readonly name: Bilingual
  /** articles that ask about its removals */
  readonly articles: number
  /** of the last judgements looked at */
  readonly judged: number
  readonly overruled: number
}

/**
 * Articles that ask for nothing but that removals be confirmed, by rules nobody overruled lately: looked at first, then
 * approved together.
 */
export class Routine {
  readonly #ask: (argument: Argument<'routine'>) => Promise<Reply<Answer<'routine'>>>
  #phase = $state.raw<'closed' | 'look' | 'shown'>('closed')
  #last = $state.raw<number>(50)
  #asking = $state.raw<readonly RoutineArticle[]>([])
  #judged = $state.raw<readonly JudgedRemoval[]>([])
  #names = $state.raw<Readonly<Record<string, Bilingual>>>({})
  #unread = $state.raw(0)
  /** cues whose tick was turned */
  #turned = $state.raw(NO_IDS)
  /** ids of articles that were un-ticked */
  #except = $state.raw(NO_IDS)
  #rules = $derived.by(() => this.#records())
  #ticked = $derived(
    this.#rules.filter((rule) => isTrusted(rule) && rule.judged >= ENOUGH !== this.#turned.has(rule.cue)),
  )
  #articles = $derived.by(() => {
    const ticked = idsOf(this.#ticked.map(({ cue }) => cue))
    return this.#asking.filter(({ lines }) => lines.every(({ cue }) => ticked.has(cue)))
  })

  constructor(ask: (argument: Argument<'routine'>) => Promise<Reply<Answer<'routine'>>>) {
    this.#ask = ask
  }

  get phase(): 'closed' | 'look' | 'shown' {
    return this.#phase
  }

  get last(): number {
    return this.#last
  }

  get unread(): number {
    return this.#unread
  }

  /** Those whose removals are asked about: most articles first. */
  get rules(): readonly RuleRecord[] {
    return this.#rules
  }

  /** Articles whose removals are all by rules that are ticked. */
  get articles(): readonly RoutineArticle[] {
    return this.#articles
  }

  get chosen(): readonly RoutineArticle[] {
    return this.#articles.filter((article) => this.isChosen(article))
  }

  /** The cues whose removals are confirmed. */
  get cues(): readonly string[] {
    return this.#ticked.map(({ cue }) => cue)
  }

  name(cue: string): Bilingual {
    return this.#names[cue] ?? { zh: cue, en: cue }
  }

  isTicked({ cue }: RuleRecord): boolean {
    return this.#ticked.some((rule) => rule.cue === cue)
  }

  isChosen({ id }: RoutineArticle): boolean {
    return !this.#except.has(id)
  }

  tickRule(rule: RuleRecord, on: boolean): void {
    if (this.isTicked(rule) !== on) this.#turned = toggled(this.#turned, rule.cue)
  }

  tick({ id }: RoutineArticle, on: boolean): void {
    if (this.#except.has(id) === on) this.#except = toggled(this.#except, id)
  }

  tickAll(on: boolean): void {
    this.#except = on ? NO_IDS : idsOf(this.#articles.map(({ id }) => id))
  }

  lookBack(last: number): void {
    this.#last = last
  }

  async look(): Promise<void> {
    this.#phase = 'look'
    this.#asking = []
    this.#judged = []
    this.#turned = NO_IDS
    this.#except = NO_IDS
    for (let from: number | null = 0; from !== null;) {
      const reply: Reply<Answer<'routine'>> = await this.#ask({ from })
      if (!reply.ok || this.#phase !== 'look') break
      const { articles, judged, names, unread, next }: Answer<'routine'> = reply.value
      this.#asking = [...this.#asking, ...articles]
      this.#judged = [...this.#judged, ...judged]
      this.#names = { ...this.#names, ...names }
      this.#unread = unread
      from = next
    }
    if (this.#phase === 'look') this.#phase = 'shown'
  }

  close(): void {
    this.#phase = 'closed'
  }

  #records(): RuleRecord[] {
    const asking: Record<string, number> = {}
    for (const { lines } of this.#asking) {
      for (const cue of idsOf(lines.map((line) => line.cue))) asking[cue] = (asking[cue] ?? 0) + 1
    }
    const judged: Record<string, JudgedRemoval[]> = {}
    for (const each of this.#judged) (judged[each.cue] ??= []).push(each)
    return Object.entries(asking)
      .map(([cue, articles]): RuleRecord => {
        const last = (judged[cue] ?? []).toSorted((a, b) => b.ts - a.ts).slice(0, this.#last)
        const overruled = last.filter((each) => each.overruled).length
        return { cue, name: this.name(cue), articles, judged: last.length, overruled }
      })
      .toSorted((a, b) => b.articles - a.articles)
  }
}

/** A rule's removals were judged, and none of the last was overruled. */
export function isTrusted({ judged, overruled }: RuleRecord): boolean {
  return judged > 0 && overruled === 0
}
