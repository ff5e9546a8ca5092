import type { Claim, Example, Place, StoryCopy } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'
import { stretchClaim } from './moments'

/** The next of a row of meetings has the next number: 第32届校运会 … 明年第33届. */

const NTH = /(?<ahead>[\u4E00-\u9FFF]{0,6})第(?<number>\d{1,3}|[一二三四五六七八九十]{1,3})届/g
const NEXT = /(?:明年|下一?届|后年)的?(?:是|即|就是|将是)?$/

interface Session extends Place {
  readonly number: number
  readonly next: boolean
}

/** A story of one row of them, and one that is to come. */
export function* nextSession({ readings }: StoryCopy): Iterable<Claim> {
  const all = readings.flatMap((reading) =>
    reading.english
      ? []
      : matchesOf(reading.shadow, NTH).map(({ index, 0: words, groups }): Session => {
          const { ahead = '', number = '' } = groups ?? {}
          const start = index + ahead.length
          return {
            reading,
            start,
            end: index + words.length,
            number: /^\d/.test(number) ? Number(number) : (parseChinese(number) ?? 0),
            next: NEXT.test(ahead),
          }
        }),
  )
  const [coming, ...more] = all.filter(({ next }) => next)
  const held = all.filter(({ next }) => !next)
  const [now] = held
  if (coming === undefined || now === undefined || more.length > 0) return
  if (new Set(held.map(({ number }) => number)).size > 1 || coming.number === now.number + 1) return
  if (Math.abs(coming.number - now.number) > 12) return
  const right = now.number + 1
  yield stretchClaim(
    [coming, now].map(({ reading, start, end }) => ({ reading, start, end })),
    { low: right, high: right, expr: `${now.number} + 1`, value: `第${right}届`, en: `number ${right}` },
    'query',
  )
}

export const sessionExamples: readonly Example[] = [
  { wrong: '[[第32届]]校运会昨天闭幕。\n“明年[[第35届]],我想再快一点。”她说。' },
  { silent: '第32届校运会昨天闭幕。\n“明年第33届,我想再快一点。”她说。' },
]
