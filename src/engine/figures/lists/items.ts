import { matchesOf } from '../matches'
/** Enumerations: where their items part, and how many they can be read as. Offsets into the shadow. */

export interface Item {
  readonly start: number
  readonly end: number
}

export interface Enumeration {
  readonly items: readonly Item[]
  /** every number of items the list can be read as */
  readonly counts: ReadonlySet<number>
  /** it ends in 等: there may be more */
  readonly open: boolean
}

const OPENING = '“‘(《〈[【'
const CLOSING = '”’)》〉]】'

/** Offsets in [start, end) that stand outside quotes and brackets, with their character. */
export function* outside(shadow: string, start: number, end: number): Iterable<readonly [number, string]> {
  let depth = 0
  for (let at = start; at < end; at += 1) {
    const character = shadow.charAt(at)
    if (OPENING.includes(character)) {
      if (depth === 0 && CLOSING.includes(shadow.charAt(at - 1)) && at > start) yield [at, '']
      depth += 1
    } else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1)
    else if (depth === 0) yield [at, character]
  }
}

/** The span cut at `separators` that stand outside quotes and brackets; '' among them cuts between ” and “. */
export function cut(shadow: string, start: number, end: number, separators: readonly string[]): Item[] {
  const items: Item[] = []
  let from = start
  for (const [at, character] of outside(shadow, start, end)) {
    if (!separators.includes(character)) continue
    items.push({ start: from, end: at })
    from = character === '' ? at : at + 1
  }
  items.push({ start: from, end })
  return items.filter((item) => item.end > item.start && /\S/.test(shadow.slice(item.start, item.end)))
}

const CONJUNCTION = /和|(?<![参授赠给])与|(?<![涉普顾触波危遍提谈论惠企])及|以及|还有/g

/** How many 和, 与, 及 in the span could part two items. */
export function conjunctions(shadow: string, { start, end }: Item): number[] {
  const text = shadow.slice(start, end)
  const free = new Set([...outside(shadow, start, end)].map(([at]) => at - start))
  return matchesOf(text, CONJUNCTION)
    .map((match) => match.index)
    .filter((at) => at > 0 && at < text.length - 1 && free.has(at))
    .map((at) => start + at)
}

/** What the names of firms and institutions end in. */
const BODY = /(?:公司|集团|医院|学院|大学|学校|中学|小学|银行|研究[院所]|协会|基金会|博物馆|图书馆|中心)$/

/** 甲社区和乙社区, “甲”和“乙”: both halves are built like the items before, so the conjunction does part two items. */
export function partsAlike(shadow: string, item: Item, at: number, before: Item): boolean {
  const length = before.end - before.start
  const second = /[和与及]/.test(shadow.charAt(at)) ? at + 1 : at + 2
  const tail = shadow.charAt(before.end - 1)
  const sameTail = shadow.charAt(at - 1) === tail && shadow.charAt(item.end - 1) === tail
  const sameLength = length >= 2 && at - item.start === length && item.end - second === length
  const bodies = at - item.start > 3 && item.end - second > 3
  return (
    sameTail ||
    sameLength ||
    (bodies && BODY.test(shadow.slice(0, at).slice(-4)) && BODY.test(shadow.slice(second, item.end)))
  )
}

/** What the last of a row of places is called, for all of them. */
const PLACE_KIND = /(?:社区|街道|小区|[村镇乡县])$/

/** 柳荫、荷塘、北苑、东风和印染厂社区: names of one length without their kind, and the last bears it for all. */
function sharesKind(shadow: string, items: readonly Item[], last: Item, at: number): boolean {
  const names = [...items.slice(0, -1), { start: last.start, end: at }]
  const kind = PLACE_KIND.exec(shadow.slice(at + 1, last.end))?.[0]
  return (
    kind !== undefined &&
    items.length > 2 &&
    /[和与及]/.test(shadow.charAt(at)) &&
    last.end - at - 1 - kind.length >= 2 &&
    names.every(({ start, end }) => end - start === 2 && !PLACE_KIND.test(shadow.slice(start, end)))
  )
}

/** Reads [start, end) as a list. */
export function enumerate(shadow: string, start: number, end: number): Enumeration {
  const open = /等(?:\d+[个项种]?)?$/.test(shadow.slice(Math.max(start, end - 4), end))
  const stop = open ? shadow.lastIndexOf('等', end) : end
  const counts = new Set<number>()
  let items: readonly Item[] = []
  for (const separators of [['、', ''], ['、'], [','], [';'], [',', '、', '']]) {
    const found = parted(shadow, cut(shadow, start, stop, separators))
    if (found.length < 2) continue
    if (items.length < found.length) items = found
    for (const count of readings(shadow, found)) counts.add(count)
  }
  if (items.length > 0) return { items, counts, open }
  const whole = { start, end: stop }
  const [at] = conjunctions(shadow, whole)
  if (at === undefined) return { items: [whole], counts: new Set([1]), open }
  return { items: split(shadow, whole, at), counts: new Set([1, 2]), open }
}

function split(shadow: string, item: Item, at: number): Item[] {
  const second = /[和与及]/.test(shadow.charAt(at)) ? at + 1 : at + 2
  return [
    { start: item.start, end: at },
    { start: second, end: item.end },
  ]
}

/** The conjunctions that may part an item. Where every item is longer, none has a half of one character: 平和站 is one. */
function parting(shadow: string, items: readonly Item[], item: Item): number[] {
  const least = items.every(({ start, end }) => end - start > 2) ? 2 : 1
  return conjunctions(shadow, item).filter((at) => at - item.start >= least && item.end - at - 1 >= least)
}

/** The last item parted at its conjunction where that plainly parts two items. */
function parted(shadow: string, items: readonly Item[]): readonly Item[] {
  const last = items.at(-1)
  const before = items.at(-2)
  if (last === undefined || before === undefined) return items
  const marks = parting(shadow, items, last)
  const [at] = marks
  if (at === undefined || marks.length > 1) return items
  if (!partsAlike(shadow, last, at, before) && !sharesKind(shadow, items, last, at)) return items
  return [...items.slice(0, -1), ...split(shadow, last, at)]
}

/** The number of items, and one more for every conjunction that may part two. */
function readings(shadow: string, items: readonly Item[]): number[] {
  const loose = items.reduce((sum, item) => sum + parting(shadow, items, item).length, 0)
  return Array.from({ length: loose + 1 }, (_, more) => items.length + more)
}

/** 缝纫、电工、家政、物流和养老护理: what stands before the conjunction is as long as every other name, and so a name. */
export function isClosedEvenly(shadow: string, items: readonly Item[]): boolean {
  const last = items.at(-1)
  if (last === undefined || items.length < 4) return false
  const [at, ...more] = conjunctions(shadow, last)
  const lengths = items.slice(1, -1).map(({ start, end }) => end - start)
  return at !== undefined && more.length === 0 && lengths.every((length) => length === at - last.start)
}
