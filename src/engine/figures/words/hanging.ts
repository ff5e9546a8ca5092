import type { Claim, Reading } from '../claim'
import { en, zh } from '../wording'

/** Paragraphs that stop at a word no sentence ends on. */

/** Words no sentence ends on. */
const HANGING =
  /[,。][^,。]{0,20}[\u4E00-\u9FFF](?:传给|交给|送给|献给|[民者员生工友客]们|并仅|更加|[搬运送转移调推扩]到|以便|从而|进而|如果|只要|只有|不但|不仅|虽然|尽管|无论|为此|此外|其中|目前|同时|随着|根据|按照|[把被从和与及将于让使因并或但该更而还较]|对于|以及|并且|但是|因为|由于|通过|为了)$/

export function wordEnd(reading: Reading): Claim | null {
  const { shadow, text } = reading
  const end = shadow.trimEnd().length
  if (
    !HANGING.test(shadow.slice(Math.max(0, end - 40), end)) ||
    /对于[是此]$|参与$|因而$|反而$|时而$|变更$|五更$|归还$|偿还$|[比计]较$|生还$|应该$|活该$|赠与$|给与$|授与$|未[曾从]$|等于$|在于$|属于$|终于$/.test(
      shadow.slice(0, end).slice(-4),
    )
  )
    return null
  const start = clauseStart(shadow, end)
  return {
    tier: 'error',
    places: [{ reading, start, end }],
    message: {
      zh: zh`段落停在“${text.slice(start, end)}”,后面的话缺失。请补全。`,
      en: en`The paragraph stops at “${text.slice(start, end)}”: what follows is missing. Complete it.`,
    },
  }
}

/** The clause before `end`: from behind the mark before it. */
export function clauseStart(shadow: string, end: number): number {
  let start = end
  while (start > 0 && !/[,。;:!?、()“”]/.test(shadow.charAt(start - 1))) start -= 1
  return start
}
