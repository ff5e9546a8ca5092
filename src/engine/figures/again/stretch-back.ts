import type { Place, StoryCopy } from '../claim'
import type { Mention } from '../lexer/mention'
import { sentencesOf, type Sentence } from '../sentences'

/** A stretch of time that the next words look back on: 用了5个小时…。5个小时里; 持续三天的暴雨…。三天来; 全程只需15分钟…15分钟就办好. */

const UNITS = new Set('day hour minute month year week'.split(' '))
const LED =
  /[用花费忙走守找等干打熬开]了?$|(?:历时|历经|经过|经历|持续|连续|为期|耗时|用时|长达|苦战|奋战|鏖战|近|整整|只需|仅需|只要|不到|约)$/
const BACK = /^(?:的时间)?[里来内间中],|^(?:就|即可|便)[能可办完到]?|^的?(?:时间里|努力|奋战|苦战|坚守|等待)/
const OTHER = /[每各另其首第前后再又多]|平均|去年|上年|此前|过去|最[多少长短]|近$|以前|未来|今后|接下来|至$|以[后前内]$/
const CLAUSE = /(?:^|[,。;:“”!?])$/

interface Stretch {
  readonly sentence: Sentence
  readonly mention: Mention
}

const placeOf = ({ sentence, mention }: Stretch): Place => ({
  reading: sentence.reading,
  start: mention.start,
  end: mention.end,
  value: mention.value,
})

function stretchesIn(sentence: Sentence): Stretch[] {
  return sentence.mentions
    .filter(
      ({ kind, range, dimension, amount }) =>
        kind === 'count' && range === null && UNITS.has(dimension) && amount > 1 && amount < 100,
    )
    .map((mention) => ({ sentence, mention }))
}

/** The one stretch of that unit said in the sentence before, or earlier in this one. */
function* ofSentence(before: Sentence | undefined, sentence: Sentence): Iterable<readonly [Place, Place]> {
  const { shadow } = sentence.reading
  const here = stretchesIn(sentence)
  if (here.length === 0) return
  const all = [...(before === undefined ? [] : stretchesIn(before)), ...here]
  for (const again of here) {
    const { mention } = again
    if (!BACK.test(shadow.slice(mention.classified, mention.classified + 5))) continue
    const ahead = shadow.slice(Math.max(sentence.start, mention.start - 6), mention.start)
    if (!CLAUSE.test(ahead.replace(/(?:现在|如今|[这仅才]|没想到|谁知|不料|只用)$/, '')) || OTHER.test(ahead.slice(-2)))
      continue
    const same = all.filter((one) => one.mention.start < mention.start && one.mention.dimension === mention.dimension)
    const [first] = same
    if (first === undefined || same.length > 1 || first.mention.value === mention.value) continue
    const lead = shadow.slice(Math.max(0, first.mention.start - 6), first.mention.start)
    const begins = /^(?:就|便)/.test(shadow.slice(mention.classified)) && CLAUSE.test(lead)
    if (!(LED.test(lead) || begins) || /[每各另其首第]|平均/.test(lead) || !first.mention.exact || !mention.exact)
      continue
    if (first.mention.value > mention.value * 3 || mention.value > first.mention.value * 3) continue
    yield [placeOf(first), placeOf(again)]
  }
}

export function* lookedBack(copy: StoryCopy): Iterable<readonly [first: Place, again: Place]> {
  for (const reading of copy.readings) {
    if (reading.english || reading.mentions.length < 2) continue
    let before: Sentence | undefined
    for (const sentence of sentencesOf(reading)) {
      yield* ofSentence(before, sentence)
      before = sentence
    }
  }
}
