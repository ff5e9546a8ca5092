/** JSON nested deeper than this is not read. */
export const DEEPEST = 64

/** A file of more records than this is not split. */
export const MOST_RECORDS = 500_000

export interface JsonValue {
  /** offsets into the text of the value itself */
  readonly start: number
  readonly end: number
  /** its first character: '{', '[', '"' … */
  readonly kind: string
  /** the key in an object (decoded), '' in an array */
  readonly key: string
}

export interface JsonOutline {
  readonly top: JsonValue
  /** the values right inside the top one */
  readonly values: readonly JsonValue[]
  /** by the index of a top object's value that is an array: the elements of that array */
  readonly elements: ReadonlyMap<number, readonly JsonValue[]>
}

export interface JsonFault {
  readonly fault: 'syntax' | 'too-deep' | 'too-many'
  /** offset into the text */
  readonly at: number
}

type Expect = 'value' | 'first-value' | 'key' | 'first-key' | 'next' | 'end'

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?/iy
const WORD = /true|false|null/y
const ESCAPE = /["\\/bfnrt]|u[\da-fA-F]{4}/y
const BLANK = /[ \t\n\r]*/y
const COLON = /[ \t\n\r]*:/y

class Scan {
  at = 0
  readonly stack: { open: string; start: number; key: string }[] = []
  expect: Expect = 'value'
  key = ''
  top: JsonValue | null = null
  /** the values whose places are kept */
  count = 0
  readonly values: JsonValue[] = []
  readonly elements = new Map<number, JsonValue[]>()

  constructor(readonly text: string) {}

  run(): JsonOutline | JsonFault {
    while (this.at < this.text.length) {
      this.skip(BLANK)
      if (this.at >= this.text.length) break
      const fault = this.step(this.text.charAt(this.at))
      if (fault) return { fault, at: this.at }
      if (this.count > MOST_RECORDS) return { fault: 'too-many', at: this.at }
    }
    if (!this.top || this.expect !== 'end') return { fault: 'syntax', at: this.text.length }
    return { top: this.top, values: this.values, elements: this.elements }
  }

  private step(c: string): JsonFault['fault'] | null {
    if (this.expect === 'end') return 'syntax'
    if (this.expect === 'next') return this.afterValue(c)
    if (c === ']' && this.expect === 'first-value') return this.close()
    if (c === '}' && this.expect === 'first-key') return this.close()
    if (this.expect === 'key' || this.expect === 'first-key') return this.readKey(c)
    return c === '{' || c === '[' ? this.open(c) : this.scalar(c)
  }

  private afterValue(c: string): JsonFault['fault'] | null {
    const inside = this.stack.at(-1)?.open
    if (c === (inside === '{' ? '}' : ']')) return this.close()
    if (c !== ',') return 'syntax'
    this.at++
    this.expect = inside === '{' ? 'key' : 'value'
    return null
  }

  private readKey(c: string): JsonFault['fault'] | null {
    const start = this.at
    if (c !== '"' || !this.string()) return 'syntax'
    if (this.stack.length === 1) this.key = JSON.parse(this.text.slice(start, this.at)) as string
    if (!this.skip(COLON)) return 'syntax'
    this.expect = 'value'
    return null
  }

  private open(c: string): JsonFault['fault'] | null {
    if (this.stack.length === DEEPEST) return 'too-deep'
    this.stack.push({ open: c, start: this.at, key: this.key })
    this.key = ''
    this.at++
    this.expect = c === '{' ? 'first-key' : 'first-value'
    return null
  }

  private close(): null {
    this.at++
    const container = this.stack.pop()
    if (container) this.record(container.open, container.start, container.key)
    return null
  }

  private scalar(c: string): JsonFault['fault'] | null {
    const start = this.at
    const read = c === '"' ? this.string() : this.skip(NUMBER) || this.skip(WORD)
    if (!read) return 'syntax'
    this.record(c, start, this.key)
    return null
  }

  private record(kind: string, start: number, key: string) {
    const value = { start, end: this.at, kind, key }
    const depth = this.stack.length
    const isElement = depth === 2 && this.stack[0]?.open === '{' && this.stack[1]?.open === '['
    if (depth === 1 || isElement) this.count++
    if (depth === 0) this.top = value
    else if (depth === 1) this.values.push(value)
    else if (isElement) {
      const index = this.values.length
      const list = this.elements.get(index)
      if (list) list.push(value)
      else this.elements.set(index, [value])
    }
    this.expect = depth === 0 ? 'end' : 'next'
    this.key = ''
  }

  /** Moves past a string; false, standing at the fault, where it is none. */
  private string(): boolean {
    for (this.at++; this.at < this.text.length; this.at++) {
      const unit = this.text.charCodeAt(this.at)
      if (unit === 0x22) {
        this.at++
        return true
      }
      if (unit < 0x20) return false
      if (unit !== 0x5c) continue
      this.at++
      if (!this.skip(ESCAPE)) return false
      this.at--
    }
    return false
  }

  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at
    if (!pattern.test(this.text)) return false
    this.at = pattern.lastIndex
    return true
  }
}

/**
 * Checks JSON without building it, in one pass and without recursion, and tells where its outer values stand. What it
 * passes, JSON.parse reads.
 */
export const outlineJson = (text: string): JsonOutline | JsonFault => new Scan(text).run()
