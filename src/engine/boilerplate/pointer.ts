import { Gate } from './gates/gate'
import type { Unit } from './unit'

/** ►更多新聞看這裡: an arrow before a link, or before what no caption says. */
const ARROW = new Gate(/^[\u25B6\u25B7\u25BA>] ?\S/)
const CAPTION = /[摄攝]|供[图圖]|[图圖][/:]|。$/

export const isPointer = (unit: Unit): boolean =>
  ARROW.test(unit) &&
  ((unit.block.markUp?.linkDensity ?? 0) > 0.8 || (unit.text.startsWith('\u25BA') && !CAPTION.test(unit.text)))
