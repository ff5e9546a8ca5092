import type { Claim, Example } from '../claim'
import { FIGURE, mentionAt } from '../groups'
import { matchesOf } from '../matches'
import type { Sentence } from '../sentences'
import { en, figure, zh } from '../wording'
import { chainFrom, isEnded } from './english-chain'

/** A vote against the number of those who cast it: voted 9-4, with all 13 members present and no abstentions; the nine-member board voted 6-3. */

const TALLY = '(?<tally>(?<yes>\\d{1,3})(?:[-\\u2013]| to )(?<no>\\d{1,3})(?:[-\\u2013](?<third>\\d{1,3}))?)(?![\\w-])'
const BODIES = 'council|board|panel|committee|court|commission|jury|senate|assembly|school board|city council'
const MEMBERS =
  'members|councillors|councilors|council members|commissioners|trustees|board members|directors|supervisors|justices|judges|senators|delegates|aldermen|selectmen'
const VOTED = '(?:voted|ruled|split|decided|confirmed|approved|rejected|passed|elected)(?: [a-z]+){0,3}?,? '
const ALL = new RegExp(
  `\\b${VOTED}${TALLY}[^.;\\d]{0,120}?\\b(?:all|every one of)(?: of)?(?: its| the)? (?<whole>${FIGURE}) (?:${MEMBERS})\\b[^.;\\d]{0,12}\\b(?:present|voting|in attendance|taking part|casting a (?:vote|ballot))`,
  'dgi',
)
const SEATED = new RegExp(
  `\\b(?<whole>\\d{1,3}|[a-z]{3,12})-member (?:[a-z]+ ){0,2}?(?:${BODIES}) ${VOTED}${TALLY}`,
  'dgi',
)
const NONE = /\bno abstentions\b|\b(?:no one|nobody|none) abstained\b|\bwithout abstentions?\b/i
const WORDS =
  'three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )

/** nine in nine-member is no figure of its own: it is read here. */
const numberOf = (word: string): number =>
  /^\d/.test(word) ? Number(word) : WORDS.includes(word.toLowerCase()) ? WORDS.indexOf(word.toLowerCase()) + 3 : NaN

function* votesByMembers({ reading, start, end, mentions }: Sentence): Iterable<Claim> {
  if (!reading.english) return
  const text = reading.shadow.slice(start, end)
  for (const match of [ALL, SEATED].flatMap((pattern) => matchesOf(text, pattern))) {
    const { yes = '', no = '', third, whole = '' } = match.groups ?? {}
    const [tally, members] = [match.indices?.groups?.['tally'], match.indices?.groups?.['whole']]
    const most = mentionAt(mentions, match, 'whole', start)?.value ?? numberOf(whole)
    if (tally === undefined || members === undefined || Number.isNaN(most)) continue
    const cast = [yes, no, ...(third === undefined ? [] : [third])].map(Number)
    const sum = cast.reduce((all, one) => all + one, 0)
    // Fewer may have voted than there are, unless it is said that nobody abstained.
    if (sum <= most && (sum === most || !(NONE.test(text) || /casting a \w+$/i.test(match[0])))) continue
    const expr = cast.map(figure).join(' + ')
    yield {
      tier: 'error',
      places: [
        { reading, start: start + tally[0], end: start + tally[1], value: sum },
        { reading, start: start + members[0], end: start + members[1], value: most },
      ],
      message: {
        zh: zh`表决共${figure(sum)}票(${expr}),成员却是${figure(most)}人。请核对。`,
        en: en`The vote adds up to ${figure(sum)} (${expr}), but there are ${figure(most)} members. Check them.`,
      },
      arithmetic: [{ label: '列出', en: 'listed', expr, value: sum }],
    }
  }
}

const SEATS =
  /\b(?<whole>\d{1,3})-(?:seat|member|strong|person|man|piece) (?:[a-z]+ ){0,2}?[a-z]+ (?:now |currently |will )?(?:consists? of|is made up of|was made up of|comprises?|is composed of|is split between|has) /dgi

/** The 24-seat council now consists of 11 Labour members, eight Conservatives, three Greens and two independents. */
function* seatsListed(sentence: Sentence): Iterable<Claim> {
  const { reading, start, end, mentions } = sentence
  if (!reading.english) return
  for (const match of matchesOf(reading.shadow.slice(start, end), SEATS)) {
    const from = mentions.findIndex((one) => one.start >= start + match.index + match[0].length - 1)
    const parts = from < 0 ? [] : chainFrom(sentence, from)
    const whole = Number(match.groups?.['whole'])
    const sum = parts.reduce((all, { value }) => all + value, 0)
    if (parts.length < 3 || !isEnded(sentence, parts) || sum === whole || Math.abs(sum - whole) > whole / 4) continue
    const [from0, to0] = match.indices?.groups?.['whole'] ?? [0, 0]
    const expr = parts.map(({ value }) => figure(value)).join(' + ')
    yield {
      tier: 'query',
      places: [
        { reading, start: start + from0, end: start + to0, value: whole },
        ...parts.map((one) => ({ reading, start: one.start, end: one.end, value: one.value })),
      ],
      message: {
        zh: zh`各部分合计${figure(sum)}(${expr}),总数写${figure(whole)}。请核对。`,
        en: en`The parts add up to ${figure(sum)} (${expr}), but the whole is ${figure(whole)}. Check them.`,
      },
      arithmetic: [{ label: '列出', en: 'listed', expr, value: sum }],
    }
  }
}

export function* membersTold(sentence: Sentence): Iterable<Claim> {
  yield* votesByMembers(sentence)
  yield* seatsListed(sentence)
}

export const memberExamples: readonly Example[] = [
  { wrong: 'The council voted [[9-4]] on Tuesday, with all [[14]] members present and no abstentions.' },
  { wrong: 'The [[nine]]-member board voted [[7-3]] to close the school.' },
  {
    wrong:
      'The Senate confirmed her on Wednesday, [[61 to 41]], with every one of its [[100]] senators casting a vote.',
  },
  {
    silent:
      'The council voted 9-4 on Tuesday, with all 13 members present and no abstentions. The nine-member board voted 5-3 to close the school.',
  },
  {
    wrong:
      'The [[24]]-seat council now consists of [[11 Labour]] members, [[eight Conservatives]], [[three Greens]] and [[four independents]].',
  },
  {
    silent:
      'The 24-seat council now consists of 11 Labour members, eight Conservatives, three Greens and two independents.',
  },
  {
    silent: 'The council voted 9-3 with all 14 members present.',
  },
]
