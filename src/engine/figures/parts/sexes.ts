import { parseChinese } from '../lexer/numeral'
import { firstFrom, type Mention } from '../lexer/mention'
import type { Partition } from './partition'
import type { Reading } from '../claim'
import { matchesOf } from '../matches'

/** Men and women are all of them: 拘捕15人,包括11男4女; 4人受伤,伤者包括两名男子及两名女子. */

const N = '(\\d{1,5}|[一二两三四五六七八九十百]{1,4})'
const [MEN, WOMEN] = ['男(?:[性子生童孩工]|职工|士|队员|选手)?', '女(?:[性子生童孩工]|职工|士|队员|选手)?']
const SEXES = new RegExp(
  `(?:包括|其中有?|[,(:]|分别[是为])${N}[名位个人]?(?:${MEN}[人名]?[、,和及与]?${N}[名位个人]?${WOMEN}|${WOMEN}[人名]?[、,和及与]?${N}[名位个人]?${MEN})(?![\u4E00-\u9FFF]{0,4}[、和及与]\\d)`,
  'g',
)
/** Between the whole and its sexes: no other clause than who they are. */
const GAP = /^[^。;\d]{0,18}$/
const PEOPLE = new Set(['人', '名', '位', '个'])

export function* sexesOf(reading: Reading): Iterable<Partition> {
  const { shadow, mentions } = reading
  if (reading.english || !shadow.includes('男') || !shadow.includes('女')) return
  for (const match of matchesOf(shadow, SEXES)) {
    const total = mentions[firstFrom(mentions, match.index + 1) - 1]
    if (total === undefined || total.kind !== 'count' || !PEOPLE.has(total.dimension) || total.range !== null) continue
    // 救出9人,其中3男2女是游客: of those some only.
    const some = /^,?其中/.test(match[0]) && !/^(?:[,。;)]|$)/.test(shadow.slice(match.index + match[0].length))
    if (some) continue
    if (!GAP.test(shadow.slice(total.classified, match.index)) || total.amount < 2) continue
    const written = match.slice(1).filter((one) => one !== undefined)
    let at = match.index
    const parts = written.map((number): Mention => {
      const start = shadow.indexOf(number, at)
      at = start + number.length
      const value = /^\d/.test(number) ? Number(number) : (parseChinese(number) ?? 0)
      const plain = { value, amount: value, low: value, high: value, exact: true, approximators: [] }
      return { ...total, ...plain, start, end: at, numeral: [start, at], classified: at, range: null }
    })
    if (total.exact && parts.every(({ value }) => value > 0 && value < 1.6 * total.value))
      yield { reading, total, parts, closed: true, sum: false }
  }
}
