import type { Attributes } from './attributes'
import type { LinkedScript } from './linked-body'

/** What a page says of itself outside its text: title, meta tags, JSON-LD. Collected while the page is walked. */
export class HeadNotes {
  title = ''
  canonical: string | null = null
  /** content by name, property or itemprop (lower case); the first of each counts, authors all */
  readonly meta = new Map<string, string[]>()
  readonly jsonLd: LinkedScript[] = []
  #titles = 0
  #isJsonLd = false

  constructor(readonly source: string) {}

  /** A start tag. `inside`: the element that is being left out, whose tags say nothing. */
  tag(name: string, attributes: Attributes, inside: string | null) {
    if (inside !== null) return
    if (name === 'title') this.#titles++
    else if (name === 'script') this.#isJsonLd = /^application\/ld\+json/i.test(attributes.get('type').trim())
    else if (name === 'link' && attributes.get('rel').toLowerCase() === 'canonical') {
      if (attributes.has('href')) this.canonical ??= attributes.get('href')
    } else if (name === 'meta') this.#meta(attributes)
  }

  text(inside: string, start: number, end: number) {
    if (inside === 'title' && this.#titles === 1 && this.title.length < 1000)
      this.title += this.source.slice(start, end)
    else if (inside === 'script' && this.#isJsonLd) this.jsonLd.push({ start, text: this.source.slice(start, end) })
  }

  entity(inside: string, text: string) {
    if (inside === 'title' && this.#titles === 1 && this.title.length < 1000) this.title += text
  }

  #meta(attributes: Attributes) {
    const content = attributes.get('content').trim()
    if (!content || this.meta.size > 500) return
    for (const key of ['name', 'property', 'itemprop', 'http-equiv'] as const) {
      const name = attributes.get(key).trim().toLowerCase()
      if (!name) continue
      const values = this.meta.get(name)
      if (values) values.push(content)
      else this.meta.set(name, [content])
      return
    }
  }
}
