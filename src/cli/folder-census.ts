import { dirname } from 'node:path'
import type { Draft } from '../engine/analysis'
import type { Census } from '../engine/boilerplate/census'
import { takeCensus } from '../engine/boilerplate/census'
import { sameness } from '../engine/boilerplate/fold'

/** A longer line is a paragraph: it recurs only where a story does. */
const LONGEST = 400
/** A line in fewer documents says nothing; it need not cross to the workers. */
const FEWEST = 2

/**
 * Counts the lines of a folder's documents, site by site, from their drafts. Documents whose site is not known count
 * with those of their own folder.
 */
export class FolderCensus {
  readonly #sites = new Map<string, Set<string>[]>()
  readonly #siteOf = new Map<string, string>()
  readonly #taken = new Map<string, Census>()

  /** `key` names the document. Call for all before the first `of`. */
  add(key: string, file: string, draft: Draft): void {
    const named = draft.stories.find(({ site }) => site !== null)?.site
    const site = named === undefined ? `in ${dirname(file)}` : `of ${named}`
    this.#siteOf.set(key, site)
    this.#sites.set(site, [...(this.#sites.get(site) ?? []), linesOf(draft)])
  }

  of(key: string): Census | null {
    const site = this.#siteOf.get(key)
    if (site === undefined) return null
    const taken = this.#taken.get(site) ?? recurring(takeCensus(this.#sites.get(site) ?? []))
    this.#taken.set(site, taken)
    return taken.counts.size > 0 ? taken : null
  }
}

function linesOf({ blocks, text }: Draft): Set<string> {
  const lines = blocks.map(({ pieces }) =>
    pieces.map(([start, end, reads]) => reads ?? text.slice(start, end)).join(''),
  )
  return new Set(
    lines
      .filter((line) => line.length <= LONGEST)
      .map(sameness)
      .filter((line) => line !== ''),
  )
}

function recurring({ counts, total }: Census): Census {
  return { counts: new Map([...counts].filter(([, documents]) => documents >= FEWEST)), total }
}
