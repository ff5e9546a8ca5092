import type { Claim, Example, Place, StoryCopy } from '../claim'
import type { Mention } from '../lexer/mention'
import { sentencesOf, type Sentence } from '../sentences'
import { stretchClaim } from './moments'

/** One person's age in two years: 1952年,19岁的他入伍。2024年清明,81岁的他来到陵园: the only two ages of the paragraph, a year before each. */

const YEAR = /(?<!\d)(?<year>1[89]\d\d|20\d\d)年/g
/** Somebody spoken of before. */
const SAME = /^的?[他她]|^的?(?:老人|老师傅|老兵|老党员)|^[,，]?[他她]/
const HIS = /[他她已]$|[他她][,，]?(?:已|今年|时年)?$/
/** Others' ages. */
const OTHER = /儿子|女儿|父亲|母亲|丈夫|妻子|弟弟|哥哥|姐姐|妹妹|徒弟|孙[子女]|老伴|同伴|学生|孩子/
const OPEN = 2

const aroundOf = (shadow: string, { start, classified }: Mention): string =>
  shadow.slice(Math.max(0, start - 6), classified + 3)

interface Told {
  readonly age: Mention
  readonly year: number
  readonly at: number
}

/** The year that stands before an age in its sentence, the nearest. */
function toldIn({ reading, mentions, start }: Sentence): Told[] {
  return mentions.flatMap((age): Told[] => {
    if (age.dimension !== 'age' || !age.exact || age.range !== null || age.value < 3) return []
    const ahead = reading.shadow.slice(start, age.start)
    const match = [...ahead.matchAll(YEAR)].at(-1)
    return match === undefined ? [] : [{ age, year: Number(match.groups?.['year']), at: start + match.index }]
  })
}

export function* agesAcross({ readings }: Pick<StoryCopy, 'readings'>): Iterable<Claim> {
  for (const reading of readings) {
    if (reading.english) continue
    const ages = reading.mentions.filter(({ dimension }) => dimension === 'age')
    if (ages.length !== 2 || ages.some((age) => OTHER.test(aroundOf(reading.shadow, age)))) continue
    const [first, second] = sentencesOf(reading).flatMap(toldIn)
    if (first === undefined || second === undefined || first.year >= second.year) continue
    const { shadow } = reading
    const same =
      SAME.test(shadow.slice(second.age.classified, second.age.classified + 5)) ||
      HIS.test(shadow.slice(Math.max(0, second.age.start - 5), second.age.start))
    const right = first.age.value + second.year - first.year
    if (!same || Math.abs(second.age.value - right) <= OPEN) continue
    const place = (start: number, end: number): Place => ({ reading, start, end })
    yield stretchClaim(
      [place(second.age.start, second.age.end), place(first.at, first.age.end), place(second.at, second.at + 5)],
      {
        low: right,
        high: right,
        expr: `${first.age.value} + ${second.year} - ${first.year}`,
        value: `${right}岁`,
        en: `${right} years of age`,
      },
      'query',
    )
  }
}

export const acrossExamples: readonly Example[] = [
  { wrong: '[[1952年,19岁]]的戴长林参军入伍,赴朝作战。[[2024年]]清明节,[[81岁]]的他来到烈士陵园,为6位战友献花。' },
  { wrong: '[[1995年,二十二岁]]的秦桂兰走进环卫所。[[2025年]]的今天,[[五十五岁]]的她还在东风路上清扫。' },
  {
    silent:
      '1952年,19岁的戴长林参军入伍,赴朝作战。2024年清明节,91岁的他来到烈士陵园,为6位战友献花。\n1995年,二十二岁的秦桂兰走进环卫所。2025年,三十岁的新人罗敏来到班组。',
  },
]
