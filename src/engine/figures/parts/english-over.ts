import type { Example } from '../claim'
import type { Mention } from '../lexer/mention'
import type { Sentence } from '../sentences'

/** English shares that pass the whole: 112 percent of them, a turnout of 128%, 104 percent said yes. */

const RATE =
  /\b(?:(?:attendance|approval|satisfaction|turnout|pass|literacy|survival|employment|unemployment|vacancy|occupancy|vaccination|vaccine|success|conviction|completion|graduation|clear-up|detection|recycling|jobless|poverty|dropout|homeownership) rates?|turnout|unemployment|humidity|literacy|accuracy|approval)\b[^.,;%\d]{0,50}\s(?:of|at|was|is|were|are|reached|hit|to|averaged|stood at|fell to|rose to)(?: just| nearly| almost| about| a record| only)?\s$/i
const SHARE =
  /\b(?:account(?:s|ed|ing)? for|ma(?:kes?|de) up|a share of|(?:occupancy|attendance) (?:of|at|was|is|reached|hit)(?: just| nearly| almost| about| a record)?)\s$/i
/** of last year's, of its target: no whole */
const OF_OTHER =
  /^\sof\s(?:[\w'\u2019-]{1,20}\s){0,4}(?:target|average|level|normal|capacity|figure|plan|value|that)\b/i
const OF_PEOPLE =
  /^(?:\spercent)?\sof\s(?:(?:them|these|those|whom|which|us|all)\b|(?:[\w'\u2019-]{1,20}\s){0,4}(?:voters|residents|students|pupils|members|workers|respondents|patients|households|adults|children|employees|parents|teachers|customers|passengers|readers|viewers|drivers|farmers|women|men|people|pensioners|tenants|homeowners|shoppers|doctors|nurses|users|staff|taxpayers|graduates|delegates|shareholders|couples|families|homes|schools|firms|businesses|companies|seats|votes?|ballots|population|electorate|applicants|cyclists|commuters|visitors|trains|flights|buses|deaths|cases|crimes|samples|participants|volunteers|officers|landowners|villagers|islanders|those)\b)/i
const ANSWERED =
  /^\s(?:said|say|backed|favou?red|opposed|voted|approved|disapproved|agreed|disagreed|supported|abstained|wanted|thought|felt|answered|replied|did not|(?:were|was) (?:satisfied|happy|unhappy|against|in favou?r|opposed|undecided|for))\b/i
/** up 120 percent said the bank */
const CHANGED = /\b(?:by|up|down|rose|grew|than|to|another|increase|of)\s$/i

export function passesWhole({ reading: { shadow }, start }: Sentence, mention: Mention): boolean {
  const ahead = shadow.slice(Math.max(start, mention.start - 90), mention.start)
  const rest = shadow.slice(mention.classified, mention.classified + 90)
  if (OF_OTHER.test(rest)) return false
  return RATE.test(ahead) || SHARE.test(ahead) || OF_PEOPLE.test(rest) || (ANSWERED.test(rest) && !CHANGED.test(ahead))
}

export const overExamples: readonly Example[] = [
  { wrong: 'More than 2,000 people answered, and [[112 per cent]] of them said they would use it.' },
  { wrong: 'Turnout in the Castle ward by-election was [[128%]], the lowest since 1998.' },
  { wrong: 'In the poll [[104 percent]] said they would vote.' },
  {
    silent:
      'Turnout in the ward was 28%. Output reached 128% of its target, and 112 per cent of the average. Sales rose 104 percent, said the firm. Sales were up 104 percent, wanted or not.',
  },
]
