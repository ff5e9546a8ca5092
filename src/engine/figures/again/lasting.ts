import type { Place, Reading, StoryCopy } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'

/** How long one thing went on, told twice by words of lasting: 32年来,这种现象一直持续 … 现象持续了36年. */

interface Span extends Place {
  readonly count: number
  readonly unit: string
  readonly rough: boolean
  /** the words around it, in its sentence */
  readonly around: string
}

const N = '(?<count>\\d{1,3}|[二两三四五六七八九十百]{1,4})(?<rough>[多余几])?(?<unit>个?月|[天日年周]|小时)'
const LED = new RegExp(`(?:历时|歷時|历经|经历|耗时|持续)[了近约]?${N}`, 'g')
const SINCE = new RegExp(`${N}来,?[^。;]{0,16}持续`, 'g')
/** Of a part, of another, of each, or of a plan. */
const OTHER = /[每各另首其将]|第[一二三\d]|分别|平均|去年|上年|预计|计划/
const REACH = 20
const CUES = ['持续', '历', '耗时', '歷']

const bare = (words: string): string => words.replace(/历时|历经|经历|耗时|持续/g, ' ')

function spansIn(reading: Reading): Span[] {
  const { shadow, mentions } = reading
  if (mentions.length === 0 || !CUES.some((cue) => shadow.includes(cue))) return []
  return [LED, SINCE].flatMap((pattern) =>
    matchesOf(shadow, pattern).flatMap((match): Span[] => {
      const { count: written = '', rough, unit = '' } = match.groups ?? {}
      const count = parseChinese(written) ?? Number(written)
      const length = written.length + (rough?.length ?? 0) + unit.length
      const start = match.index + match[0].indexOf(`${written}${rough ?? ''}${unit}`)
      const end = start + length
      const ahead =
        shadow
          .slice(Math.max(0, match.index - REACH), start)
          .split('。')
          .at(-1) ?? ''
      const behind = shadow.slice(end, end + REACH).split('。')[0] ?? ''
      if (!Number.isFinite(count) || count < 2 || OTHER.test(ahead)) return []
      const around = bare(`${ahead} ${behind}`)
      return [
        {
          reading,
          start,
          end,
          value: count,
          count,
          unit: unit.replace('日', '天'),
          rough: rough !== undefined,
          around,
        },
      ]
    }),
  )
}

function ofOneThing(a: Span, b: Span): boolean {
  if (a.rough && b.rough && a.count % 10 === 0 && b.count % 10 === 0) return true
  for (let at = 0; at + 2 <= a.around.length; at += 1) {
    const pair = a.around.slice(at, at + 2)
    if (/^[\u4E00-\u9FFF]{2}$/.test(pair) && b.around.includes(pair)) return true
  }
  return false
}

/** Two of one unit that speak of one thing, and no third that does. */
export function* lastingParted(copy: StoryCopy): Iterable<readonly [first: Place, again: Place]> {
  const all = copy.readings.filter(({ english, passage }) => !english && passage.role !== 'table').flatMap(spansIn)
  if (all.length > MOST) return
  const likeOf = (span: Span): Span[] =>
    all.filter((other) => other !== span && other.unit === span.unit && ofOneThing(span, other))
  for (const [j, again] of all.entries()) {
    const [first, ...more] = likeOf(again)
    if (first === undefined || more.length > 0 || all.indexOf(first) > j || likeOf(first).length > 1) continue
    if (first.reading !== again.reading && first.count !== again.count && first.rough === again.rough)
      yield first.reading.index < again.reading.index ? [first, again] : [again, first]
  }
}

/** A story of more lasting things is a chronicle. */
const MOST = 20
