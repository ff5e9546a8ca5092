import type { Mention } from './mention'

const CONNECTOR = /^(?:[至到~-]|\u2014{1,2})$/

/** 3至5名: the low bound takes the high bound's classifier, and its scale where it is the smaller figure (3至5万元). */
export function joinRanges(shadow: string, mentions: readonly Mention[]): Mention[] {
  const joined = [...mentions]
  for (let i = 0; i + 1 < joined.length; i += 1) {
    const low = joined[i]
    const high = joined[i + 1]
    if (low === undefined || high === undefined || high.numeral[0] - low.classified > 2) continue
    if (low.kind === 'ordinal' || !CONNECTOR.test(shadow.slice(low.classified, high.numeral[0]))) continue
    if (low.classifier !== '' && low.dimension !== high.dimension) continue
    joined[i] = { ...withUnitOf(low, high, shadow), range: 'low' }
    joined[i + 1] = { ...high, range: 'high' }
  }
  return joined
}

function withUnitOf(low: Mention, high: Mention, shadow: string): Mention {
  if (low.classifier !== '') return low
  const { kind, classifier, dimension, classified } = high
  const figure = Number(/^[\d.]+/.exec(shadow.slice(...high.numeral))?.[0] ?? high.amount)
  const scale = low.form === 'mixed' || low.amount > figure || figure === 0 ? 1 : high.amount / figure
  const by = high.amount === 0 ? 1 : (high.value / high.amount) * scale
  const bounds = { value: low.value * by, low: low.low * by, high: low.high * by }
  return { ...low, ...bounds, kind, classifier, dimension, classified: Math.min(classified, low.classified) }
}
