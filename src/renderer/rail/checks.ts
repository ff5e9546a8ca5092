import type { ArithmeticLine } from '../../engine/analysis'
import type { StringKey } from '../strings'

const NAMES: Record<string, StringKey> = {
  approximator: 'check.approximator',
  truncation: 'check.truncation',
  'count-list': 'check.count-list',
  'parts-total': 'check.parts-total',
  percent: 'check.percent',
  date: 'check.date',
  repeat: 'check.repeat',
  'code-expansion': 'check.code-expansion',
  'headline-body': 'check.headline-body',
  subset: 'check.subset',
  derived: 'check.derived',
  sequence: 'check.sequence',
  'range-order': 'check.range-order',
  superlatives: 'check.superlatives',
  'duration-age': 'check.duration-age',
  'same-metric': 'check.same-metric',
  'unit-slip': 'check.unit-slip',
  pairs: 'check.pairs',
  names: 'check.names',
  form: 'check.form',
  across: 'check.across',
}

/** What a check is called in the window; null for one that has no name yet. */
export function checkName(check: string): StringKey | null {
  return NAMES[check] ?? null
}

/** An operator between two operands, blanks around it: a date's or a range's stroke has none. */
const CALCULATION = /[\d%)\p{L}] [-+\u2212\u00D7*\u00F7/] [-(\d]/u
/** More than a bare figure: a weekday, a range. */
const WORDS = /[\p{L}\u2013]/u
/** A hyphen that stands for a minus: before a figure or a blank, behind neither letter nor figure. */
const MINUS = /(?<![\p{L}\d])-(?=[\d ])/gu

/**
 * `2 + 7 + 2 = 11` for a calculation. What is only quoted stands alone, but for words its value adds:
 * `2026-3-5 · 星期四`. With a typographic minus, for display only.
 */
export function sumOf({ expr, value }: ArithmeticLine): string {
  return readable(expr, String(value)).replaceAll(MINUS, '\u2212')
}

function readable(expr: string, result: string): string {
  if (expr === '' || result === '') return expr || result
  if (CALCULATION.test(expr)) return `${expr} = ${result}`
  return WORDS.test(result) && !expr.replaceAll(/[,\uFF0C]/g, '').includes(result) ? `${expr} \u00B7 ${result}` : expr
}
