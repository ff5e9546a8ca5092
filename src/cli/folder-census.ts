import type { Draft } from '../engine/analysis'
import { keyOf, LineCounts, linesAmong, type Census } from '../engine/boilerplate/census'
import { siteOrFolder } from '../host/desk/rejudging/recurrence'

/**
 * Counts the lines of a folder's documents, site by site, from their drafts. Documents whose site is not known count
 * with those of their own folder.
 */
export class FolderCensus {
  readonly #sites = new Map<string, LineCounts>()
  readonly #documents = new Map<string, { readonly site: LineCounts; readonly lines: ReadonlySet<string> }>()

  /** `key` names the document. Call for all before the first `of`. */
  add(key: string, file: string, { stories, blocks, text }: Draft): void {
    const named = stories.find(({ site }) => site !== null)?.site ?? null
    const name = siteOrFolder(named, file)
    const site = this.#sites.get(name) ?? new LineCounts()
    this.#sites.set(name, site)
    const lines = linesAmong(
      blocks.map(({ pieces }) => pieces.map(([start, end, reads]) => reads ?? text.slice(start, end)).join('')),
    )
    site.add([...lines].map(keyOf))
    this.#documents.set(key, { site, lines })
  }

  of(key: string): Census | null {
    const known = this.#documents.get(key)
    const census = known?.site.census(known.lines)
    return census && census.counts.size > 0 ? census : null
  }
}
