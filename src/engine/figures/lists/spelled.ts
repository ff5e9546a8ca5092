import type { Reading } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { isListed, type CountedList } from './counted'
import { enumerate, type Enumeration } from './items'
import { matchesOf } from '../matches'

/** Lists that a plain verb joins to their count: 获奖的三位同学是甲、乙和丙; “三心”即耐心、细心和爱心. */

const RUN = /(?:[^,。;:!?、()\s]{1,10}、){1,11}[^,。;:!?、()\s]{1,12}(?=[,。;)]|$)/y

interface Named {
  readonly announced: number
  readonly numeral: readonly [number, number]
  readonly phrase: readonly [number, number]
}

/** The run of short names at `start`, where it ends its clause. */
function runAt(shadow: string, start: number): { end: number; enumeration: Enumeration } | null {
  RUN.lastIndex = start
  const run = RUN.exec(shadow)
  if (run === null || /[\d的了]/.test(run[0])) return null
  const end = start + run[0].length
  return { end, enumeration: enumerate(shadow, start, end) }
}

/** Built alike: the same ending, the same length, or the length of names of people. */
function isAlike(shadow: string, { items }: Enumeration, people: boolean): boolean {
  const words = items.map(({ start, end }) => shadow.slice(start, end))
  const [first = ''] = words
  if (people) return words.every((word) => /^[\u4E00-\u9FFF]{2,4}$/.test(word))
  return words.every((word) => word.length === first.length || word.at(-1) === first.at(-1))
}

/** 4位同学是…, 三个县为…. */
function* withVerb(reading: Reading): Iterable<Named> {
  const { shadow, mentions } = reading
  for (const mention of mentions) {
    if (!isListed(mention) || /[每各第前后首其]$/.test(shadow.slice(0, mention.start).slice(-1))) continue
    const noun = /^[\u4E00-\u9FFF]{0,8}?(?=[是为叫])/.exec(shadow.slice(mention.classified, mention.classified + 10))
    if (noun === null) continue
    const end = mention.classified + noun[0].length
    yield { announced: mention.value, numeral: mention.numeral, phrase: [mention.start, end] }
  }
}

const NAME =
  /“(?<count>[二两三四五六七八九十])(?<unit>[个大项])?(?![二三四五六七八九])[\u4E00-\u9FFF]{1,7}”(?=,?(?:即|是指|指的是|就是|分别是|分别为))/g

/** “三心”即…. */
function* quoted(reading: Reading): Iterable<Named> {
  for (const match of matchesOf(reading.shadow, NAME)) {
    const at = match.index
    const count = match.groups?.['count'] ?? ''
    yield { announced: parseChinese(count) ?? 0, numeral: [at + 1, at + 2], phrase: [at, at + match[0].length] }
  }
}

const VERB = /,?(?:即|是指|指的是|就是|分别是|分别为)|[是为叫]/y

export function* spelledOut(reading: Reading): Iterable<CountedList> {
  const { shadow } = reading
  for (const [name, all] of [
    [false, withVerb(reading)],
    [true, quoted(reading)],
  ] as const) {
    for (const named of all) {
      VERB.lastIndex = named.phrase[1]
      const verb = VERB.exec(shadow)
      const start = named.phrase[1] + (verb?.[0].length ?? 0)
      const run = verb === null ? null : runAt(shadow, start)
      if (run === null || run.enumeration.items.length < 2) continue
      const people = /[名人位]/.test(shadow.slice(...named.phrase).slice(0, 4))
      if (!name && !isAlike(shadow, run.enumeration, people)) continue
      const { end, enumeration } = run
      yield { reading, ...named, list: [start, end], enumeration, closed: !enumeration.open, sure: name }
    }
  }
}
