import type { Layout } from '../page'
import type { Attributes } from './attributes'
import { Style } from './style'
import type { Tag } from './tag'

/** Elements nested deeper than this are read as if they stood side by side. */
export const DEEPEST = 1000

/** An element that is open, with what its text inherits. */
export class OpenElement {
  readonly depth: number
  readonly layout: Layout
  readonly hidden: boolean
  readonly isLink: boolean
  #style: Style | null = null
  readonly #class: string
  readonly #id: string

  constructor(
    readonly tag: Tag,
    attributes: Attributes,
    readonly parent: OpenElement | null,
    readonly root: Style,
  ) {
    this.depth = parent ? parent.depth + 1 : 0
    this.layout = (tag.isBlock ? tag.layout : null) ?? parent?.layout ?? 'paragraph'
    this.hidden = (parent?.hidden ?? false) || isHidden(tag.name, attributes)
    this.isLink = tag.name === 'a' && attributes.has('href')
    this.#class = attributes.get('class')
    this.#id = attributes.get('id')
  }

  get style(): Style {
    this.#style ??= (this.parent?.style ?? this.root).inner(this.tag.name, this.#class, this.#id)
    return this.#style
  }
}

/**
 * Hidden by attribute or by style. `visibility: hidden` does not count: pages that fade their text in by script
 * (WeChat's among them) carry it on the story.
 */
const isHidden = (name: string, attributes: Attributes) =>
  attributes.has('hidden') ||
  (name === 'dialog' && !attributes.has('open')) ||
  (attributes.has('style') && /display\s*:\s*none/i.test(attributes.get('style').slice(0, 1000)))

/**
 * The open elements, outermost first. Start and end tags cost what they open and close, whatever the nesting: of every
 * name the open places are known. Tags are matched as browsers do where it matters for blocks.
 */
export class OpenElements {
  readonly #root = Style.root()
  readonly #stack: OpenElement[] = []
  readonly #places = new Map<string, number[]>()
  /** open elements beyond the deepest level, by name */
  readonly #beyond = new Map<string, number>()
  readonly #blocks: number[] = []
  readonly #scopes: number[] = []
  readonly #links: OpenElement[] = []

  /** `closed` is told each element that ends, innermost first. */
  constructor(readonly closed: (element: OpenElement) => void) {}

  get innermost(): OpenElement | null {
    return this.#stack.at(-1) ?? null
  }

  get block(): OpenElement | null {
    return this.#stack[this.#blocks.at(-1) ?? -1] ?? null
  }

  /** The link that text now stands in. */
  get link(): OpenElement | null {
    return this.#links.at(-1) ?? null
  }

  /** What a start tag ends before it begins. */
  closeBefore({ name, endsParagraph, siblings }: Tag) {
    if (endsParagraph) this.#closeParagraph()
    if (siblings) {
      let bound = -1
      for (const name of siblings.bounds) bound = Math.max(bound, this.#last(name))
      let outermost = Infinity
      for (const name of siblings.ends) {
        const place = this.#first(name, bound)
        if (place >= 0 && place < outermost) outermost = place
      }
      if (outermost < Infinity) this.#closeTo(outermost)
    }
    if (name === 'a' && this.#last('a') > this.#lastBlock) this.#closeTo(this.#last('a'))
  }

  open(tag: Tag, attributes: Attributes): OpenElement | null {
    const { name } = tag
    if (this.#stack.length >= DEEPEST) {
      this.#beyond.set(name, (this.#beyond.get(name) ?? 0) + 1)
      return null
    }
    const place = this.#stack.length
    const element = new OpenElement(tag, attributes, this.innermost, this.#root)
    this.#stack.push(element)
    const places = this.#places.get(name)
    if (places) places.push(place)
    else this.#places.set(name, [place])
    if (tag.isBlock) this.#blocks.push(place)
    if (tag.isScope) this.#scopes.push(place)
    if (element.isLink) this.#links.push(element)
    return element
  }

  /** An end tag. One that matches nothing, or only beyond the cell it stands in, does nothing. */
  close({ name, isBlock, isTablePart }: Tag) {
    const beyond = this.#beyond.size === 0 ? 0 : (this.#beyond.get(name) ?? 0)
    if (beyond > 0) {
      this.#beyond.set(name, beyond - 1)
      return
    }
    const place = this.#last(name)
    const bound = isBlock ? (isTablePart ? -1 : (this.#scopes.at(-1) ?? -1)) : this.#lastBlock
    if (place >= 0 && place >= bound) this.#closeTo(place)
    else if (name === 'a' && place >= 0) this.#endLink(place)
  }

  closeAll() {
    if (this.#stack.length > 0) this.#closeTo(0)
  }

  get #lastBlock() {
    return this.#blocks.at(-1) ?? -1
  }

  #last(name: string): number {
    return this.#places.get(name)?.at(-1) ?? -1
  }

  /** The outermost open place of a name beyond a bound, -1 where there is none. Siblings hardly nest: the run is short. */
  #first(name: string, bound: number): number {
    const places = this.#places.get(name) ?? []
    let found = -1
    for (let i = places.length - 1; i >= 0 && (places[i] ?? -1) > bound; i--) found = places[i] ?? -1
    return found
  }

  /** A link that ends around a block still open: the block stays open, the link does not. */
  #endLink(place: number) {
    this.#places.get('a')?.pop()
    if (this.#links.at(-1) === this.#stack[place]) this.#links.pop()
  }

  #closeParagraph() {
    const place = this.#last('p')
    if (place >= 0 && place === this.#lastBlock) this.#closeTo(place)
  }

  #closeTo(place: number) {
    while (this.#stack.length > place) {
      const element = this.#stack.pop()
      if (!element) return
      const { tag } = element
      const places = this.#places.get(tag.name)
      if (places?.at(-1) === this.#stack.length) places.pop()
      if (tag.isBlock) this.#blocks.pop()
      if (tag.isScope) this.#scopes.pop()
      if (this.#links.at(-1) === element) this.#links.pop()
      this.closed(element)
    }
  }
}
