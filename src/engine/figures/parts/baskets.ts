import type { Example, Reading } from '../claim'
import { matchesOf } from '../matches'
import { difference, en, figure, zh } from '../wording'
import type { Claim } from '../claim'

/** A scorer's points and what they were made of: 得到34分,其中三分球6个、两分球6个、罚球4个. Three for each, two for each, one for each. */

const POINTS =
  /(?<said>\d{1,2})分,(?:其中)?(?:包括)?(?<row>(?:(?:三分球?|两分球?|二分球?|罚球)(?:命中|投进|得手)?\d{1,2}[个记球次]?[、,和]?){3})/dg
const ITEM = /(?<kind>三分|两分|二分|罚球)\D{0,4}(?<count>\d{1,2})/g
const WORTH: Readonly<Record<string, number>> = { 三分: 3, 两分: 2, 二分: 2, 罚球: 1 }

export function* baskets(reading: Reading): Iterable<Claim> {
  if (reading.english || !reading.shadow.includes('罚球')) return
  for (const match of matchesOf(reading.shadow, POINTS)) {
    const { said = '', row = '' } = match.groups ?? {}
    const items = matchesOf(row, ITEM).map(({ groups }) => [
      WORTH[groups?.['kind'] ?? ''] ?? 0,
      Number(groups?.['count']),
    ])
    if (new Set(items.map(([worth]) => worth)).size !== 3) continue
    const sum = items.reduce((all, [worth = 0, count = 0]) => all + worth * count, 0)
    const [start = 0, end = 0] = match.indices?.groups?.['row'] ?? []
    const places = [match.indices?.groups?.['said'], [start, end - (/[、,和]$/.test(row) ? 1 : 0)] as const]
    if (sum === Number(said)) continue
    const expr = items.map(([worth = 0, count = 0]) => `${worth} × ${count}`).join(' + ')
    yield {
      tier: 'error',
      places: places.map(([start, end] = [0, 0]) => ({ reading, start, end })),
      message: {
        zh: zh`各项相加是${figure(sum)}分(${expr}),文中写“${said}分”。请核对。`,
        en: en`They add up to ${figure(sum)} points (${expr}), the copy says ${said}. Check them.`,
      },
      arithmetic: [{ label: '相加', en: 'sum', expr, value: sum }, difference(sum, Number(said))],
    }
  }
}

export const basketExamples: readonly Example[] = [
  { wrong: '后卫全场得到[[34]]分,其中[[三分球8个、两分球6个、罚球4个]],均为本场最高。' },
  { silent: '后卫全场得到34分,其中三分球6个、两分球6个、罚球4个,均为本场最高。' },
]
