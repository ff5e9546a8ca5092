import type { Claim } from './claim'
import { sentencesOf } from './sentences'
import type { Reading } from './claim'
import { difference, en, figure, zh } from './wording'

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
    if (of === undefined || !label.includes(of) || /没有|[未不无非同环]|其中/.test(label)) continue
    const sum = a.value + b.value
    if (a.high + b.high >= 99.9 && a.low + b.low <= 100.1) continue
    if (Math.abs(sum - 100) > APART || /[。;]|其中/.test(reading.shadow.slice(a.end, b.start))) continue
    yield {
      tier: 'query',
      places: [a, b].map((one) => ({ reading, start: one.start, end: one.end, value: one.value })),
      message: {
        zh: zh`有与没有之外没有第三种,两个比例相加却是${figure(Number(sum.toFixed(2)))}%。请核对。`,
        en: en`Those with and those without leave no third, but the two shares add up to ${figure(Number(sum.toFixed(2)))} percent. Check both.`,
      },
      arithmetic: [
        {
          label: '相加',
          en: 'sum',
          expr: `${figure(a.value)} + ${figure(b.value)}`,
          value: figure(Number(sum.toFixed(2))),
        },
        difference(sum, 100),
      ],
    }
  }
}
