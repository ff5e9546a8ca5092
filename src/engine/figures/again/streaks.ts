import type { Place, Reading, StoryCopy } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'

/** 五连胜 over 连续第四场获胜: a row of wins, falls or rises, which the headline and the body count differently. */

interface Streak extends Place {
  readonly count: number
  /** what came again and again: 胜, 负, 冠, 升 or 降 */
  readonly what: string
}

const number = (name: string): string => `(?<${name}>\\d{1,2}|[两一二三四五六七八九十]{1,3})`
const STREAK = new RegExp(
  `${number('count')}(?:连(?<row>[胜败负冠霸涨跌升降阳阴增])|[场局轮年](?<run>连[胜败]))|连(?<course>[涨跌升降增])${number('length')}[年月周天日季]|连续第?${number('nth')}个?(?:[场次轮届年月周天日季盘局]|季度|赛季|交易日)度?[^,。;:、\\d]{0,8}?(?<event>胜|赢|告捷|败|输|负于|失利|夺冠|冠军|捧杯|增长|上涨|上升|上调|攀升|下降|下跌|回落|下调|走低)`,
  'g',
)
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/胜|赢|告捷/, '胜'],
  [/[败负输]|失利/, '负'],
  [/[冠霸捧]/, '冠'],
  [/[涨升阳增]|上调/, '升'],
  [/./, '降'],
]

/** Another one's row, or an earlier one. */
const OTHER =
  /此前|之前|赛前|终结|对手|[曾若如]|上[赛年季]|去年|前[一二三四五六七八九十\d]|有望|冲击|止步|历史|队史|纪录/

function streaksIn(reading: Reading): Streak[] {
  if (reading.english || !reading.shadow.includes('连')) return []
  return matchesOf(reading.shadow, STREAK).flatMap((match): Streak[] => {
    const { count: told, length, nth, row, run, course, event } = match.groups ?? {}
    const written = told ?? length ?? nth ?? ''
    const count = /^\d/.test(written) ? Number(written) : parseChinese(written.replace('两', '二'))
    const what = KINDS.find(([words]) => words.test(row ?? run ?? course ?? event ?? ''))?.[1] ?? ''
    const ahead = reading.shadow.slice(Math.max(0, match.index - 12), match.index)
    if (count === null || OTHER.test(ahead.split(/[。;,、]/).at(-1) ?? '')) return []
    return [{ reading, start: match.index, end: match.index + match[0].length, value: count, count, what }]
  })
}

export function* streaksParted(copy: StoryCopy, title: Reading): Iterable<readonly [title: Place, body: Place]> {
  const said = streaksIn(title)
  if (said.length === 0) return
  const body = copy.readings.filter(({ passage }) => passage.role === 'body' || passage.role === 'caption')
  const told = body.flatMap(streaksIn)
  for (const one of said) {
    const same = told.filter(({ what }) => what === one.what)
    const [only] = same
    if (only !== undefined && same.every(({ count }) => count === only.count) && only.count !== one.count)
      yield [one, only]
  }
}
