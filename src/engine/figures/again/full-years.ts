import type { Place, Reading, StoryCopy } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'

/** 到今年9月已满五年。…六年来: how long it has been, and the years looked back on in the sentence behind. */

const FULL =
  /(?:已?满|已经|整整|走过了?|坚持了?|历时|[从任]教|从[医警业]|驻村|守了?)(?<number>[二两三四五六七八九十]{1,3}|\d{1,2})(?:个年头|年)(?![级代份度底前月多半之以])/g
const BACK = /(?<![近去来上下])(?<number>[二两三四五六七八九十]{1,3}|\d{1,2})年[来间里](?=[,\u4E00-\u9FFF])/g
/** One sentence, or little more, may stand between. */
const REACH = 90

const valueOf = (written: string): number | null => (/^\d/.test(written) ? Number(written) : parseChinese(written))

function told(reading: Reading, pattern: RegExp): (Place & { readonly number: number })[] {
  return matchesOf(reading.shadow, pattern).flatMap((match) => {
    const number = valueOf(match.groups?.['number'] ?? '')
    return number === null
      ? []
      : [{ reading, start: match.index, end: match.index + match[0].length, number, value: number }]
  })
}

export function* fullYears({ readings }: StoryCopy): Iterable<readonly [full: Place, back: Place]> {
  for (const reading of readings) {
    if (reading.english || !/年[来间里]/.test(reading.shadow)) continue
    const backs = told(reading, BACK)
    if (backs.length === 0) continue
    const fulls = told(reading, FULL)
    for (const back of backs) {
      const near = fulls.filter(({ start, end }) => end <= back.start && back.start - start < REACH)
      const [full] = near
      if (full !== undefined && near.length === 1 && full.number !== back.number) yield [full, back]
    }
  }
}
