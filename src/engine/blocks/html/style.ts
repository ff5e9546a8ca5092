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
  ) {}

  /** That of nothing yet, from which a document's elements come. */
  static root(): Style {
    return new Style('', '', '', null)
  }

  inner(name: string, classes: string, id: string): Style {
    const key = classes === '' && id === '' ? name : `${name} ${id.length} ${id}${classes}`
    this.#inner ??= new Map()
    const known = this.#inner.get(key)
    if (known) return known
    const style = new Style(name, classes, id, this)
    this.#inner.set(key, style)
    return style
  }

  /** Names from the outermost element to this one, the nearest of them. */
  get path(): readonly string[] {
    if (this.above === null) return NOTHING
    return (this.#path ??= this.lineage(NEAREST, () => true)
      .map(({ name }) => name)
      .reverse())
  }

  /** Class and id words, nearest first, lower case. Elements without words of their own share those of the one above. */
  get names(): readonly string[] {
    if (this.above === null) return NOTHING
    if (!this.hasWords) return (this.#names ??= this.above.names)
    return (this.#names ??= this.lineage(NEAREST, (style) => style.hasWords)
      .flatMap(({ classes, id }) => ownWords(classes, id))
      .slice(0, NEAREST))
  }

  get signature(): string {
    return (this.#signature ??= signatureOf(this.name, this.classes))
  }

  get hasWords(): boolean {
    return this.classes !== '' || this.id !== ''
  }

  /** This one and those above it that pass, the nearest `most` of them. */
  private lineage(most: number, passes: (style: Style) => boolean): Style[] {
    if (this.above === null) return []
    const found: Style[] = passes(this) ? [this] : []
    for (let { above } = this as { above: Style | null }; above?.above && found.length < most; above = above.above)
      if (passes(above)) found.push(above)
    return found
  }
}

const NOTHING: readonly string[] = []

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
