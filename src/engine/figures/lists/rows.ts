import type { Mention } from '../lexer/mention'
import type { Item } from './items'

/** Rows of names right before their count, told by how the names and the counted thing are built. */

export interface Match {
  readonly items: readonly Item[]
  readonly sure: boolean
}

export function areNames(shadow: string, items: readonly Item[]): boolean {
  const names = items.slice(1).map(({ start, end }) => shadow.slice(start, end))
  return names.length > 1 && names.every((name) => /^[\u4E00-\u9FFFA-Z]{1,5}$/i.test(name))
}

/** 县、乡、村三级; 听、看、尝、做四大体验区: single characters side by side stand for as many things. */
function ofCharacters(shadow: string, { value }: Mention, items: readonly Item[]): Match | null {
  if (items.length < 3 || Math.abs(value - items.length) !== 1) return null
  const single = items.slice(1).every(({ start, end }) => /^[\u4E00-\u9FFF]$/.test(shadow.slice(start, end)))
  return single ? { items, sure: false } : null
}

const CLOSING = new Set('站 镇 村 县 区 市 校 院 馆 园 科 项 类 关 品 味 集 级'.split(' '))

/** 沿途停靠火车站、古城南门、博物馆三站,: the count closes its clause, and nothing else is counted there. */
function closesClause(shadow: string, mention: Mention, items: readonly Item[]): boolean {
  return (
    items.length > 2 &&
    mention.form === 'chinese' &&
    CLOSING.has(mention.classifier) &&
    /[,。;)]/.test(shadow.charAt(mention.classified)) &&
    areNames(shadow, items)
  )
}

/** 水上、绳索、搜救犬三支专业分队. */
function areTroops(shadow: string, { classifier, form }: Mention, items: readonly Item[], noun: string): boolean {
  return (
    classifier === '支' &&
    form === 'chinese' &&
    items.length > 2 &&
    /^[\u4E00-\u9FFF]{0,6}?(?:分?队|力量)/.test(noun) &&
    areNames(shadow, items)
  )
}

/** The row the count closes; null where the two are not plainly one. */
export function rowOf(shadow: string, mention: Mention, items: readonly Item[], noun: string): Match | null {
  const characters = ofCharacters(shadow, mention, items)
  if (characters !== null) return characters
  if (Math.abs(mention.value - items.length) > 1) return null
  return areTroops(shadow, mention, items, noun) || closesClause(shadow, mention, items) ? { items, sure: false } : null
}

/** “听、看、尝、做”四大体验区: the list inside the marks. */
export function inQuotes(shadow: string, { start, end }: Item): Item {
  if (shadow.charAt(end - 1) !== '”') return { start, end }
  const from = shadow.lastIndexOf('“', end)
  const inside = shadow.slice(from + 1, end - 1)
  return from >= start && inside.includes('、') && !/[,。”]/.test(inside)
    ? { start: from + 1, end: end - 1 }
    : { start, end }
}
