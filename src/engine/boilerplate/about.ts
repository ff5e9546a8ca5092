import type { MarkUp } from '../blocks/page'
import { isForeign, isOwn, tellsOfStory } from './class-words'

/** What the class and id words about a block tell. */
export interface About {
  /** the words in one string, nearest first; without the nearest one; without the nearest three */
  readonly address: string
  readonly above: string
  readonly farAbove: string
  /** one of them names what is around a story; names a story's own place; speaks of a story's place */
  readonly foreign: boolean
  readonly own: boolean
  readonly ofStory: boolean
  /** the same of the nearest four */
  readonly foreignNear: boolean
  readonly ofStoryNear: boolean
}

const NEAR = 4

const without = (address: string, words: number): string => {
  let at = -1
  for (let i = 0; i < words; i += 1) {
    at = address.indexOf(' ', at + 1)
    if (at < 0) return ''
  }
  return address.slice(at + 1)
}

const read = (names: readonly string[]): About => {
  const address = names.join(' ')
  const near = names.slice(0, NEAR)
  return {
    address,
    above: without(address, 1),
    farAbove: without(address, 3),
    foreign: names.some(isForeign),
    own: names.some(isOwn),
    ofStory: names.some(tellsOfStory),
    foreignNear: near.some(isForeign),
    ofStoryNear: near.some(tellsOfStory),
  }
}

const NOTHING = read([])

/** The blocks of one element share one list of words: it is read once. */
const known = new WeakMap<readonly string[], About>()

export const aboutOf = (markUp: MarkUp | undefined): About => {
  const names = markUp?.names
  if (names === undefined || names.length === 0) return NOTHING
  const found = known.get(names)
  if (found) return found
  const about = read(names)
  known.set(names, about)
  return about
}
