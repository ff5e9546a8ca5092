import type { Claim, Reading } from '../claim'
import { matchesOf } from '../matches'
import { en, zh } from '../wording'

/** A match won with fewer than the other side: 以3比5战胜. One's own score comes first. */

const SCORE =
  /(?<![\d、,和月日:-])(?:总比分)?(?<own>\d{1,3})[比:-](?<other>\d{1,3})(?:的?(?:总?比分|成绩))?[\u4E00-\u9FFF]{0,3}(?<won>战胜|击败|力克|险胜|大胜|完胜|轻取|取胜|获胜|胜出|淘汰)/g

export function* wonByLess(reading: Reading): Iterable<Claim> {
  if (reading.english || !/战胜|击败|力克|险胜|大胜|完胜|轻取|取胜|获胜|胜出|淘汰/.test(reading.shadow)) return
  for (const match of matchesOf(reading.shadow, SCORE)) {
    const { own = '', other = '', won = '' } = match.groups ?? {}
    // Over strokes or seconds the fewer win.
    if (Number(own) >= Number(other) || /[被遭杆秒]|不敌|负于/.test(match[0])) continue
    if (/[被遭]$/.test(reading.shadow.slice(Math.max(0, match.index - 1), match.index))) continue
    const at = match.index + match[0].indexOf(own)
    const end = match.index + match[0].length
    const quote = reading.text.slice(at, end)
    yield {
      tier: 'query',
      places: [{ reading, start: at, end, value: `${own}:${other}` }],
      message: {
        zh: zh`“${quote}”:${won}的一方得分反而少。请核对比分。`,
        en: en`“${quote}”: the winner has fewer. Check the score.`,
      },
      arithmetic: [{ label: '比分', en: 'score', expr: `${own} < ${other}`, value: won }],
    }
  }
}
