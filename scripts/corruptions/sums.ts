import { sentenceAt, slipped, valueOf, type Finder, type Site } from './site'

/** Figures of one sentence between which arithmetic holds: a sum, a growth in percent, a share, a stretch of years. */

interface Figure {
  readonly start: number
  readonly end: number
  readonly numeral: string
  readonly value: number
  readonly unit: string
}

const FIGURE =
  /(?<![\w.])(?<money>[$£€])?(?<numeral>\d[\d,]*(?:\.\d+)?)(?:\s?(?<unit>[%\uFF05万亿]|per ?cent\b|million|billion|个百分点|[\u4E00-\u9FFF]))?/gi

function figuresOf(text: string): Figure[] {
  return [...text.matchAll(FIGURE)].flatMap((match): Figure[] => {
    const { money = '', numeral = '', unit = '' } = match.groups ?? {}
    const value = valueOf(numeral)
    const start = match.index + money.length
    if (value === null || value === 0) return []
    return [
      { start, end: start + numeral.length, numeral, value, unit: money + unit.replace(/per ?cent|\uFF05/i, '%') },
    ]
  })
}

/** Beyond this many figures a sentence is a table, and sums come by chance. */
const MOST = 9

export const sums: Finder = function* (text) {
  const sentence = sentenceAt(text)
  const groups = new Map<number, Figure[]>()
  for (const figure of figuresOf(text)) {
    const at = sentence(figure.start)
    groups.set(at, [...(groups.get(at) ?? []), figure])
  }
  for (const group of groups.values()) {
    if (group.length < 3 || group.length > MOST) continue
    const site = partsOf(group) ?? growthOf(group, text) ?? yearsOf(group, text)
    if (site !== null) yield site
  }
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6 * Math.abs(b)

function corrupted(relation: string, { start, end, numeral }: Figure): Site | null {
  const put = slipped(numeral, `${start}`)
  return put === null || put === numeral ? null : { relation, start, end, put }
}

/** A run of neighbours that makes up the figure before or behind it, in one unit. */
function partsOf(group: readonly Figure[]): Site | null {
  for (const [i, total] of group.entries()) {
    if (total.value < 10 || (/^(?:19|20)\d\d$/.test(total.numeral) && /^年?$/.test(total.unit))) continue
    for (const run of [group.slice(i + 1), group.slice(0, i).reverse()]) {
      let sum = 0
      for (const [j, part] of run.entries()) {
        if (part.unit !== total.unit) break
        sum += part.value
        if (j > 0 && near(sum, total.value)) return corrupted('parts and total', i % 2 === 0 ? total : part)
      }
    }
  }
  return null
}

/** Two figures and the percent by which the one is more than the other. */
function growthOf(group: readonly Figure[], text: string): Site | null {
  for (const percent of group) {
    if (percent.unit !== '%' || percent.value < 2) continue
    for (const [i, a] of group.entries()) {
      const b = group[i + 1]
      if (b === undefined || a === percent || b === percent || a.value < 5 || b.value < 5) continue
      const decimals = percent.numeral.split('.')[1]?.length ?? 0
      const [low, high] = [Math.min(a.value, b.value), Math.max(a.value, b.value)]
      const shares = [(high / low - 1) * 100, (1 - low / high) * 100, (low / high) * 100]
      if (!shares.some((share) => Math.abs(share - percent.value) <= 0.5 * 10 ** -decimals)) continue
      if (/[年\d]/.test(a.unit + b.unit) || /^(?:19|20)\d\d$/.test(a.numeral) || text === '') continue
      const site = corrupted('percent of two values', percent)
      if (site !== null && Math.abs(Number(site.put) - percent.value) > 1.5) return site
    }
  }
  return null
}

/** 1983 to 2003, 20 years. */
function yearsOf(group: readonly Figure[], text: string): Site | null {
  const years = group.filter(({ numeral }) => /^(?:18|19|20)\d\d$/.test(numeral))
  const [a, b] = years
  if (years.length !== 2 || a === undefined || b === undefined) return null
  const span = Math.abs(b.value - a.value)
  const said = group.find(
    ({ value, end }) => value === span && span > 4 && /^\s?-?(?:年|岁|years?\b|周年)/.test(text.slice(end, end + 8)),
  )
  return said === undefined ? null : corrupted('years between', said)
}
