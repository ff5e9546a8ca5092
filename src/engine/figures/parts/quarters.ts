import type { Claim, Example, Reading } from '../claim'
import { basketExamples, baskets } from './baskets'
import { matchesOf } from '../matches'
import { en, figure, zh } from '../wording'

/** Points by quarter against the score, and votes against the ballots: 四节分别拿下28分、22分、19分和27分,以98比93笑到最后. */

const QUARTERS =
  /(?<where>[四三]节|[上下]半场|[三五]局)[^。\d]{0,16}(?<row>\d{1,3}分?、\d{1,3}分?(?:、\d{1,3}分?){0,2}[和、及]\d{1,3}分)/dg
const POINTS = /(?<![\d比:-])(?<a>\d{2,3})(?:分|比(?<b>\d{2,3}))/g
const NEAR = 12

interface Sum {
  readonly sum: number
  readonly expr: string
}

const sumOf = (numbers: readonly number[]): Sum => ({
  sum: numbers.reduce((all, one) => all + one, 0),
  expr: numbers.map(figure).join(' + '),
})

const spoken = (
  reading: Reading,
  row: readonly [number, number],
  whole: readonly [number, number],
  { sum, expr }: Sum,
): Claim => {
  const quote = reading.text.slice(...whole)
  return {
    tier: 'query',
    places: [row, whole].map(([start, end]) => ({ reading, start, end })),
    message: {
      zh: zh`各项相加是${figure(sum)}(${expr}),文中写“${quote}”。请核对。`,
      en: en`They add up to ${figure(sum)} (${expr}), the copy says “${quote}”. Check them.`,
    },
    arithmetic: [{ label: '相加', en: 'sum', expr, value: sum }],
  }
}

function* quarters(reading: Reading): Iterable<Claim> {
  const { shadow } = reading
  for (const match of matchesOf(shadow, QUARTERS)) {
    const [start, end] = match.indices?.groups?.['row'] ?? [0, 0]
    const sum = sumOf((match.groups?.['row'] ?? '').match(/\d+/g)?.map(Number) ?? [])
    const told = matchesOf(shadow, POINTS)
      .filter(({ index }) => index < start || index >= end)
      .flatMap(({ index, 0: words, groups }) =>
        ['a', 'b'].flatMap((name) =>
          groups?.[name] === undefined
            ? []
            : [{ value: Number(groups[name]), at: [index, index + words.length] as const }],
        ),
      )
    if (told.some(({ value }) => value === sum.sum)) continue
    const near = told.find(({ value }) => Math.abs(value - sum.sum) <= NEAR && value > sum.sum / 2)
    if (near !== undefined) yield spoken(reading, [start, end], near.at, sum)
  }
}

const VOTES =
  /(?:赞成|同意)票?(?<yes>\d{1,5})票,?、?(?:反对|不同意)票?(?<no>\d{1,5})票(?:[,、]?弃权票?(?<third>\d{1,5})票)?/dg
const BALLOTS = /(?:收回|回收|有效|投票|实到|到会|出席|参加)[\u4E00-\u9FFF]{0,8}(?<n>\d{1,5})[张票人名份]/dg

function* ballots(reading: Reading): Iterable<Claim> {
  const { shadow } = reading
  for (const match of matchesOf(shadow, VOTES)) {
    const { yes = '', no = '', third } = match.groups ?? {}
    const sum = sumOf([yes, no, ...(third === undefined ? [] : [third])].map(Number))
    const told = matchesOf(shadow, BALLOTS).flatMap((one) => {
      const at = one.indices?.groups?.['n']
      return at === undefined ? [] : [{ value: Number(one.groups?.['n']), at }]
    })
    if (told.length === 0 || told.some(({ value }) => value === sum.sum)) continue
    const over = told.find(({ value }) => sum.sum > value && sum.sum < value * 1.5)
    const short = third === undefined ? undefined : told.find(({ value }) => Math.abs(value - sum.sum) <= value / 10)
    const whole = over ?? short
    if (whole !== undefined) yield spoken(reading, [match.index, match.index + match[0].length], whole.at, sum)
  }
}

export function* pointsAndVotes(reading: Reading): Iterable<Claim> {
  if (reading.english) return
  if (/[节局]|半场/.test(reading.shadow)) yield* quarters(reading)
  if (reading.shadow.includes('票')) yield* ballots(reading)
  yield* baskets(reading)
}

export const quarterExamples: readonly Example[] = [
  ...basketExamples,
  { wrong: '雁城队四节分别拿下[[28分、22分、19分和27分]],没有进入加时,最终以[[98比93]]笑到最后。' },
  { wrong: '主队昨晚得到[[98分]],创下新高。四节比赛,他们分别拿下[[25分、21分、28分和27分]]。' },
  { wrong: '发出选票286张,收回[[286]]张。计票结果显示,[[赞成271票,反对19票,弃权6票]],议案获得通过。' },
  {
    silent:
      '雁城队四节分别拿下28分、22分、21分和27分,最终以98比93笑到最后。发出选票286张,收回286张。赞成271票,反对9票,弃权6票。',
  },
]
