import type { Claim, Reading } from '../claim'
import type { Mention } from '../lexer/mention'
import { sentencesOf } from '../sentences'
import { difference, en, figure, zh } from '../wording'

/** Two shares, the second of those without: 有视力问题者占51.4%,没有视力问题的占48.6%. They leave no third. */

const WITHOUT = /(?:没有|[未不无非])(?<of>[\u4E00-\u9FFF]{2,4})[的者率]?[\u4E00-\u9FFF]{0,4}$/
/** Beyond this the two are not of one whole. */
const APART = 25

export function* opposites(reading: Reading): Iterable<Claim> {
  if (reading.english) return
  for (const { start, mentions } of sentencesOf(reading)) {
    const shares = mentions.filter(({ kind, range }) => kind === 'percent' && range === null)
    const [a, b] = shares
    if (
      shares.length !== 2 ||
      a === undefined ||
      b === undefined ||
      !/[占率]/.test(reading.shadow.slice(start, a.start))
    )
      continue
    const of = WITHOUT.exec(reading.shadow.slice(a.end, b.start))?.groups?.['of']?.slice(0, 2)
    const label = reading.shadow.slice(Math.max(start, a.start - 24), a.start)
    if (isAllButSwapped(reading, start, a, b)) {
      yield claimOf(reading, a, b, {
        zh: zh`两个比例差一处对调就是全部,现在`,
        en: 'With two digits swapped the two shares would make all of it, but they',
      })
      continue
    }
    if (of === undefined || !label.includes(of) || /没有|[未不无非同环]|其中/.test(label)) continue
    const sum = a.value + b.value
    if (a.high + b.high >= 99.9 && a.low + b.low <= 100.1) continue
    if (Math.abs(sum - 100) > APART || /[。;]|其中/.test(reading.shadow.slice(a.end, b.start))) continue
    yield claimOf(reading, a, b, {
      zh: zh`有与没有之外没有第三种,两个比例`,
      en: 'Those with and those without leave no third, but the two shares',
    })
  }
}

const swapped = (share: number): number => (share % 10) * 10 + Math.floor(share / 10)

/** 其中咨询占67%,投诉占24%: whole percents of one count, which the digits of one swapped make 100. */
function isAllButSwapped({ shadow }: Reading, start: number, a: Mention, b: Mention): boolean {
  if (!/其中[\u4E00-\u9FFF]{1,10}占$/.test(shadow.slice(Math.max(start, a.start - 14), a.start))) return false
  if (!/^,[\u4E00-\u9FFF]{1,10}占$/.test(shadow.slice(a.end, b.start)) || !/^[。;]?$/.test(shadow.charAt(b.end)))
    return false
  const whole = [a, b].every(
    ({ amount, approximators }) => Number.isInteger(amount) && amount > 9 && approximators.length === 0,
  )
  const [x, y] = [a.amount, b.amount]
  return whole && x + y !== 100 && (swapped(x) + y === 100 || x + swapped(y) === 100)
}

function claimOf(reading: Reading, a: Mention, b: Mention, why: { readonly zh: string; readonly en: string }): Claim {
  const sum = a.value + b.value
  const said = figure(Number(sum.toFixed(2)))
  return {
    tier: 'query',
    places: [a, b].map((one) => ({ reading, start: one.start, end: one.end, value: one.value })),
    message: {
      zh: zh`${why.zh}相加却是${said}%。请核对。`,
      en: en`${why.en} add up to ${said} percent. Check both.`,
    },
    arithmetic: [
      { label: '相加', en: 'sum', expr: `${figure(a.value)} + ${figure(b.value)}`, value: said },
      difference(sum, 100),
    ],
  }
}
