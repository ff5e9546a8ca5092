/** How many ancestors, and how many class words, a block tells of at most: the nearest. */
const NEAREST = 64
const OWN_WORDS = 16

/**
 * What name, class and id of an element and its ancestors tell. Elements that are alike in all of these share one: a list
 * of ten thousand items tells of itself once.
 */
export class Style {
  readonly path: readonly string[]
  /** class and id words, nearest first, lower case */
  readonly names: readonly string[]
  readonly signature: string
  #inner: Map<string, Style> | null = null

  private constructor(name: string, classes: string, id: string, above: Style | null) {
    this.path = above === null ? [] : [...above.path.slice(1 - NEAREST), name]
    this.names = withOwn(above?.names ?? [], classes, id)
    const joined = classes.slice(0, 1000).trim().replace(/\s+/g, '.')
    this.signature = joined === '' ? name : `${name}.${joined}`
  }

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
}

const withOwn = (above: readonly string[], classes: string, id: string): readonly string[] => {
  if (classes === '' && id === '') return above
  const words = `${classes.slice(0, 1000)} ${id.slice(0, 200)}`.toLowerCase().split(/\s+/)
  return [...words.filter((word) => word !== '').slice(0, OWN_WORDS), ...above].slice(0, NEAREST)
}
