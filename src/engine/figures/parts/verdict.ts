import type { Claim, Place } from '../claim'
import type { Mention } from '../lexer/mention'
import { amount, difference, en, zh } from '../wording'
import { sums, type Partition } from './partition'

/** What is said of a whole and its parts that do not make it up. */

/** 优质稻与订单面积有交叉; 8人同时受到两种处分: who is counted twice makes more than the whole. */
const OVERLAP = /交叉|重[复叠合]|同时|双重|兼[有任具得]|既[^,。;]{1,12}又|两[种项者类]都|均有|不止一/
const NEAR = 40

/** Whether the words beside the parts say that some of them are told twice. */
function overlaps({ reading: { shadow }, parts, total }: Partition): boolean {
  const sum = parts.reduce((all, part) => all + part.value, 0)
  const at = Math.max(...parts.map(({ start }) => start))
  return sum > total.high && OVERLAP.test(shadow.slice(parts[0]?.start ?? at, at + NEAR))
}

/** How the parts and the whole disagree; null where the words allow them to meet. */
function verdictOf({ reading, total, parts, closed, home = reading }: Partition): 'error' | 'query' | null {
  const low = parts.reduce((sum, part) => sum + part.low, 0)
  const high = parts.reduce((sum, part) => sum + part.high, 0)
  const near = 1e-9 * Math.abs(total.value)
  if (low > total.high + near) return 'error'
  if (closed && high < total.low - near) return 'error'
  if (sums(reading.shadow, parts, total, home.shadow)) return null
  return closed || parts.reduce((sum, part) => sum + part.value, 0) > total.high ? 'query' : null
}

function shown(mention: Mention): string {
  return amount(mention.dimension === 'money' ? mention.value : mention.amount)
}

export function claimOf(partition: Partition): Claim | null {
  const { reading, total, parts, closed, home = reading } = partition
  const tier = verdictOf(partition)
  if (tier === null || overlaps(partition)) return null
  const sum = parts.reduce((all, part) => all + part.value, 0)
  const unit = total.amount === 0 ? 1 : total.value / total.amount
  const inUnit = (value: number): string => amount(total.dimension === 'money' ? value : value / unit)
  const expression = parts.map(shown).join(' + ')
  const exact = [total, ...parts].every((mention) => mention.exact)
  const written = home.text.slice(...total.numeral)
  const fixable = partition.sum && exact && /^\d{1,6}$/.test(written) && Number.isInteger(sum / unit)
  const quote = home.text.slice(total.start, total.end)
  return {
    tier,
    places: [...new Set([total, ...parts])].map((mention) => ({
      reading: mention === total ? home : reading,
      start: mention.start,
      end: mention.end,
      value: mention.value,
    })),
    message: {
      zh: closed
        ? zh`各部分相加是${inUnit(sum)}:${expression},与总数“${quote}”不符。请核对总数和各个分数。`
        : zh`各部分相加是${inUnit(sum)}:${expression},多于总数“${quote}”。请核对总数和各个分数。`,
      en: en`The parts add up to ${inUnit(sum)} (${expression}), the whole is given as “${quote}”. Check the whole and its parts.`,
    },
    arithmetic: [
      { label: '列出', en: 'listed', expr: expression, value: inUnit(sum) },
      { label: '宣称', en: 'announced', expr: quote, value: shown(total) },
      difference(sum, total.value, inUnit),
    ],
    ...(fixable
      ? { fix: { place: { reading: home, start: total.numeral[0], end: total.numeral[1] }, text: String(sum / unit) } }
      : {}),
  }
}

export function recordClaim(record: Place, games: Place, sum: number): Claim {
  const [won, all] = [record, games].map(({ reading, start, end }) => reading.text.slice(start, end))
  return {
    tier: 'query',
    places: [record, games],
    message: {
      zh: zh`“${won ?? ''}”合计${sum}场,文中写“${all ?? ''}”。请核对胜负场次。`,
      en: en`“${won ?? ''}” makes ${sum} games, not “${all ?? ''}”. Check the record.`,
    },
    arithmetic: [{ label: '相加', en: 'sum', expr: won ?? '', value: sum }],
  }
}
