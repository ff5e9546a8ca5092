import { hanValue, respelled, slipped, spelledValue, type Finder } from './site'

/** Announced counts with the things they count behind them, and numbered points. */

const ENGLISH =
  /\b(?<count>two|three|four|five|six|seven|eight|nine|ten)\s[a-z' -]{3,40}(?::|,| –| —)\s(?<list>(?:[^,.;:()\n]{2,40}, ){1,9}[^,.;:()\n]{2,40},? and [^,.;:()\n]{2,60})(?=[.;\n])/gi
const HAN =
  /(?<count>[二两三四五六七八九十]|\d{1,2})(?<unit>[大个项种类家所座名位条点])[^,。;、:\uFF0C\uFF1A\uFF1B\n\d]{0,10}(?:[\uFF1A:\uFF08(“即是]|分别[是为]|包括)(?<list>[^。;\uFF1B\n\uFF1A:]{4,120}?)(?=[。;\uFF1B\n\uFF09)])/g

export const listed: Finder = function* (text) {
  for (const match of text.matchAll(ENGLISH)) {
    const { count = '', list = '' } = match.groups ?? {}
    const items = list.split(/,? and |, /).filter((item) => item.trim() !== '')
    if (items.length === spelledValue(count) && items.length > 2)
      yield {
        relation: 'count and list',
        start: match.index,
        end: match.index + count.length,
        put: respelled(count, `${match.index}`),
      }
  }
  for (const match of text.matchAll(HAN)) {
    const { count = '', list = '' } = match.groups ?? {}
    const value = /\d/.test(count) ? Number(count) : hanValue(count)
    const items = list.split(/[、和及与]/)
    if (/[等,\uFF0C]/.test(list) || items.length !== value || items.length < 3) continue
    const put = slipped(count, `${match.index}`)
    if (put !== null && put !== count)
      yield { relation: 'count and list', start: match.index, end: match.index + count.length, put }
  }
}

const POINTS = [
  /(?<=[。;,:\uFF0C\uFF1A\uFF1B\s]|^)(?<point>[一二三四五六七八九])是(?![个位名种一])/g,
  /(?<=[。;:\uFF1A\uFF1B\s]|^)第(?<point>[一二三四五六七八九])(?=[,\uFF0C、是])/g,
  /(?<=[\n\u3000]|^)(?<point>[一二三四五六七八九])(?=、)/g,
  /(?<=[\n\u3000]|^)[(\uFF08](?<point>[一二三四五六七八九])(?=[)\uFF09])/g,
  /(?<=[\n\u3000]|^)(?<point>\d{1,2})(?=[.、\uFF0E]\s?\D)/g,
  /(?<=[\n\u3000]|^)(?:Step|Part|Chapter|Tip|Rule|No\.) (?<point>\d{1,2})\b/gi,
]

/** Points numbered one to three or more: one of the middle ones is numbered as another is. */
export const numbered: Finder = function* (text) {
  for (const pattern of POINTS) {
    let run: { at: number; word: string; value: number }[] = []
    const all = [...text.matchAll(pattern)].map((match) => {
      const word = match.groups?.['point'] ?? ''
      const at = match.index + match[0].lastIndexOf(word)
      return { at, word, value: /\d/.test(word) ? Number(word) : (hanValue(word) ?? 0) }
    })
    for (const [i, point] of all.entries()) {
      run = point.value === (run.at(-1)?.value ?? 0) + 1 ? [...run, point] : point.value === 1 ? [point] : []
      const next = all[i + 1]
      if (run.length < 3 || (next !== undefined && next.value === point.value + 1)) continue
      const middle = run[Math.floor(run.length / 2)]
      const before = run[Math.floor(run.length / 2) - 1]
      if (middle !== undefined && before !== undefined)
        yield {
          relation: 'numbered points',
          start: middle.at,
          end: middle.at + middle.word.length,
          put: before.word,
        }
    }
  }
}
