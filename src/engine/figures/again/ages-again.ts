import type { Place, Reading, StoryCopy } from '../claim'
import { matchesOf } from '../matches'

/** One person's age, pointed at again: 一名73岁的患者 … 这位78岁的老人; 今年82岁 … “86岁的人了”. */

interface Aged extends Place {
  readonly age: number
  /** this man of 73: someone the story has spoken of */
  readonly points: boolean
  /** one child, first told of; and the child again */
  readonly one: boolean
  readonly child: boolean
}

const AGE = /(?<ahead>[\u4E00-\u9FFF、]{0,6})(?<age>\d{1,3})周?岁(?<behind>[\u4E00-\u9FFF]{0,5})/g
const POINTS = /[这该那][位名个]?$|^的人了|^高龄的[他她]|^的[他她](?!的)/
/** 一名3岁的男童 … 5岁的儿子: the child that all is about. */
const CHILD = /^的(?:男[童孩]|女[童孩]|小[男女]孩|孩子|儿子|女儿|孙[子女]|外孙女?|患儿|幼童|老人|患者|男子|女子)/
const ONE = /一[名位个]$|年仅$/

/** Of another time, of many, of a limit; 比, 与: of another person. */
const OTHER =
  /年前|当[年时]|那年|时$|[从曾满超起离]|到了?|[至比以与和及、]$|不[足满到]|以[上下内]|左右|以来|之间|出头|平均|最[大小高低]|[两三四五六七八九]名|分别|时候|前后|开始|去世/
const THEN = /年前|当时|那年|\d{4}年/
const MOST = 12

function agedIn(reading: Reading): Aged[] {
  if (reading.english || !reading.shadow.includes('岁')) return []
  return matchesOf(reading.shadow, AGE).flatMap((match): Aged[] => {
    const { ahead = '', age = '', behind = '' } = match.groups ?? {}
    const start = match.index + ahead.length
    const then = THEN.test(reading.shadow.slice(Math.max(0, start - 14), start))
    return [
      {
        reading,
        start,
        end: start + age.length + 1,
        value: then || OTHER.test(ahead) || OTHER.test(behind) ? '' : Number(age),
        age: Number(age),
        points: POINTS.test(ahead) || POINTS.test(behind),
        one: ONE.test(ahead) && CHILD.test(behind),
        child: ahead === '' && CHILD.test(behind),
      },
    ]
  })
}

/** Of two ages a story gives, the second points back to whom the first was given. */
export function* agesAgain(copy: StoryCopy): Iterable<readonly [first: Place, again: Place]> {
  const all = copy.readings.flatMap(agedIn)
  if (all.length < 2 || all.length > MOST) return
  const values = new Set(all.map(({ age }) => age))
  const [a, b] = all
  if (values.size !== 2 || a === undefined || b === undefined || all.some(({ value }) => value === '')) return
  const other = all.find(({ age }) => age !== a.age)
  if (other === undefined || !(other.points || (a.one && other.child)) || Math.abs(other.age - a.age) > 20) return
  yield [a, other]
}
