import type { Place, Reading, StoryCopy } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'

/** # 第十二届茶文化节开幕 over 第十四届高山茶文化节: the session a title names, and the only one its story tells of. */

interface Session extends Place {
  readonly number: number
  readonly name: string
}

const SESSION =
  /第(?<number>[一二三四五六七八九十百]{1,4}|\d{1,3})届(?<name>[\u4E00-\u9FFF]{0,14}?(?:文化节|艺术节|旅游节|电影节|运动会|博览会|交易会|洽谈会|艺博会|书展|车展|论坛|峰会|大赛|联赛|锦标赛|马拉松|[\u4E00-\u9FFF]{2}节|大会|年会|届会议|全会))/g

function sessionsIn(reading: Reading): Session[] {
  if (!reading.shadow.includes('届')) return []
  return matchesOf(reading.shadow, SESSION).flatMap((match): Session[] => {
    const { number: written = '', name = '' } = match.groups ?? {}
    const number = /^\d/.test(written) ? Number(written) : parseChinese(written)
    if (number === null) return []
    return [{ reading, start: match.index, end: match.index + written.length + 2, number, value: number, name }]
  })
}

/** Names that end alike; the one may be told at more length. */
const isOne = (a: string, b: string): boolean => a.slice(-3) === b.slice(-3)

export function* sessionsTitled(copy: StoryCopy): Iterable<readonly [title: Place, body: Place]> {
  const [title, ...more] = copy.readings.filter(({ passage }) => passage.role === 'title')
  if (title === undefined || more.length > 0) return
  for (const said of sessionsIn(title)) {
    const told = copy.readings.filter((reading) => reading !== title).flatMap(sessionsIn)
    const same = told.filter(({ name }) => isOne(name, said.name))
    const [first] = same
    if (first !== undefined && same.every(({ number }) => number === first.number && number !== said.number))
      yield [said, first]
  }
}
