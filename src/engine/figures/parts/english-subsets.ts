import type { Example, Reading, StoryCopy } from '../claim'
import { singular } from '../lexer/english'
import type { Mention } from '../lexer/mention'
import { matchesOf } from '../matches'
import { sentencesOf, type Sentence } from '../sentences'
import type { WholeAndPart } from './of-them'

/** English parts that outnumber what they are of, by the words that tie the two. */

const PASSING = new Set('year month week day hour minute second time point percent'.split(' '))
const PEOPLE =
  /^(?:person|man|woman|child|boy|girl|adult|student|pupil|teacher|worker|employee|staff|member|player|soldier|officer|patient|passenger|resident|nurse|doctor|voter|prisoner|inmate|refugee|migrant|volunteer|guest|visitor|victim|firefighter|striker|driver|candidate|delegate|graduate|tenant|pensioner|apprentice|athlete|civilian)$/

const isPlain = ({ kind, range, approximators, value }: Mention): boolean =>
  kind === 'count' && range === null && approximators.length === 0 && value > 0

/** Some 9,400, including 12,100: hedged, the whole has its bounds all the same. */
const isOver = (whole: Mention, part: Mention): boolean =>
  whole.range === null && whole.value > 0 && kindsMeet(whole, part) && part.low > whole.high

const kindsMeet = (a: Mention, b: Mention): boolean =>
  a.kind === 'count' &&
  b.kind === 'count' &&
  !PASSING.has(a.classifier) &&
  !PASSING.has(b.classifier) &&
  !/^[$\u00A3\u20AC]$/.test(b.classifier) &&
  !/^[$\u00A3\u20AC]$/.test(a.classifier)

/** 14 of the 12 lifeboats; 30 of the company's 22 buses. */
const OF_THE = /^\s(?:out )?of (?:the|its|their|his|her|our|these|those|all|a total of)(?:\s[a-z]{2,14}['\u2019]s)?\s$/i
/** 1/2 of the 12: a fraction. */
const isFraction = (shadow: string, { numeral }: Mention): boolean =>
  shadow.charAt(numeral[0] - 1) === '/' || /^[/'\u2019]/.test(shadow.slice(numeral[1]))
/** 810, 850 of whom; 95,000 visitors in August, of which 110,000 */
const OF_WHOM = /^\sof (?:them|these|those|whom|which)\b/i
const WHICH = /^[^.;\d]{0,44},\s(?:of|among) (?:whom|which) (?:some |about |nearly |only )?$/i
const AMONG = /^[^.;\d]{0,70}(?:,|\s-|\s\u2014)?\s(?:including|among them|among whom) (?:the |some |at least )?$/i
const WITH = /^[^.;\d]{0,40}(?:,\s|\s)(?:with|including|of which|includes?|contains?) (?:some |about |nearly )?$/i
/** a squad of 26 for the finals, 32 of whom */
const BREATH = /^[^.;:\d]{0,40}[,\u2014(]\s?$/
/** 340 objections, including 430 from residents: more of the same. */
const FROM = /^\s(?:from|by|at|who|which|that|were|are|with)\s/
/** most of the 4,118 crowd …, though not the 463 among them */
const AMONG_THEM = /^\s(?:[a-z]{3,14}\s)?(?:among|of) them\b/i
const AREA = /^(?:hectare|acre|mile|kilomet(?:er|re)|tonne|ton|litre|liter)$/

/** Of the hospital's 28 wards, 31 have been closed: what the sentence opens with is the whole. */
const OF_LEAD =
  /^\s*["\u201C]?(?:Of|Out of|Among) (?:the |its |their |his |her |our |these |those |all |all the |a total of )?(?:[a-z]{2,14}['\u2019]s? )?(?:[a-z]{3,12} )?$/
const NEXT_TO = /^(?:\s[a-z'\u2019-]{2,16}){1,6},?\s(?:only |just |some |about |nearly |a further )?$/
/** Years of age, or what each has. */
const NO_PART = /\b(?:eldest|oldest|youngest|average|median|each|every|months|weeks|days|hours)\b/

/** Two that stand side by side in the sentence. */
function* besides({ mentions, start, reading: { shadow } }: Sentence): Iterable<WholeAndPart> {
  for (const [i, b] of mentions.entries()) {
    const a = mentions[i - 1]
    if (a === undefined) continue
    const gap = shadow.slice(a.numeral[1], b.start)
    if (isFraction(shadow, a) || isFraction(shadow, b)) continue
    const many = b.classifier !== '' && !/^['\u2019]/.test(shadow.slice(b.classified)) && b.value > 1
    if (OF_THE.test(gap) && many && isOver(b, a) && !/\bone$/i.test(shadow.slice(...a.numeral))) yield [b, a]
    else if (!isOver(a, b)) continue
    else if (WHICH.test(gap) || (gap.length < 4 && OF_WHOM.test(shadow.slice(b.numeral[1])))) yield [a, b]
    else if (gap.length < 90 && /\bthe $/i.test(gap) && AMONG_THEM.test(shadow.slice(b.numeral[1]))) yield [a, b]
    else if (
      BREATH.test(gap) &&
      OF_WHOM.test(shadow.slice(b.numeral[1])) &&
      !mentions.slice(0, i - 1).some((one) => one.kind === 'count' && one.low >= b.high)
    )
      yield [a, b]
    else if (AMONG.test(gap) && a.classifier !== '' && b.classifier === '' && FROM.test(shadow.slice(b.numeral[1])))
      yield [a, b]
    else if (AMONG.test(gap) && PEOPLE.test(a.classifier) && PEOPLE.test(b.classifier)) yield [a, b]
    else if (
      OF_LEAD.test(shadow.slice(start, a.start)) &&
      a.classifier !== '' &&
      NEXT_TO.test(gap) &&
      !NO_PART.test(gap) &&
      isBareOf(a, b) &&
      !/^ (?:was|is|has) /.test(shadow.slice(b.end))
    )
      yield [a, b]
    else if (WITH.test(gap) && a.classifier === b.classifier && AREA.test(a.classifier)) yield [a, b]
  }
}

const isBareOf = (whole: Mention, part: Mention): boolean =>
  part.classifier === '' ? part.kind === 'count' : part.classifier === whole.classifier

type Size = Pick<Mention, 'start' | 'end' | 'value' | 'amount' | 'dimension'>

const HOLDING =
  /(?<whole>\d{1,3}(?:,\d{3})*)-(?<unit>hectare|acre|bed|seat|room|home|space)\b[^.;\d]{1,60}\b(?:includes?|including|contains?|has|with|of which) (?:about )?(?<part>\d{1,3}(?:,\d{3})*) \k<unit>s\b/dgi

const LONG =
  /\b(?<whole>\d{1,4}(?:\.\d)?) (?<unit>kilomet(?:re|er)|mile|met(?:re|er)|km)s? long,? (?:including|with|of which|among them)\s[^.;\d]{0,24}(?<part>\d{1,4}(?:\.\d)?)[- ]\k<unit>/dgi

/** The 2,300-hectare holding includes 2,650 hectares of cropping country: the size before its noun is no figure of its own. */
export function* sizesOvertaken({ shadow }: Pick<Reading, 'shadow'>): Iterable<readonly [whole: Size, part: Size]> {
  for (const match of [...matchesOf(shadow, HOLDING), ...matchesOf(shadow, LONG)]) {
    const [whole, part] = ['whole', 'part'].map((name): Size => {
      const [start, end] = match.indices?.groups?.[name] ?? [0, 0]
      const value = Number(shadow.slice(start, end).replaceAll(',', ''))
      return { start, end, value, amount: value, dimension: '' }
    })
    if (whole !== undefined && part !== undefined && part.value > whole.value) yield [whole, part]
  }
}

const THOSE = /^\s*(?:Of|Among) (?:those|these|them),? (?:only |some |about |at least )?$/

/** The fleet has 64 buses. Of those, 71 run on hydrogen: the only count of the sentence before. */
function ofThose({ reading, start, mentions }: Sentence, before: Sentence | undefined): WholeAndPart | null {
  const [part] = mentions
  const [whole, ...more] = (before?.mentions ?? []).filter((one) => kindsMeet(one, one) && one.classifier !== '')
  if (part === undefined || whole === undefined || more.length > 0) return null
  return THOSE.test(reading.shadow.slice(start, part.start)) && isOver(whole, part) ? [whole, part] : null
}

const OF_NOUN = /^\sof the (?<noun>[a-z][a-z-]{2,16}(?:s|people|men|women|children))\b/i

/** 340 allotments … 430 of the allotments: the story has counted them once. */
function* ofKnown({ readings }: StoryCopy): Iterable<readonly [...WholeAndPart, from: Sentence, to: Sentence]> {
  const counted = new Map<string, (readonly [Mention, Sentence])[]>()
  for (const sentence of readings.filter(({ english }) => english).flatMap((reading) => sentencesOf(reading))) {
    const { shadow } = sentence.reading
    for (const part of sentence.mentions) {
      const noun = OF_NOUN.exec(shadow.slice(part.numeral[1], part.numeral[1] + 28))?.groups?.['noun']
      const known = noun === undefined ? undefined : counted.get(singular(noun))
      const [whole, ...more] = known ?? []
      if (whole !== undefined && more.length === 0 && isPlain(part) && isOver(whole[0], part))
        yield [whole[0], part, whole[1], sentence]
      if (noun === undefined && part.kind === 'count' && part.classifier !== '')
        counted.set(part.classifier, [...(counted.get(part.classifier) ?? []), [part, sentence]])
    }
  }
}

/** Every part of the story that is larger than its whole, with the sentences the two stand in. */
export function* overtaken(copy: StoryCopy): Iterable<readonly [...WholeAndPart, from: Sentence, to: Sentence]> {
  for (const reading of copy.readings) {
    if (!reading.english || reading.mentions.length < 2) continue
    for (const [i, sentence] of sentencesOf(reading).entries()) {
      for (const [whole, part] of besides(sentence)) yield [whole, part, sentence, sentence]
      const those = ofThose(sentence, sentencesOf(reading)[i - 1])
      if (those !== null) yield [...those, sentence, sentence]
    }
  }
  yield* ofKnown(copy)
}

export const subsetExamples: readonly Example[] = [
  { wrong: '[[Fourteen]] of the [[12 lifeboats]] could not be lowered, the inquiry was told.' },
  { wrong: 'Of the hospital\u2019s [[28 wards]], [[31]] have been closed to visitors.' },
  { silent: 'Of the station\u2019s 26 volunteers the eldest is 88. Of the 12 months, 30 days are lost to rain.' },
  { wrong: 'The fleet has [[64 buses]]. Of those, [[71]] run on hydrogen.' },
  { wrong: 'Coach Ana Ferreira has named a squad of [[26]] for the finals, [[32]] of whom play abroad.' },
  { wrong: 'Planners received [[340 objections]] to the quarry, including [[430]] from residents of Upper Fold.' },
  { wrong: 'The town has [[340 allotments]].\nLast week [[430]] of the allotments were under water.' },
  { wrong: 'The hospital employs [[2,100 people]], among them [[2,400 nurses]] from overseas.' },
  { wrong: 'The cathedral drew [[95,000 visitors]] in August, of which [[110,000]] paid to climb the tower.' },
  { wrong: 'The farm covers [[420 hectares]], with [[450 hectares]] under vines.' },
  {
    wrong: 'Most of the [[4,118]] in the ground went home happy, though not the [[4,630]] among them from the coast.',
  },
  { wrong: 'The tram line will be [[12]] kilometres long, including a [[35]]-kilometre tunnel.' },
  { wrong: 'The [[2,300]]-hectare holding includes [[2,650]] hectares of cropping country.' },
  {
    silent:
      'Four of the 12 lifeboats could not be lowered. The fleet has 64 buses. Of those, 17 run on hydrogen. The town has 340 allotments and 12 schools; 43 of the allotments were under water.',
  },
]
