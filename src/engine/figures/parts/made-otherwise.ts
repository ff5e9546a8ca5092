import type { StoryCopy } from '../claim'
import type { Mention } from '../lexer/mention'
import { sums, type Partition } from './partition'
import { kindOf } from '../sentences'

/**
 * Whether what looks like a whole and its parts adds up in another way: 地下站22座、高架站6座,换乘站7座 of 28座; 东湾1.28亿吨,西屿0.73亿吨,
 * 内河0.35亿吨, the whole of all three told before; 调解10114件、撤诉9030件,合计19144件.
 */

const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6 * Math.max(a, b)
const valueOf = (parts: readonly Mention[]): number => parts.reduce((sum, { value }) => sum + value, 0)
/** No subsets of more parts are tried. */
const MOST = 10

/** Small counts make each other up by chance. */
const SMALL = 20

/** Some of the parts make the whole, and the others are told beside them. */
function isMadeOfSome({ parts, total, sum }: Partition): boolean {
  if (sum || parts.length < 3 || parts.length > MOST || total.value < SMALL) return false
  for (let mask = 3; mask < (1 << parts.length) - 1; mask += 1) {
    const some = parts.filter((_, i) => (mask >> i) & 1)
    if (some.length > 1 && near(valueOf(some), total.value)) return true
  }
  return false
}

/** One of the parts is the whole said again, or the sum of the two before it, or what lies between them. */
function hasSubtotal({ reading: { shadow }, parts, total }: Partition): boolean {
  return parts.some((part, i) => {
    if (near(part.value, total.value)) return true
    const [a, b] = parts.slice(Math.max(0, i - 2), i)
    return (
      a !== undefined &&
      b !== undefined &&
      part.value >= 10 &&
      (near(a.value + b.value, part.value) ||
        (near(Math.abs(a.value - b.value), part.value) && /[差多少净]/.test(shadow.slice(b.end, part.start))))
    )
  })
}

/** 退还91.5万元,尚有145.3万元未能追回。其中,…: what stands last before 其中 holds them, and nothing says that they are all of it. */
function isOfTheLast({ reading, home = reading, parts, total }: Partition): boolean {
  const [first] = parts
  const among = first === undefined ? -1 : reading.shadow.lastIndexOf('其中', first.start)
  if (home !== reading || among < total.end) return false
  const sum = valueOf(parts)
  return reading.mentions.some(
    (one) =>
      one.kind === 'count' &&
      kindOf(one) === kindOf(total) &&
      one.start > total.end &&
      one.end <= among &&
      one.value >= sum &&
      !parts.includes(one),
  )
}

/** What was taken for the whole is one of the parts of another. */
function isPartItself({ readings }: StoryCopy, { reading, home = reading, parts, total }: Partition): boolean {
  const all = [total, ...parts.filter((part) => part !== total)]
  const least = Math.max(...all.map(({ value }) => value))
  return readings.some(({ mentions, shadow }) =>
    mentions.some(
      (one: Mention) =>
        one.kind === 'count' &&
        one.value > least &&
        kindOf(one) === kindOf(total) &&
        !all.includes(one) &&
        home === reading &&
        sums(reading.shadow, all, one, shadow),
    ),
  )
}

export function isMadeOtherwise(copy: StoryCopy, partition: Partition): boolean {
  const { reading, total, home = reading, parts } = partition
  // 近10期 are those that went before; 5个赛季 are no matches.
  if (['期', '届', '次', '场'].includes(total.dimension) && /[近前]$/.test(home.shadow.slice(0, total.start).slice(-1)))
    return true
  if (parts.some(({ classifier }) => classifier === '胜') && !/[场轮次]/.test(total.classifier)) return true
  if (reading.english) return false
  // 与去年暑运的299.4万人次相比: what another year had has no parts of this one's.
  if (
    /[与比较](?:去年|上年|前年|同期)[^,。;]{0,10}$/.test(home.shadow.slice(Math.max(0, total.start - 16), total.start))
  )
    return true
  if (isOfTheLast(partition) || isMadeOfSome(partition) || hasSubtotal(partition)) return true
  return total.value >= SMALL && isPartItself(copy, partition)
}
