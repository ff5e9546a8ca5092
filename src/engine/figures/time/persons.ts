import type { Claim, Place, Reading, StoryCopy } from '../claim'
import { matchesOf } from '../matches'
import { surnameOf } from '../words/surnames.table'
import { en, zh } from '../wording'

/** One person with two ages in one story. */

const ENGLISH = [
  /\b(?<name>[A-Z][a-z]{1,12}(?:\s[A-Z]\.)?\s[A-Z][a-z]{2,14}),\s(?<age>\d{1,2}),/g,
  /\b(?<age>\d{1,2})-year-old\s(?:[a-z]{2,12},?\s){0,3}(?<name>[A-Z][a-z]{1,12}(?:\s[A-Z]\.)?\s[A-Z][a-z]{2,14})\b/g,
  /(?<![A-Z][a-z.]{0,12}\s)\b(?<name>[A-Z][a-z]{2,14}),\s(?:(?:who is|now|aged)\s)?(?<age>\d{1,2}),/g,
]
const CHINESE = [
  /(?<age>\d{1,2})岁的[\u4E00-\u9FFF]{0,8}?(?<name>[\u4E00-\u9FFF]{3})(?=[,、说是在从和告介一的])/g,
  /(?<name>[\u4E00-\u9FFF]{3}),?(?:今年|现年)?(?<age>\d{1,2})岁(?!的)/g,
  /(?<name>[\u4E00-\u9FFF]{3})\((?:[男女],)?(?<age>\d{1,2})岁/g,
]
/** Then, or some years on. */
const THEN =
  /\b(?:when|was then|in (?:19|20)\d\d|at the time|turned|would be)\b|当时|时年|那年|那时|年前|曾|去年|\d{4}年|从[^。]{0,6}$/

interface Aged extends Place {
  readonly age: number
  readonly name: string
}

function agedIn(reading: Reading): Aged[] {
  const patterns = reading.english ? ENGLISH : CHINESE
  return patterns.flatMap((pattern) =>
    matchesOf(reading.shadow, pattern).flatMap((match): Aged[] => {
      const { name = '', age = '' } = match.groups ?? {}
      const start = match.index + match[0].lastIndexOf(age)
      const near = reading.shadow.slice(Math.max(0, match.index - 24), match.index + match[0].length + 8)
      if (THEN.test(near) || (!reading.english && surnameOf(name.slice(0, 2)) === 0)) return []
      return [
        {
          reading,
          start,
          end: start + age.length,
          value: Number(age),
          age: Number(age),
          name: name.replace(/\s[A-Z]\./, ''),
        },
      ]
    }),
  )
}

const isPerson = (a: string, b: string): boolean => a === b || a.endsWith(` ${b}`) || b.endsWith(` ${a}`)

export function* partedAges(copy: StoryCopy): Iterable<Claim> {
  const all = copy.readings.flatMap(agedIn)
  if (all.length > 100) return
  for (const [j, b] of all.entries()) {
    const a = all.slice(0, j).find((one) => one.age !== b.age && isPerson(one.name, b.name))
    if (a === undefined) continue
    yield {
      tier: 'query',
      places: [a, b],
      message: {
        zh: zh`${b.name}前面写${a.age}岁,后面写${b.age}岁。请核对哪个对。`,
        en: en`${b.name} is ${a.age} here and ${b.age} there. Check which is right.`,
      },
      arithmetic: [
        { label: '前文', en: 'first', expr: b.name, value: a.age },
        { label: '后文', en: 'then', expr: b.name, value: b.age },
      ],
    }
  }
}
