import type { MarkUp } from '../page'

/** How many ancestors, and how many class words, a block tells of at most: the nearest. */
const NEAREST = 64
const OWN_WORDS = 16

/**
 * What name, class and id of an element and its ancestors tell. Elements that are alike in all of these share one: a list
 * of ten thousand items tells of itself once.
 */
export class Style {
  /** what was told last of a block of this style */
  last: MarkUp | null = null
  #path: readonly string[] | null = null
  #names: readonly string[] | null = null
  #signature: string | null = null
  #inner: Map<string, Style> | null = null

  private constructor(
    readonly name: string,
    readonly classes: string,
    readonly id: string,
    readonly above: Style | null,
    /** the words of all classes and ids of the document: one list for all that have the same */
    private readonly words: Map<string, readonly string[]>,
  ) {}

  /** That of nothing yet, from which a document's elements come. */
  static root(): Style {
    return new Style('', '', '', null, new Map())
  }

  inner(name: string, classes: string, id: string): Style {
    const key = classes === '' && id === '' ? name : `${name} ${id.length} ${id}${classes}`
    this.#inner ??= new Map()
    const known = this.#inner.get(key)
    if (known) return known
    const style = new Style(name, classes, id, this, this.words)
    this.#inner.set(key, style)
    return style
  }

  /** Names from the outermost element to this one, the nearest of them. */
  get path(): readonly string[] {
    if (this.above === null) return NOTHING
    return (this.#path ??= pathOf(this))
  }

  /** Class and id words, nearest first, lower case. Elements without words of their own share those of the one above. */
  get names(): readonly string[] {
    return (this.#names ??= this.above === null ? NOTHING : nearest(this.ownWords, this.above.names))
  }

  get signature(): string {
    return (this.#signature ??= signatureOf(this.name, this.classes))
  }

  private get ownWords(): readonly string[] {
    if (this.classes === '' && this.id === '') return NOTHING
    const key = this.id === '' ? this.classes : `${this.classes} ${this.id}`
    const known = this.words.get(key)
    if (known) return known
    const own = ownWords(this.classes, this.id)
    this.words.set(key, own)
    return own
  }
}

const NOTHING: readonly string[] = []

const pathOf = (own: Style): readonly string[] => {
  const path: string[] = []
  for (let style = own; style.above && path.length < NEAREST; style = style.above) path.push(style.name)
  return path.reverse()
}

const nearest = (own: readonly string[], above: readonly string[]): readonly string[] => {
  if (own.length === 0) return above
  if (above.length === 0) return own
  return own.concat(above.length + own.length > NEAREST ? above.slice(0, NEAREST - own.length) : above)
}

const signatureOf = (name: string, classes: string): string => {
  const joined = classes.slice(0, 1000).trim().replace(/\s+/g, '.')
  return joined === '' ? name : `${name}.${joined}`
}

const ownWords = (classes: string, id: string): string[] =>
  `${classes.slice(0, 1000)} ${id.slice(0, 200)}`
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, OWN_WORDS)
