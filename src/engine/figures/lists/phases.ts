import type { Reading } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'
import type { CountedList } from './counted'

/** Phases announced and then told one by one in the passage: 分两期建设:一期…,二期…. */

const COUNT =
  /分[为成作]?(?<count>[两二三四五六])(?<unit>[期批步档级类组])(?:建设|实施|开发|推进|进行|投放|供货|走)?(?<opener>[:,])(?=(?:第?一|首)\k<unit>)/g

export function* phases(reading: Reading): Iterable<CountedList> {
  const { shadow } = reading
  if (!shadow.includes('分')) return
  for (const match of matchesOf(shadow, COUNT)) {
    const { count = '', unit = '' } = match.groups ?? {}
    const start = match.index + match[0].indexOf(count)
    const from = match.index + match[0].length
    const told = matchesOf(shadow.slice(from), new RegExp(`(?:第?[一二三四五六]|首)${unit}`, 'g'))
    const names = new Set(told.map(([word]) => word.replace('第', '').replace('首', '一')))
    const last = told.at(-1)
    if (names.size < 2 || last === undefined) continue
    const sentence = shadow.indexOf('。', from + last.index)
    const end = sentence < 0 ? shadow.length : sentence
    yield {
      reading,
      announced: parseChinese(count) ?? 0,
      numeral: [start, start + 1],
      phrase: [start, start + 2],
      list: [from, end],
      enumeration: {
        items: [...names].map((name) => {
          const at = shadow.indexOf(name, from)
          return { start: at, end: at + name.length }
        }),
        counts: new Set([names.size]),
        open: false,
      },
      closed: true,
      sure: false,
    }
  }
}
