import { isHan, respelled, sentenceAt, slipped, valueOf, type Finder, type Site } from './site'

/** Figures that a story gives twice, of the same noun or in the same unit: the later or the earlier one is changed. */

interface Figure {
  readonly start: number
  readonly end: number
  readonly numeral: string
  readonly value: number
  readonly unit: string
  /** the word it counts */
  readonly noun: string
  /** the word before it */
  readonly lead: string
}

const ENGLISH =
  /(?<![\w.,-])(?<money>[$£€])?(?<numeral>\d[\d,]*(?:\.\d+)?|(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w{3,5})?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![\w-]))(?:[ -]?(?<unit>%|per ?cent|million|billion|thousand|trillion)(?![a-z]))?(?:[ -](?<noun>[A-Z]{3,}))?/gi
const HAN =
  /(?<![\d.\uFF0E一二三四五六七八九十百千万第])(?<numeral>\d[\d,]*(?:\.\d+)?|[两二三四五六七八九十百千]{1,7})(?<unit>[万亿%\uFF05])?(?<measure>[元亩吨]|美元|公里|平方米|立方米|公顷|千瓦|人次|[个名位人户家所座项件种辆台只条套篇部次岁期届场枚块张艘架支棵株份起处])?的?(?<noun>[\u4E00-\u9FFF]{2})?/g

const NOT_NOUN =
  /^(?:and|the|per|for|that|who|which|with|from|was|were|are|year|years|month|months|day|days|hour|hours|minutes?|weeks?|times?|old|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|million|billion|cent|other|more|new|different|big|major|main|great|good|best|things?|ways?|points?|steps?|others|seconds?|degrees|than|but|have|has|had|out|ago|later|after|before|its?|his|her|their|not|all|when|because|while|also|into|over|under|inches?|feet|foot|yards?|cups?|tbsp|tsp|miles?|pages?)$/i

function englishFigures(text: string): Figure[] {
  return [...text.matchAll(ENGLISH)].flatMap((match): Figure[] => {
    const { money = '', numeral = '', unit = '', noun = '' } = match.groups ?? {}
    const value = valueOf(numeral)
    if (value === null) return []
    const start = match.index + money.length
    const lead = /(?<![a-z])(?<word>[a-z]{3,18})\s$/i.exec(text.slice(Math.max(0, match.index - 20), match.index))
      ?.groups?.['word']
    return [
      {
        start,
        end: start + numeral.length,
        numeral,
        value,
        unit: money + unit.toLowerCase().replace(/per ?cent/, '%'),
        noun: NOT_NOUN.test(noun) ? '' : noun.toLowerCase().replace(/s$/, ''),
        lead: lead?.toLowerCase() ?? '',
      },
    ]
  })
}

function hanFigures(text: string): Figure[] {
  return [...text.matchAll(HAN)].flatMap((match): Figure[] => {
    const { numeral = '', unit = '', measure = '', noun = '' } = match.groups ?? {}
    const value = valueOf(numeral)
    if (value === null || (unit + measure === '' && noun === '')) return []
    const lead = /[\u4E00-\u9FFF]{2}$/.exec(text.slice(Math.max(0, match.index - 2), match.index))?.[0] ?? ''
    return [
      {
        start: match.index,
        end: match.index + numeral.length,
        numeral,
        value,
        unit: (unit + measure).replace('\uFF05', '%'),
        noun,
        lead,
      },
    ]
  })
}

const digitsOf = (numeral: string): number => {
  const digits = [...numeral].filter((character) => /\d/.test(character))
  const [first, last] = [digits.findIndex((digit) => digit !== '0'), digits.findLastIndex((digit) => digit !== '0')]
  return first < 0 ? 0 : last - first + 1
}

/** What makes two figures of one value one thing; null where the value may come again by chance. */
function keyOf(figure: Figure, han: boolean): string | null {
  const { numeral, value, unit, noun, lead } = figure
  if (/^(?:19|20)\d\d$/.test(numeral) && unit === '') return null
  if (/[$£€元]/.test(unit) && digitsOf(numeral) >= 2) return `money ${value}${unit}`
  if (unit === '%' && digitsOf(numeral) >= 2 && noun === '') return `percent ${value}`
  if (han) {
    if (unit === '' || /^[次岁期]$/.test(unit)) return null
    if (value >= 10 && noun !== '') return `noun ${value}${unit}${noun}`
    return value > 1 && noun !== '' && lead !== '' ? `small ${value}${unit}${noun}${lead}` : null
  }
  if (noun === '') return null
  if (value >= 10) return `noun ${value}${unit} ${noun}`
  return value > 1 && lead !== '' && !/^(?:and|the|for|with|these|those|all|one)$/.test(lead)
    ? `small ${lead} ${value} ${noun}`
    : null
}

/** Three values of one noun are a series. */
function isSeries(figures: readonly Figure[], { noun, unit }: Figure): boolean {
  if (noun === '') return false
  return new Set(figures.filter((one) => one.noun === noun && one.unit === unit).map(({ value }) => value)).size > 3
}

/** A figure said twice, written the same way or another (three, 3). */
export const saidAgain: Finder = function* (text) {
  const han = isHan(text)
  const figures = han ? hanFigures(text) : englishFigures(text)
  const sentence = sentenceAt(text)
  const groups = new Map<string, Figure[]>()
  for (const figure of figures) {
    const key = keyOf(figure, han)
    if (key === null) continue
    const same = groups.get(key)
    if (same === undefined) groups.set(key, [figure])
    else same.push(figure)
  }
  for (const [key, group] of groups) {
    const [first, second, ...more] = group
    if (first === undefined || second === undefined || more.length > 4) continue
    if (sentence(first.start) === sentence(second.start) || isSeries(figures, first)) continue
    yield* changed(key.split(' ')[0] ?? '', group)
  }
}

function* changed(kind: string, group: readonly Figure[]): Iterable<Site> {
  const [first, ...later] = group
  for (const [name, figure] of [
    ['first', first],
    ['again', later.at(-1)],
  ] as const) {
    if (figure === undefined) continue
    const { start, end, numeral } = figure
    const put = /^[a-z]/i.test(numeral) ? respelled(numeral, `${start}`) : slipped(numeral, `${start}`)
    if (put !== null && put !== numeral) yield { relation: `${kind} said ${name}`, start, end, put }
  }
}
