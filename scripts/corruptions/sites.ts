import { readFileSync } from 'node:fs'
import { ages, ranges, subsets, weekdays } from './calendar'
import { listed, numbered } from './listed'
import { names } from './names'
import { saidAgain } from './said-again'
import type { Site } from './site'
import type { Story } from './stories'
import { sums } from './sums'

const FINDERS = [saidAgain, sums, listed, numbered, weekdays, ranges, subsets, ages, names]
/** Of one relation the finders give no more of one story: no page outweighs the others. */
const MOST = 3

interface Inspected {
  /** places chosen by hand; offsets into the story's text, whose words are not copied here */
  readonly sites: readonly (Site & { readonly story: string })[]
  /** what the finders take for one thing and is two that share a figure by chance */
  readonly chance: readonly { readonly story: string; readonly start: number }[]
}

const inspected = JSON.parse(
  readFileSync(new URL('../../corpus/figures/corruptions.json', import.meta.url), 'utf8'),
) as Inspected

function foundIn({ id, text }: Story): Site[] {
  const sites: Site[] = []
  const taken = new Map<string, number>()
  const chance = new Set(inspected.chance.filter(({ story }) => story === id).map(({ start }) => start))
  for (const find of FINDERS)
    for (const site of find(text)) {
      const count = taken.get(site.relation) ?? 0
      if (count >= MOST || chance.has(site.start) || sites.some(({ start }) => start === site.start)) continue
      taken.set(site.relation, count + 1)
      sites.push(site)
    }
  return sites
}

/** The places of a story where one change contradicts another statement of it: found, and chosen by hand. */
export function sitesOf(story: Story): Site[] {
  const chosen = inspected.sites.filter(({ story: id }) => id === story.id)
  const found = foundIn(story).filter(({ start }) => chosen.every((site) => site.start !== start))
  return [...chosen, ...found]
}
