import type { Place } from '../claim'

const ALL = /全[县市区省国州镇乡村校]的?$/

/** 涉及12个乡镇 … 全县18个乡镇: some of them, and all there are. */
export function areSomeAndAll(a: Place, b: Place): boolean {
  const [x, y] = [a, b].map(({ reading, start }) => ALL.test(reading.shadow.slice(Math.max(0, start - 4), start)))
  return x !== y && Number((x === true ? a : b).value) > Number((x === true ? b : a).value)
}
