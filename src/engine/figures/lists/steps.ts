import type { StoryCopy } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { isListed, type CountedList } from './counted'
import type { Item } from './items'
import { matchesOf } from '../matches'

/** Counts that numbered points follow: 推进三项改革:一是…;二是… */

const STEP =
  /(?<=^|[。;:,!?\s])(?:(?<is>[一二三四五六七八九十]{1,2})(?:是(?![否非个])|要)|第(?<nth>[一二三四五六七八九十]{1,2})[,、]|\((?<bracket>[一二三四五六七八九十]{1,2})\))/g

/** The points from `at` on: 1, 2, 3 … until they end or begin anew. */
function stepsFrom(shadow: string, at: number): Item[] {
  const steps: Item[] = []
  for (const match of matchesOf(shadow.slice(at, at + 1500), STEP)) {
    const groups = match.groups ?? {}
    const number = parseChinese(groups['is'] ?? groups['nth'] ?? groups['bracket'] ?? '')
    if (number !== steps.length + 1) break
    steps.push({ start: at + match.index, end: at + match.index + match[0].length })
  }
  return steps
}

/** 坚持“三个导向”,推进“五大行动”。一是…: the points may be those of any of them. */
function isOneOfSeveral(shadow: string, at: number): boolean {
  const ahead =
    shadow
      .slice(Math.max(0, at - 40), at)
      .split('。')
      .at(-1) ?? ''
  return /“[二两三四五六七八九十][个项大种条]?[\u4E00-\u9FFF]{1,6}”[,、]/.test(ahead)
}

/** Counts right before their numbered points, all in one paragraph. */
export function* numberedLists(copy: StoryCopy): Iterable<CountedList> {
  for (const reading of copy.readings) {
    const { shadow, mentions } = reading
    const next = copy.readings[reading.index + 1]?.shadow ?? ''
    if (/^(?:[二三四五六七八九]是|第[二三四五六七八九]|\([二三四五六七八九]\))/.test(next)) continue
    for (const mention of mentions) {
      if (!isListed(mention)) continue
      const noun = /^[\u4E00-\u9FFF]{0,8}”?[:,。](?=一是|一要|第一[,、]|\(一\))/.exec(
        shadow.slice(mention.classified, mention.classified + 14),
      )
      if (noun === null || isOneOfSeveral(shadow, mention.start)) continue
      const start = mention.classified + noun[0].length
      const steps = stepsFrom(shadow, start)
      const last = steps.at(-1)
      if (steps.length < 2 || last === undefined) continue
      yield {
        reading,
        announced: mention.value,
        numeral: mention.numeral,
        phrase: [mention.start, start - 1],
        list: [start, last.end],
        enumeration: { items: steps, counts: new Set([steps.length]), open: false },
        closed: true,
        sure: true,
      }
    }
  }
}
