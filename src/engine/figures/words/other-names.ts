import type { Reading, StoryCopy } from '../claim'
import { matchesOf } from '../matches'
import { alike } from './alike'
import type { Misspelling, Spelling } from './spellings'
import { surnameOf } from './surnames.table'

/** Names of more than three characters, or of two, in two spellings: 汤姆·布莱克威尔, 乌兰图雅, 王萍. */

const FOREIGN = /[\u4E00-\u9FFF]{1,6}·(?<last>[\u4E00-\u9FFF]{3,8})/g
/** Where the last part of a foreign name ends, nobody marks: as much of it as comes again counts. */
const SHORTEST = 3

/** One character of the stretch at `at` stands for one it is taken for; the others are the name's. */
function isOff(name: string, words: string): boolean {
  if (words.length !== name.length || words === name) return false
  const off = [...words].flatMap((character, i) => (character === name.charAt(i) ? [] : [i]))
  const [i = 0, j = 0] = off
  // The last may already be the word behind the name: 孙启勤一, 孙启勤意.
  if (off.length === 1) return i < name.length - 1 && alike(name.charAt(i), words.charAt(i))
  return off.length === 2 && j === i + 1 && name.charAt(i) === words.charAt(j) && name.charAt(j) === words.charAt(i)
}

const OPENS = /(?:^|[,。;:!?“”\s])$/
const GOES_ON = /^[\u4E00-\u9FFF](?<![、和与及])/

/** Where a clause begins with the double of the name. */
function* doubles(copy: StoryCopy, name: string): Iterable<Spelling> {
  for (const reading of copy.readings) {
    const { text, shadow } = reading
    const seen = new Set<number>()
    for (const [offset, part] of [name.slice(0, 2), name.slice(-2)].entries()) {
      const back = offset === 0 ? 0 : name.length - 2
      for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
        const start = at - back
        if (start < 0 || seen.has(start)) continue
        seen.add(start)
        const words = text.slice(start, start + name.length)
        const ahead = shadow.slice(Math.max(0, start - 1), start)
        if (isOff(name, words) && OPENS.test(ahead) && GOES_ON.test(shadow.slice(start + name.length)))
          yield { reading, start, words }
      }
    }
  }
}

/** 汤姆·布莱克威尔 … 布莱克维尔. */
function* foreign(copy: StoryCopy): Iterable<Misspelling> {
  for (const reading of copy.readings) {
    for (const match of matchesOf(reading.text, FOREIGN)) {
      const last = match.groups?.['last'] ?? ''
      const start = match.index + match[0].length - last.length
      for (let length = last.length; length > SHORTEST; length -= 1) {
        const usual = { reading, start, words: last.slice(0, length) }
        const [once] = doubles(copy, usual.words)
        if (once === undefined) continue
        yield { usual, once }
        break
      }
    }
  }
}

const FOUR = /(?<=[员师家人手民者匠农工长书医户生星]|代表|主播)(?<name>[\u4E00-\u9FFF]{4})/g
const NO_NAME = /[的了和与及在是有也都就又还说道称把被将从向对给让着过不很这那其之为以于等个们去来到中上下大小]/

/** 茶农乌兰图雅 … 乌兰雅图: four characters behind a trade; the double begins a clause and no trade introduces it. */
function* ofFour(copy: StoryCopy): Iterable<Misspelling> {
  const seen = new Set<string>()
  for (const reading of copy.readings) {
    if (reading.english) continue
    for (const match of matchesOf(reading.shadow, FOUR)) {
      const words = reading.text.slice(match.index, match.index + 4)
      if (seen.size > MOST || seen.has(words) || NO_NAME.test(reading.shadow.slice(match.index, match.index + 4)))
        continue
      seen.add(words)
      for (const once of doubles(copy, words)) yield { usual: { reading, start: match.index, words }, once }
    }
  }
}

/** A story of more names is a register. */
const MOST = 60
const SAYS = '表示|介绍|告诉|坦言|回忆|认为|指出|透露'
const TWO = new RegExp(`(?<=[长员师家人手民者匠农医警记星])(?<name>[\\u4E00-\\u9FFF]{2})(?=[,的说称在]|${SAYS})`, 'g')
const SPOKEN = new RegExp(`(?<=^|[,。;:!?“”])(?<name>[\\u4E00-\\u9FFF]{2})(?=[说称]|${SAYS})`, 'g')

/** 教师王萍 … 王平说: of two characters only who speaks. */
function* ofTwo(copy: StoryCopy): Iterable<Misspelling> {
  const at = (reading: Reading, pattern: RegExp): Spelling[] =>
    matchesOf(reading.shadow, pattern).flatMap(({ index }): Spelling[] => {
      const words = reading.text.slice(index, index + 2)
      return surnameOf(words) === 1 ? [{ reading, start: index, words }] : []
    })
  const introduced = copy.readings.flatMap((reading) => at(reading, TWO))
  const known = new Set(introduced.map(({ words }) => words))
  if (introduced.length > MOST) return
  for (const once of copy.readings.flatMap((reading) => at(reading, SPOKEN))) {
    if (known.has(once.words)) continue
    const usual = introduced.find(
      ({ words }) => words.charAt(0) === once.words.charAt(0) && alike(words.charAt(1), once.words.charAt(1)),
    )
    if (usual !== undefined) yield { usual, once }
  }
}

export function* otherNames(copy: StoryCopy): Iterable<Misspelling> {
  if (copy.readings.every(({ english }) => english)) return
  yield* foreign(copy)
  yield* ofFour(copy)
  yield* ofTwo(copy)
}
