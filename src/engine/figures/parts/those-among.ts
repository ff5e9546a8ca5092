import type { Example, StoryCopy } from '../claim'
import type { Mention } from '../lexer/mention'
import { kindOf, isAddend, sentencesOf, type Sentence } from '../sentences'
import type { WholeAndPart } from './of-them'

/** Some of those told before, by 当中, 这些…里, 其中: 捧回27枚奖牌。这些奖牌里有29枚系小将所得. The whole may stand three sentences before. */

const AMONG =
  /(?:当中|之中|这[些批][\u4E00-\u9FFF]{1,6}?[里中]|受[\u4E00-\u9FFF]{1,3}的这些人里|上述[\u4E00-\u9FFF]{1,6}[里中])[^。;\d]{0,20}$/
/** What is told of them each, as a change, or as what they hold. */
const NO_PART =
  /每|平均|人均|户均|共[有计]?$|累计|[增减升降超比][\u4E00-\u9FFF]{0,3}$|补[贴助]|总[\u4E00-\u9FFF]{0,4}$|发放|容纳|核[载定]/
const BACK = 3

/** The three sentences before, of the paragraph and the one above. */
function before(copy: StoryCopy, sentence: Sentence, at: number): Sentence[] {
  const { reading } = sentence
  const above = copy.readings[reading.index - 1]
  const further = copy.readings[reading.index - 2]
  return [
    ...(further === undefined ? [] : sentencesOf(further)),
    ...(above === undefined ? [] : sentencesOf(above)),
    ...sentencesOf(reading).slice(0, at),
  ].slice(-BACK)
}

const like = (part: Mention, home: Sentence, end = Infinity): Mention[] =>
  home.mentions.filter(
    (one) => one.end <= end && kindOf(one) === kindOf(part) && isAddend(home.reading.shadow, one) && one.value > 1,
  )

export function* thoseAmong(copy: StoryCopy): Iterable<readonly [...WholeAndPart, from: Sentence, to: Sentence]> {
  for (const reading of copy.readings) {
    if (reading.english || !/当中|之中|这[些批]|上述|受/.test(reading.shadow)) continue
    for (const [i, sentence] of sentencesOf(reading).entries()) {
      for (const part of sentence.mentions) {
        const ahead = reading.shadow.slice(Math.max(sentence.start, part.start - 34), part.start)
        if (!AMONG.test(ahead) || NO_PART.test(ahead.slice(-8)) || !isAddend(reading.shadow, part)) continue
        const homes = [
          ...before(copy, sentence, i).map((home) => [home, Infinity] as const),
          [sentence, part.start] as const,
        ]
        const wholes = homes.flatMap(([home, end]) => like(part, home, end).map((whole) => [whole, home] as const))
        const [whole, home] = wholes.at(-1) ?? []
        if (whole === undefined || home === undefined || wholes.some(([one]) => one.high >= part.low)) continue
        if (part.value < whole.value * 3) yield [whole, part, home, sentence]
      }
    }
  }
}

export const thoseExamples: readonly Example[] = [
  { wrong: '中国队捧回[[27枚]]奖牌。让教练组高兴的是,这些奖牌里有[[29枚]]系15岁以下小将所得。' },
  { wrong: '累计为群众办实事[[583件]]。在这些实事中,道路、饮水等基础设施类就有[[612件]]。' },
  { wrong: '每天加开旅客列车[[86列]],当中有[[91列]]是夜间高铁。' },
  {
    silent:
      '中国队捧回29枚奖牌。这些奖牌里有27枚系15岁以下小将所得。累计为群众办实事612件。在这些实事中,基础设施类就有583件。这些人当中平均每人补贴800元。',
  },
]
