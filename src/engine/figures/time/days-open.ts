import type { Claim, Example, StoryCopy } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'
import { stretchClaim } from './moments'

/** The days of the week that are left: 每周一闭馆,其余六天开放. */

const OPEN =
  /周(?<days>[一二三四五六日天](?:[、和]周?[一二三四五六日天]){0,3})(?:全天)?(?:闭馆|休馆|休息|歇业|休市|停业|停诊|闭园)[^。\d]{0,4}其余(?<said>[一二两三四五六\d])天/dg

export function* daysOpen({ readings }: StoryCopy): Iterable<Claim> {
  for (const reading of readings) {
    if (reading.english || !reading.shadow.includes('其余')) continue
    for (const match of matchesOf(reading.shadow, OPEN)) {
      const { days = '', said = '' } = match.groups ?? {}
      const closed = new Set(days.replace(/[、和周]/g, '').replace('天', '日')).size
      const left = 7 - closed
      const [start = 0, end = 0] = match.indices?.groups?.['said'] ?? []
      const [from = 0, to = 0] = match.indices?.groups?.['days'] ?? []
      if ((parseChinese(said) ?? Number(said)) === left) continue
      yield stretchClaim(
        [
          { reading, start, end: end + 1 },
          { reading, start: from - 1, end: to },
        ],
        { low: left, high: left, expr: `7 - ${closed}`, value: `${left}天`, en: `${left} days` },
        'error',
      )
    }
  }
}

export const daysOpenExamples: readonly Example[] = [
  { wrong: '博物馆每[[周一]]闭馆,其余[[五天]]上午9时至下午5时开放。' },
  { silent: '博物馆每周一闭馆,其余六天上午9时至下午5时开放。展厅周一、周二闭馆,其余五天开放。' },
]
