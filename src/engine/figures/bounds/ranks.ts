import type { Claim, Reading } from '../claim'
import { matchesOf } from '../matches'
import { en, zh } from '../wording'

/** One rank is held by one: 甲为我国第三大贸易伙伴, 乙为我国第三大贸易伙伴. */

const RANK =
  /(?<=^|[。;,])(?<who>[\u4E00-\u9FFF]{2,8}?)[为是](?<of>[\u4E00-\u9FFF]{0,6})第(?<rank>[一二三四五六七八九十\d]{1,2})大(?<noun>[\u4E00-\u9FFF]{2,6})(?=[,。;])/g
/** Two may share it, or hold it one after the other. */
const SHARED = /并列|[曾也原]|去年|上年|同为|其次/

export function* doubleRanks(reading: Reading): Iterable<Claim> {
  if (reading.english || !reading.shadow.includes('大')) return
  const first = new Map<string, { readonly who: string; readonly start: number; readonly end: number }>()
  for (const match of matchesOf(reading.shadow, RANK)) {
    const { who = '', of = '', rank = '', noun = '' } = match.groups ?? {}
    if (SHARED.test(match[0])) continue
    const end = match.index + match[0].length
    const start = match.index + match[0].lastIndexOf(`第${rank}大`)
    const held = first.get(`${of} ${rank} ${noun}`)
    if (held === undefined) first.set(`${of} ${rank} ${noun}`, { who, start, end })
    else if (held.who !== who) {
      const quote = reading.text.slice(start, end)
      yield {
        tier: 'query',
        places: [held, { start, end }].map((place) => ({ reading, start: place.start, end: place.end, value: quote })),
        message: {
          zh: zh`“${held.who}”与“${who}”都写作“${quote}”。请核对名次。`,
          en: en`Both “${held.who}” and “${who}” are given as “${quote}”. Check the ranks.`,
        },
        arithmetic: [{ label: '名次', en: 'rank', expr: `${held.who}、${who}`, value: quote }],
      }
    }
  }
}
