import type { Place } from '../claim'
import { sentencesOf } from '../sentences'

const ALL = /全[县市区省国州镇乡村校]的?$/

/** 涉及12个乡镇 … 全县18个乡镇: some of them, and all there are. */
export function areSomeAndAll(a: Place, b: Place): boolean {
  const [x, y] = [a, b].map(({ reading, start }) => ALL.test(reading.shadow.slice(Math.max(0, start - 4), start)))
  return x !== y && Number((x === true ? a : b).value) > Number((x === true ? b : a).value)
}

/** Eleven council members voted against, six for it and two abstained. All 19 members took part: the sentence of the one adds up to the other. */
export function areOfAll(places: readonly Place[]): boolean {
  const [a, b, ...more] = places
  if (a === undefined || b === undefined || more.length > 0 || !a.reading.english) return false
  const own = sentencesOf(a.reading).find(({ start, end }) => start <= a.start && a.start < end)
  const counts = (own?.mentions ?? []).filter(({ kind }) => kind === 'count').map(({ value }) => value)
  const sum = counts.reduce((all, one) => all + one, 0)
  return counts.length > 1 && counts.includes(Number(a.value)) && sum === Number(b.value)
}
