import type { Mention } from '../lexer/mention'
import { kindOf, sentencesOf, type Sentence } from '../sentences'
import type { Reading, StoryCopy } from '../claim'
import { byPhase } from './by-phase'
import { outOf } from './out-of'
import { addendsOf, sums, type Partition } from './partition'
import { rowsOf, type Item, type Row } from './row'
import { isNear, isOneSlipOff, sumOf } from './row-slips'
import { closureOf, isWhole, type Told } from './row-words'

/**
 * A whole and the row of its parts, wherever the whole stands before them: in the row's own sentence, as its first figure, or in one of the
 * two sentences before. How much the words must say that the row is all of it goes by the arithmetic: row-words.ts, row-slips.ts.
 */

const MOST = 12
/** What some of a whole hardly ever come to. */
const NEARLY = 0.92

const mentionsOf = (items: readonly Item[]): Mention[] => items.map(({ mention }) => mention)

/** Sentences before the row's own that its whole may stand in: of its paragraph, and of the one before that or the title. */
function sentencesBefore(copy: StoryCopy, reading: Reading, at: number): Sentence[] {
  const own = sentencesOf(reading)
    .slice(Math.max(0, at - 2), at)
    .toReversed()
  const above = copy.readings[reading.index - 1]
  const title = copy.readings[0]
  const others = [above, title === above ? undefined : title].flatMap((one) =>
    one === undefined || one === reading ? [] : sentencesOf(one).slice(-3).toReversed(),
  )
  return [...own, ...others]
}

/** The wholes that a row may have, the nearest first. */
function wholesOf(row: Row, sentence: Sentence, before: readonly Sentence[]): Told[] {
  const [first, ...rest] = row.items
  if (first === undefined) return []
  const { shadow } = sentence.reading
  const told: Told[] = []
  if (rest.length > 1)
    told.push({
      total: first.mention,
      items: rest,
      lead: shadow.slice(first.mention.classified, rest[0]?.start ?? 0) + (rest[0]?.lead ?? ''),
      home: sentence,
      own: true,
      marks: row.marks.slice(1),
    })
  for (const home of [sentence, ...before]) {
    const ahead = totalsIn(home).filter(
      (one) =>
        (home.reading !== sentence.reading || one.end <= row.start) &&
        kindOf(one) === kindOf(first.mention) &&
        !row.items.some(({ mention }) => mention === one),
    )
    for (const total of ahead.toReversed()) told.push(toldOf(row, sentence, home, total))
  }
  return told
}

/** A whole may be new or so far, which an addend may not. */
function totalsIn(home: Sentence): Mention[] {
  const { shadow } = home.reading
  const addends = new Set(addendsOf(home))
  return home.mentions.filter(
    (mention) =>
      addends.has(mention) ||
      (mention.kind === 'count' &&
        mention.range === null &&
        mention.dimension !== '' &&
        /(?:新增|累计)$/.test(shadow.slice(Math.max(0, mention.start - 2), mention.start))),
  )
}

function toldOf(row: Row, sentence: Sentence, home: Sentence, total: Mention): Told {
  const { shadow } = sentence.reading
  const near = home.reading === sentence.reading
  const above = home.reading.index === sentence.reading.index - 1
  const from = near ? total.classified : sentence.start
  // A paragraph that begins with 其中 speaks of the one above.
  const begins = above && shadow.startsWith('其中', sentence.start) && row.start - sentence.start < 4
  const lead = `${near || begins ? '' : '\n'}${shadow.slice(from, row.start)}${row.items[0]?.lead ?? ''}`
  return { total, items: row.items, lead, home, own: false, marks: row.marks }
}

/** A figure of the row's own paragraph that the row makes up, or that some of it from its first or to its last make up. */
function isMade(row: Row, wholes: readonly Told[], { reading }: Sentence): boolean {
  const parts = mentionsOf(row.items)
  const runs = parts.flatMap((_, i) => [parts.slice(i), parts.slice(0, i + 1)]).filter((some) => some.length > 1)
  const near = wholes.filter((told) => told.home.reading === reading && (!told.own || isWhole(told)))
  return [...near.map(({ total }) => total), ...parts.slice(2)].some((total) =>
    runs.some(
      (some) =>
        !some.includes(total) && some.every(({ value }) => value < total.value) && sums(reading.shadow, some, total),
    ),
  )
}

const isHeld = ({ items, total, home }: Told, { reading }: Sentence): boolean =>
  sums(reading.shadow, mentionsOf(items), total, home.reading.shadow)

/** How far a sum may be off for the row to be its whole's all the same: more so where the names leave no third. */
function isOff(told: Told, all: boolean): boolean {
  const { total, items, own } = told
  const parts = mentionsOf(items)
  const over = sumOf(parts) / total.value
  return isNear(parts, total) || (over > 1 && over < 1.3) || (all && !own && over > 0.5 && over < 1.6)
}

function isWrong(told: Told): boolean {
  const { total, items, own, lead } = told
  const parts = mentionsOf(items)
  const closure = closureOf(told)
  const sure = closure === 'closed' || closure === 'all'
  if (sure ? !isOff(told, closure === 'all') : !isNear(parts, total)) return false
  if (closure !== 'all' && parts.some(({ value }) => value >= total.value)) return false
  if (own && !isWhole(told)) return sure && isOneSlipOff(total, parts, 2)
  if (closure === 'open') return false
  if (lead.startsWith('\n') && !isOneSlipOff(total, parts, closure === 'all' || closure === 'closed' ? 2 : 3))
    return false
  // Some of them are often a round number short of all.
  const some = closure === 'nearly' || closure === 'some'
  if (some && items.length < 3 && sumOf(parts) < NEARLY * total.value) return false
  if (sure || isOneSlipOff(total, parts)) return true
  const many = items.length > 2
  const over = sumOf(parts) > total.high
  if (closure === 'likely') return many || over
  if (closure !== 'nearly') return false
  return over ? many || kindOf(total) !== 'people' : many && sumOf(parts) > NEARLY * total.value
}

const SUM =
  /(?:[一总合]共|共计|合计|总计|相加|[合加]起来|拢共|统共|共|总[\u4E00-\u9FFF]{1,5}|全[校县市区镇乡村厂院班店年场](?=[\u4E00-\u9FFF]{2}))[\u4E00-\u9FFF]{0,8}$/
const MORE = /[新增改扩续]/

/** 新收9846件,旧存712件,全年共受理10558件: one of a row is what those before it make up. */
function summed({ items }: Row, { reading }: Sentence): Partition | null {
  const { shadow } = reading
  const at = items.findIndex(
    ({ start, mention, name, behind }, i) =>
      i > 1 && (SUM.test(shadow.slice(start, mention.start)) || (name === '' && /全部|悉数|无一/.test(behind))),
  )
  const { mention: total, start } = items[at] ?? {}
  if (total === undefined) return null
  const addends = items.slice(0, at)
  if (/累计|[达增]到?至?$/.test(shadow.slice(start, total.start)) && addends.every(({ name }) => MORE.test(name)))
    return null
  const suffixes = addends.slice(1).map((_, i) => mentionsOf(addends.slice(i)))
  if (suffixes.some((some) => sums(shadow, some, total))) return null
  const parts = suffixes.find((some) => some.every(({ value }) => value < total.value) && isNear(some, total))
  return parts === undefined ? null : { reading, total, parts, closed: true, sum: true }
}

export function* toldRows(copy: StoryCopy, reading: Reading): Iterable<Partition> {
  if (reading.english || reading.mentions.length < 2) return
  yield* byPhase(copy, reading)
  const sentences = sentencesOf(reading)
  for (const [i, sentence] of sentences.entries()) {
    if (sentence.mentions.length < 2 || sentence.mentions.length > 40) continue
    yield* outOf(sentence)
    for (const row of rowsOf(sentence)) {
      if (row.items.length > MOST) continue
      const sum = summed(row, sentence)
      if (sum !== null) {
        yield sum
        continue
      }
      const wholes = wholesOf(row, sentence, sentencesBefore(copy, reading, i))
      if (wholes.length === 0 || isMade(row, wholes, sentence)) continue
      const wrong = wholes.filter(isWrong)
      const [told] = wrong.filter(({ own }) => !own).concat(wrong)
      if (told === undefined) continue
      const far = told.home.reading !== reading
      // Of figures far off, any that the row makes up is the one.
      if (far && wholes.some((one) => isHeld(one, sentence))) continue
      const partition = { reading, total: told.total, parts: mentionsOf(told.items), closed: true, sum: false }
      yield far ? { ...partition, home: told.home.reading } : partition
    }
  }
}
