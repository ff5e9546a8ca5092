import type { Example, Reading } from '../claim'
import type { Mention } from '../lexer/mention'

/** What a verb takes so many to so many of, the first the larger: carry 900 to 600 passengers; no score, no fall. */

const CONTEST =
  /\b(?:vot(?:e|es|ed|ing)|odds|ratio|margin|scor(?:e|es|ed)|lead|led|win|wins|won|victory|defeat(?:ed)?|lost|los(?:e|es|s)|majority|beat|from|cut|cuts|ruling|ruled|decision|reduc(?:e|es|ed|ing)|fell|falls?|falling|drop(?:s|ped)?|chances?|down|lower(?:ed|s)?|slid|shr[aiu]nk|shrinks?|trail(?:s|ed)?|outnumber(?:s|ed)?|pages?|chapters?|verses?|lanes?|highway|route|outscored|outshot|against|behind|declin(?:e|es|ed)|halved?|eas(?:e|es|ed)|slipp?(?:s|ed)?|slow(?:s|ed)?|narrow(?:s|ed)?|trim(?:s|med)?|approved|passed|rejected|agreed|split|favou?red|next)\b/i
/** a noun or a day that a score may stand before */
const NO_NOUN =
  /^(?:point|goal|run|vote|seat|game|set|win|january|february|march|april|may|june|july|august|[a-z]+day)$/

export function isReversed({ shadow }: Reading, low: Mention, high: Mention): boolean {
  if (shadow.slice(low.numeral[1], high.numeral[0]) !== ' to ' || low.kind !== 'count' || low.classifier !== '')
    return false
  if (high.value < 5 || low.value > 5 * high.value || low.approximators.some(({ sense }) => sense === 'atMost'))
    return false
  const named = high.kind === 'percent' || (high.kind === 'count' && high.classifier.length > 2)
  if (!named || NO_NOUN.test(high.classifier)) return false
  return (
    !CONTEST.test(shadow.slice(Math.max(0, low.start - 60), low.start)) &&
    /[a-z]\s$/.test(shadow.slice(Math.max(0, low.start - 2), low.start))
  )
}

export const englishRangeExamples: readonly Example[] = [
  { wrong: 'The new tram will carry [[900 to 600 passengers]] an hour.' },
  { wrong: 'Bills are likely to rise by [[8 to 5 percent]] in spring.' },
  {
    silent:
      'The tram will carry 600 to 900 passengers an hour. They won by 98 to 75 points. The staff fell 900 to 600 workers in a year. The council voted 12 to 8 members present.',
  },
]
