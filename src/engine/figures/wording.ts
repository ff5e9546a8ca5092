import type { ArithmeticLine } from '../analysis'

/** How findings speak. */

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '\uFF0C',
  ':': '\uFF1A',
  ';': '\uFF1B',
  '(': '\uFF08',
  ')': '\uFF09',
  '?': '\uFF1F',
  '!': '\uFF01',
}

type Value = string | number

/** A Chinese sentence: the template's own half-width marks become full-width; what is put in stays as it is, quoted as `put` says. */
export function zh(parts: TemplateStringsArray, ...values: readonly Value[]): string {
  return parts
    .map((part, i) => part.replace(/[,:;()?!]/g, (mark) => FULL_WIDTH[mark] ?? mark) + put(parts, values, i))
    .join('')
}

/** An English sentence; what is put in is quoted as `put` says. */
export function en(parts: TemplateStringsArray, ...values: readonly Value[]): string {
  return parts.map((part, i) => part + put(parts, values, i)).join('')
}

/** A value as the sentence takes it. Between the sentence's quotation marks no second pair stands: its own become the inner ones. */
function put(parts: TemplateStringsArray, values: readonly Value[], i: number): string {
  const value = String(values[i] ?? '')
  if (parts[i]?.endsWith('“') !== true || parts[i + 1]?.startsWith('”') !== true) return value
  const whole = /^“([^“”]*)”$/.exec(value)?.[1]
  return whole ?? value.replaceAll('“', '‘').replaceAll('”', '’')
}

/** A number as an editor reads it: no exponent, at most four decimals, no binary dust. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '0'
  return String(Number(value.toFixed(4)))
}

/** Money and other large amounts in 万 and 亿, so that a sum reads like the copy. */
export function amount(value: number): string {
  const size = Math.abs(value)
  if (size >= 1e8) return `${figure(value / 1e8)}亿`
  if (size >= 1e4 && value % 100 === 0) return `${figure(value / 1e4)}万`
  return figure(value)
}

/** How far two values are apart: the larger one first, so that no minus sign has to be read. */
export function difference(a: number, b: number, show: (value: number) => string = figure): ArithmeticLine {
  const [more, less] = a >= b ? [a, b] : [b, a]
  return { label: '相差', en: 'difference', expr: `${show(more)} - ${show(less)}`, value: show(more - less) }
}
