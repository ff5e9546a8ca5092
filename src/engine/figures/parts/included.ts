import type { Mention } from '../lexer/mention'
import { isAddend, kindOf, type Sentence } from '../sentences'

/** Wholes that their place beside the part makes known, though a larger figure of the kind stands farther off. */

/** 涉险123名,63人生还,其中71人受伤: fewer people with a fate of their own stand right before the word, and the fate is the part's too. */
export function nearestWhole({ reading, mentions }: Sentence, part: Mention, at: number): Mention | null {
  const nearest = mentions.findLast((mention) => mention.end <= at)
  if (nearest === undefined || kindOf(nearest) !== 'people' || kindOf(part) !== 'people') return null
  return /^(?:已|被)?(?:生还|获救|送医|入院|受伤|被困|救出),$/.test(reading.shadow.slice(nearest.classified, at)) &&
    isAddend(reading.shadow, nearest)
    ? nearest
    : null
}

/** 540 instruments, including 640 violins: right behind the word, the part has a noun of its own. */
export function wholeOfOtherNoun(
  { reading, mentions }: Sentence,
  part: Mention,
  at: { readonly start: number; readonly end: number },
): Mention | null {
  const bare = part.dimension === '' && /^\s(?:to|for|from|in|by|with|at)\b/.test(reading.shadow.slice(part.numeral[1]))
  if (!reading.english || part.start - at.end > 1 || !reading.shadow.startsWith('including', at.start)) return null
  const whole = mentions.findLast((mention) => mention.end <= at.start)
  const plain = [whole, part].every(
    (one) => one?.kind === 'count' && (/^[a-z]/i.test(one.classifier) || (bare && one === part)),
  )
  return whole !== undefined && plain && at.start - whole.end < (bare ? 14 : 3) && isAddend(reading.shadow, whole)
    ? whole
    : null
}
