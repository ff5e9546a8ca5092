import type { Example } from '../claim'
import type { Partition } from './partition'
import { isAddend, type Sentence } from '../sentences'
import { partitionOf } from './tallies'

/** A whole that is told as what its parts are out of: 72次里,全血9次,成分血63次; 83人中,刑事拘留51人,取保候审24人,行政处罚8人. */

const AMONG = /^[\u4E00-\u9FFF]{0,8}(?:\([^()]{1,6}\))?[中里],(?!其中)/

export function* outOf(sentence: Sentence): Iterable<Partition> {
  const { reading, mentions } = sentence
  if (reading.english || mentions.length < 3) return
  for (const total of mentions) {
    if (!isAddend(reading.shadow, total)) continue
    const among = AMONG.exec(reading.shadow.slice(total.classified, total.classified + 18))
    const found = among === null ? null : partitionOf(sentence, total, total.classified + among[0].length - 1, true)
    if (found !== null) yield found
  }
}

export const outOfExamples: readonly Example[] = [
  { wrong: '血站的电子档案记得清楚:[[72次]]里,全血[[9次]],成分血[[73次]]。' },
  { wrong: '[[83人]]中,刑事拘留[[51人]],取保候审[[24人]],行政处罚[[18人]]。' },
  { silent: '血站的电子档案记得清楚:72次里,全血9次,成分血63次。83人中,党员51人,女性24人,行政处罚8人。' },
]
