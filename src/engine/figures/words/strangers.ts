import type { StoryCopy } from '../claim'
import { NO_NAME } from './name-words'
import type { Spelling } from './spellings'
import { surnameOf } from './surnames.table'

/** Who acts in the story without being introduced, and is all but called like one who was. */

/** 洪振海 … 洪振洋: another character of the given name, whatever it looks like; or both have changed places. */
function isOther(name: string, words: string): boolean {
  if (words.length !== 3 || words === name || name.length !== 3 || words.charAt(0) !== name.charAt(0)) return false
  const [x, y] = [name.charAt(1), name.charAt(2)]
  return words.charAt(1) === x || words.charAt(2) === y || (words.charAt(1) === y && words.charAt(2) === x)
}

/** In no given name. */
export const GRAMMAR = /[的了和与及在是有也就又还说被将对给让不很这那之以于听看着吗吧呢么为住上下]/

/** Before and behind the name of who acts: a clause begins with it and goes on. */
export const OPENS = /(?:^|[,。;:!?“”\s])$/
export const ACTS =
  /^(?:[说称曾已还又也的从在把每自带获左右\d一二三四五六七八九十两国初高]|表示|介绍|告诉|坦言|回忆|透露|指出|认为|强调|要求|呼吁|今年|去年|[上下本当]月|第一|收受|伙同|采取|利用|多次)/

/** Someone nobody introduces, who begins a clause and acts there: who was introduced, by a slip of the hand. */
export function* strangersTo(copy: StoryCopy, name: string): Iterable<Spelling> {
  for (const reading of copy.readings) {
    const { text, shadow } = reading
    if (reading.english || reading.passage.role !== 'body') continue
    for (let at = text.indexOf(name.charAt(0)); at >= 0; at = text.indexOf(name.charAt(0), at + 1)) {
      const words = text.slice(at, at + 3)
      if (
        GRAMMAR.test(words.slice(1) + name.slice(1)) ||
        !isOther(name, words) ||
        (words.charAt(1) === name.charAt(1) && isOfTwo(copy, name.slice(0, 2))) ||
        surnameOf(words) !== 1 ||
        NO_NAME.test(shadow.slice(at))
      )
        continue
      if (!OPENS.test(shadow.slice(Math.max(0, at - 1), at)) || !ACTS.test(shadow.slice(at + 3, at + 6))) continue
      if (isAloneIn(copy, words)) yield { reading, start: at, words }
    }
  }
}

/** What was found of a name, by story: it is asked wherever the name's first character stands. */
const ofTwo = new WeakMap<StoryCopy, Map<string, boolean>>()

/** 祁浩引来, 祁浩9时, 祁浩从: with three words behind it the name is of two characters. */
function isOfTwo(copy: StoryCopy, words: string): boolean {
  const told = ofTwo.get(copy) ?? new Map<string, boolean>()
  ofTwo.set(copy, told)
  const known = told.get(words)
  if (known !== undefined) return known
  const behind = new Set(
    copy.readings.flatMap(({ shadow }) =>
      shadow
        .split(words)
        .slice(1)
        .map((rest) => rest.charAt(0)),
    ),
  )
  told.set(words, behind.size > 2)
  return behind.size > 2
}

/** Every time it stands in the story it begins a clause. */
function isAloneIn(copy: StoryCopy, words: string): boolean {
  return copy.readings.every(({ text, shadow }) => {
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
      if (!OPENS.test(shadow.slice(Math.max(0, at - 1), at)) || /^[、和与及(:]/.test(shadow.slice(at + 3))) return false
    return true
  })
}
