import type { Example, Reading, StoryCopy } from '../claim'
import { matchesOf } from '../matches'
import type { Spelling } from './spellings'

/** Names in Latin letters that sound alike: two first names of one surname, Kieran and Kieron Mulhearn; a place, Thistlewick and Thistlewyck. */

type Double = readonly [first: Spelling, double: Spelling]

const FULL =
  /\b(?!(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sgt|Sir|Judge|Cllr|In|At|The|On|For|And|But|From|With)\b)(?<first>[A-Z][a-z]{3,12})\s(?<last>[A-Z][A-Za-z]{3,14})\b/g
/** Where kin are spoken of, two of a surname are two. */
const KIN =
  /\b(?:brothers?|sisters?|twins?|sons?|daughters?|father|mother|wife|husband|siblings|parents|cousins?|uncle|aunt|nephew|niece|married|family|couple)\b/i
const PLACE = /\b(?:at|in|near|from|to|of|outside|around|between|through)\s(?<name>[A-Z][a-z]{5,14})\b(?!\s[A-Z])/g
const MOST = 200

/** One letter within the word that changes nothing of how it sounds: i for y, c for k, o for a before the last, one of two. */
function soundsOf(word: string): string {
  return word
    .toLowerCase()
    .replace(/ph/g, 'f')
    .replace(/ck|k|q/g, 'c')
    .replace(/ey|ie|ei|y/g, 'i')
    .replace(/z/g, 's')
    .replace(/(.)\1+/g, '$1')
    .replace(/e$/, '')
}

/** ‑an, ‑en and ‑on at the end of a name are said alike. */
const weakened = (word: string): string => soundsOf(word).replace(/[aeiou](?=[nlr]$)/, 'e')

function countsOf(english: readonly Reading[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { shadow } of english)
    for (const [word] of matchesOf(shadow, /[A-Z]{4,15}/gi)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Kieran Mulhearn … Kieron Mulhearn, the second only once. */
function* firstNames(english: readonly Reading[], counts: ReadonlyMap<string, number>): Iterable<Double> {
  const known = new Map<string, Spelling>()
  if (english.some(({ shadow }) => KIN.test(shadow))) return
  for (const reading of english)
    for (const { index, groups } of matchesOf(reading.shadow, FULL)) {
      const { first = '', last = '' } = groups ?? {}
      const spelling = { reading, start: index, words: first }
      const before = known.get(last)
      if (before === undefined && known.size < MOST) known.set(last, spelling)
      if (before === undefined || before.words === first || counts.get(first) !== 1) continue
      if (weakened(before.words) === weakened(first)) yield [before, spelling]
    }
}

const isSpelled = (a: string, b: string): boolean =>
  a.length > 4 &&
  a.charAt(0) === b.charAt(0) &&
  a.length === b.length &&
  ([...a].sort().join('') === [...b].sort().join('') || isOneLetter(a, b)) &&
  [...a].filter((letter, i) => letter !== b.charAt(i)).length <= 2

/** Fiona Halloran … Fiona Hallaron: one first name, its surname spelt so only once. */
function* lastNames(english: readonly Reading[], counts: ReadonlyMap<string, number>): Iterable<Double> {
  const known = new Map<string, Spelling>()
  for (const reading of english)
    for (const { index, groups } of matchesOf(reading.shadow, FULL)) {
      const { first = '', last = '' } = groups ?? {}
      if (/(?:ited|ing|ional|ern)$/.test(first) || [first, last].some((name) => counts.has(name.toLowerCase())))
        continue
      const spelling = { reading, start: index + first.length + 1, words: last }
      const before = known.get(first)
      if (before === undefined && known.size < MOST) known.set(first, spelling)
      if (before !== undefined && before.words !== last && counts.get(last) === 1 && isSpelled(before.words, last))
        yield [before, spelling]
    }
}

/** at Thistlewick … at Thistlewyck: no words but names. */
function* places(english: readonly Reading[], counts: ReadonlyMap<string, number>): Iterable<Double> {
  const known = new Map<string, Spelling>()
  for (const reading of english)
    for (const { index, groups, 0: words } of matchesOf(reading.shadow, PLACE)) {
      const name = groups?.['name'] ?? ''
      if (counts.has(name.toLowerCase())) continue
      const spelling = { reading, start: index + words.length - name.length, words: name }
      const sounds = soundsOf(name)
      const before = known.get(sounds)
      if (before === undefined && known.size < MOST) known.set(sounds, spelling)
      if (before !== undefined && before.words !== name && counts.get(name) === 1) yield [before, spelling]
    }
}

const FIRM =
  /\b(?<name>[A-Z][a-z]{4,14})\s(?<kind>Polymers|Group|Holdings|Industries|Foods|Motors|Energy|Systems|Homes|Bank|Airways|Partners|Hospital|School|Park|Road|Street|Lane|Farm|House|Castle|Bridge|Valley|Bay|College|University|Theatre|Church|Mill|Town|City|United|Rovers|Steel|Chemicals|Plastics|Pharma|Capital|Water|Rail|Shipping|Stores|Textiles|Mining|Council|Island|Hall|Primary|Academy)\b/g

/** Tormund Polymers … Tormond Polymers: one letter of a firm's or a place's name, which stands so only once. */
function* firms(english: readonly Reading[], counts: ReadonlyMap<string, number>): Iterable<Double> {
  const known: (Spelling & { readonly kind: string })[] = []
  for (const reading of english)
    for (const { index, groups } of matchesOf(reading.shadow, FIRM)) {
      const { name = '', kind = '' } = groups ?? {}
      const spelling = { reading, start: index, words: name, kind }
      const before = known.find((one) => one.kind === kind && one.words !== name && isOneLetter(one.words, name))
      if (before !== undefined && counts.get(name) === 1) yield [before, spelling]
      if (known.length < MOST) known.push(spelling)
    }
}

/** One letter that is another, not the first. */
const isOneLetter = (a: string, b: string): boolean =>
  a.length === b.length &&
  a.charAt(0) === b.charAt(0) &&
  [...a].filter((letter, i) => letter !== b.charAt(i)).length === 1

export function* latinDoubles({ readings }: StoryCopy): Iterable<Double> {
  const english = readings.filter((one) => one.english)
  if (english.length === 0) return
  const counts = countsOf(english)
  yield* firstNames(english, counts)
  yield* lastNames(english, counts)
  yield* places(english, counts)
  yield* firms(english, counts)
}

export const latinDoubleExamples: readonly Example[] = [
  { wrong: 'The prize went to [[Catherine]] Ablett. The judges said that [[Katherine]] Ablett had an ear for it.' },
  { wrong: 'Fiona [[Halloran]], 51, wept. Her solicitor said that Fiona [[Hallaron]] would return to work.' },
  { wrong: 'A boy called [[Kieran]] Mulhearn raised the alarm. Later [[Kieron]] Mulhearn finished his round.' },
  { wrong: 'Crowds stood at [[Thistlewick]] on Sunday. The bakery at [[Thistlewyck]] sold 300 pasties.' },
  { wrong: '[[Tormund]] Polymers has been fined. [[Tormond]] Polymers, based in Hull, admitted two breaches.' },
  {
    wrong: 'People in [[Wexcombe]] have bought their shop. There would be nothing left in [[Wexcomb]] but the church.',
  },
  {
    silent:
      'A boy called Kieran Mulhearn raised the alarm. Later his brother Kieron Mulhearn finished the round. The line runs from Wellington to Wallington.',
  },
  { silent: 'The judge heard Anna Marsh first, then Anton Marsh. Trains from Ashby to Ashbury were late.' },
  { silent: 'Maria Lund spoke for the firm; Marie Lund, no relation, spoke for the council. She lives in Berlin.' },
  { wrong: 'Captain Ruth [[Callow]] runs the ferry. “We waited,” said [[Callaw]], who is 64.' },
]
