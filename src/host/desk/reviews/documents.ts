import type { Draft, Failed } from '../../../engine/analysis'
import type { Examined } from '../../../engine/index'
import type { Part } from '../../../engine/blocks/page'
import { FailureError } from '../../../contract/failure'
import type { Census } from '../../../engine/boilerplate/census'
import type { CleaningRules } from '../../../review/cleaning'
import type { Base, JournalRecord } from '../../../review/operation'
import type { Verdicts } from '../../../review/review'
import type { Pages } from '../../search/pages'
import type { Sources } from '../../sources/sources'
import { failureOf } from '../folder/row-failure'
import type { AnalysisPool } from '../../analysis/pool'
import { isFailed } from '../../../engine/source/failure'

/** How the bytes of a version are read, beside the bytes themselves. */
export interface Reading extends Pick<Part, 'record' | 'pointer' | 'from'> {
  /** the file's path below its folder: the extension tells the format */
  readonly name: string
  /** chosen by a person */
  readonly encoding?: string
}

const HELD = 24
const NO_RULES: CleaningRules = []
const HELD_CHARACTERS = 24_000_000

/** The drafts of versions: the last ones held, the others made again from the kept bytes. */
export class Documents {
  readonly #sources: Sources
  readonly #pool: Pick<AnalysisPool, 'draft' | 'text'>
  readonly #pages: Pick<Pages, 'rest'>
  readonly #cleaning: () => CleaningRules
  readonly #census: (version: string) => Census | null
  readonly #held = new Map<string, Draft>()
  readonly #readings = new Map<string, Reading>()

  /**
   * @param cleaning the house's rules of cleaning: the same list while none comes or goes
   * @param census which lines of a version recur at its site, as far as that is known
   */
  constructor(
    sources: Sources,
    pool: Pick<AnalysisPool, 'draft' | 'text'>,
    pages: Pick<Pages, 'rest'>,
    cleaning: () => CleaningRules = () => NO_RULES,
    census: (version: string) => Census | null = () => null,
  ) {
    this.#census = census
    this.#cleaning = cleaning
    this.#pages = pages
    this.#sources = sources
    this.#pool = pool
  }

  /** Says how a version's bytes are read. */
  know(version: string, reading: Reading): void {
    this.#readings.set(version, reading)
  }

  forgetReadings(): void {
    this.#readings.clear()
  }

  /**
   * How a version is read, for the base that pins it; its bytes are kept. Before its first operation.
   *
   * @throws FailureError where they are not
   */
  async pinned(version: string): Promise<Reading> {
    await this.#sources.idle()
    if (!(await this.#sources.has(version))) throw notKept(version)
    return this.#reading(version, null)
  }

  /** As `draft`, without its text: mostly at hand, for many documents at once. */
  async verdicts(version: string, records: readonly JournalRecord[]): Promise<Verdicts> {
    return (await this.#judged(version, newestBase(records))) ?? this.draft(version, records)
  }

  /**
   * The draft a review works on: the one its newest base pinned, else the engine's own.
   *
   * @param records all of the version's, in order
   * @throws FailureError where the bytes are not kept, or can no longer be read
   */
  async draft(version: string, records: readonly JournalRecord[]): Promise<Draft> {
    const base = newestBase(records)
    const key = heldUnder(version, base)
    const held = this.#held.get(key)
    if (held) return this.#hold(key, held)
    const rules = this.#cleaning()
    const [part, verdicts] = await Promise.all([this.part(version, base), this.#judged(version, base)])
    const made = verdicts ? await this.#spelled(part, verdicts, true) : await this.read(version, part, base, true)
    // A rule came or went meanwhile: what was kept does not hold any more.
    if (!base && rules !== this.#cleaning()) return this.draft(version, records)
    if (isFailed(made)) throw thrown(made)
    return this.#hold(key, 'draft' in made ? made.draft : made)
  }

  /** As `draft`, in the background, and not kept at hand. */
  async glance(version: string, records: readonly JournalRecord[]): Promise<Draft> {
    const base = newestBase(records)
    const held = this.#held.get(heldUnder(version, base))
    if (held) return held
    const made = await this.read(version, await this.part(version, base), base, false)
    if (isFailed(made)) throw thrown(made)
    return made.draft
  }

  /** Whether it is a record of a file: to be read in another encoding, its file has to be split again. */
  async isRecord(version: string): Promise<boolean> {
    return (await this.#reading(version, null)).from !== undefined
  }

  /** The version decoded otherwise, with the engine's verdicts on it. Throws as `draft` does. */
  async decoded(version: string, encoding: string): Promise<Draft> {
    const part = await this.part(version, null)
    const made = await this.#pool.draft(
      { part, about: { name: part.name }, options: { encoding }, rules: this.#cleaning() },
      { interactive: true },
    )
    if (isFailed(made)) throw thrown(made)
    return made.draft
  }

  /**
   * Reads a part. With a base: its verdicts over the source text, decoded as they were made on. `checks` ran on the
   * untouched draft; null where the base's verdicts may differ from the engine's own.
   */
  async read(version: string, part: Part & Reading, base: Pinned | null, interactive: boolean): Promise<Read | Failed> {
    if (base) {
      const draft = await this.#spelled(part, base.op.draft, interactive)
      return isFailed(draft) ? draft : { draft, checks: null, census: null }
    }
    const rules = this.#cleaning()
    const census = this.#census(version)
    const options = { ...optionsOf(part), ...(census ? { census } : {}) }
    const made = await this.#pool.draft({ part, about: { name: part.name }, options, rules }, { interactive })
    // A rule came or went meanwhile.
    if (rules !== this.#cleaning()) return this.read(version, part, null, interactive)
    if (isFailed(made)) return made
    const { draft, ...checks } = made
    return { draft, checks, census }
  }

  /** A version nobody works on is to be judged anew. */
  doubt(version: string): void {
    this.#held.delete(heldUnder(version, null))
  }

  /** Takes a draft that was just made, to be at hand when its document is opened. */
  hold(version: string, base: Pinned | null, draft: Draft): void {
    this.#hold(heldUnder(version, base), draft)
  }

  /**
   * A version's kept bytes and how they are read. Throws FailureError where they are not kept.
   *
   * @param base the version's newest, which says how it is read where the folder does not
   */
  async part(version: string, base: Pinned | null): Promise<Part & Reading> {
    const reading = await this.#reading(version, base)
    const bytes = await this.#sources.read(version)
    if (!bytes) throw notKept(version)
    return { ...reading, bytes }
  }

  /** The verdicts there are on a version: those its base pinned, or those kept of it while nobody works on it. */
  async #judged(version: string, base: Pinned | null): Promise<Verdicts | null> {
    return base ? base.op.draft : (await this.#pages.rest(version)).verdicts
  }

  /** Verdicts over the text they were made on: it is decoded, and judged no more. */
  async #spelled(part: Part & Reading, verdicts: Verdicts, interactive: boolean): Promise<Draft | Failed> {
    const options = optionsOf(part, verdicts.encoding)
    const read = await this.#pool.text({ part, about: { name: part.name }, options }, { interactive })
    return isFailed(read) ? read : { ...verdicts, text: read.text }
  }

  async #reading(version: string, base: Pinned | null): Promise<Reading> {
    const said = this.#readings.get(version) ?? (base?.op.reading as Reading | undefined)
    // An earlier app said it beside the bytes.
    const known = said ?? ((await this.#sources.labelOf(version)) as Reading | null)
    if (known) return known
    throw new FailureError(
      'unknown-version',
      '这一版不在打开过的文件夹里',
      'This version is in no folder that was opened',
    )
  }

  #hold(key: string, draft: Draft): Draft {
    this.#held.delete(key)
    this.#held.set(key, draft)
    let characters = 0
    for (const one of this.#held.values()) characters += one.text.length
    for (const [oldest, one] of this.#held) {
      if ((this.#held.size <= HELD && characters <= HELD_CHARACTERS) || oldest === key) break
      this.#held.delete(oldest)
      characters -= one.text.length
    }
    return draft
  }
}

/** A record's bytes know how they are read: its file was decoded before it was split. */
function optionsOf({ from, encoding }: Part & Reading, judgedAs = encoding): { readonly encoding?: string } {
  return from || judgedAs === undefined ? {} : { encoding: judgedAs }
}

export interface Read {
  readonly draft: Draft
  readonly checks: Examined | null
  /** what its verdicts took into account of the folder's other documents */
  readonly census: Census | null
}

/** As the journal has it: with the verdicts. */
export type Pinned = JournalRecord & { readonly op: Base & Required<Pick<Base, 'draft'>> }

/** The base that counts, null for a version nobody worked on. */
export function newestBase(records: readonly JournalRecord[]): Pinned | null {
  return (records.findLast(({ op }) => op.kind === 'base') as Pinned | undefined) ?? null
}

/** The records that speak of the newest base, without it. */
export function sinceBase(records: readonly JournalRecord[]): readonly JournalRecord[] {
  return records.slice(records.findLastIndex(({ op }) => op.kind === 'base') + 1)
}

function heldUnder(version: string, base: Pinned | null): string {
  return `${version} ${base?.opId ?? ''}`
}

function thrown(failed: Failed): FailureError {
  const { code, zh, en } = failureOf(failed)
  return new FailureError(code, zh, en)
}

function notKept(version: string): FailureError {
  return new FailureError(
    'source-missing',
    `这一版的原文没有留存\uFF08${version.slice(0, 12)}\uFF09`,
    `The original of this version is not kept (${version.slice(0, 12)})`,
  )
}
