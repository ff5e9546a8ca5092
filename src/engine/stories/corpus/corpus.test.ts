import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { corpusDigest, labelledPages } from './labels.testing'
import { MEASURES, missesOf, scorePage, sharesOf, type Measure, type PageScore } from './score.testing'

/**
 * The gate on the project's own corpus: no style may fall below what corpus/floors.json pins. Floors are raised (never
 * lowered, while pages and labels are the same) by `CORPUS_FLOORS=raise npx vitest run src/engine/stories/corpus`;
 * `CORPUS_MISSES=show` prints every miss.
 */

type Shares = Partial<Record<Measure, number>>
interface Floors {
  digest: string
  overall: Shares
  plain: Shares
  html: Shares
  styles: Record<string, Shares>
  /** of the pages beside the project: scripts/cleaning/shared-floors.test.ts */
  shared?: unknown
}

const FILE = new URL('../../../../corpus/floors.json', import.meta.url)
const NONE: Floors = { digest: '', overall: {}, plain: {}, html: {}, styles: {} }
const isRaising = process.env['CORPUS_FLOORS'] === 'raise'
let floors: Floors = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Floors) : NONE
const pages = labelledPages()
const styles = [...new Set(pages.map((page) => page.style))]
const digest = corpusDigest()
const scores: PageScore[] = []

const of = (style: string): PageScore[] => scores.filter(({ page }) => page.style === style)

const plain = (): PageScore[] => scores.filter(({ page }) => page.path.endsWith('.txt'))
const html = (): PageScore[] => scores.filter(({ page }) => page.path.endsWith('.html'))

const below = (shares: Shares, floor: Shares): string[] =>
  MEASURES.filter((measure) => (shares[measure] ?? 0) < (floor[measure] ?? 0)).map(
    (measure) => `${measure} ${shares[measure] ?? 0} < ${floor[measure]}`,
  )

/** The higher of each, while the corpus is the same. */
const raised = (shares: Shares, floor: Shares): Shares =>
  digest === floors.digest
    ? Object.fromEntries(
        MEASURES.filter((measure) => measure in shares || measure in floor).map((measure) => [
          measure,
          Math.max(shares[measure] ?? 0, floor[measure] ?? 0),
        ]),
      )
    : shares

const raise = (): void => {
  const { shared } = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Floors) : NONE
  const next: Floors = {
    digest,
    overall: raised(sharesOf(scores), floors.overall),
    plain: raised(sharesOf(plain()), floors.plain),
    html: raised(sharesOf(html()), floors.html),
    styles: Object.fromEntries(styles.map((style) => [style, raised(sharesOf(of(style)), floors.styles[style] ?? {})])),
    ...(shared === undefined ? {} : { shared }),
  }
  for (const measure of below(next.overall, floors.overall))
    console.log(`a floor of the changed corpus is lower: ${measure}`)
  writeFileSync(FILE, `${JSON.stringify(next, null, 2)}\n`)
  floors = next
}

beforeAll(async () => {
  for (const page of pages) scores.push(await scorePage(page))
  if (isRaising) raise()
  if (process.env['CORPUS_MISSES'] === 'show')
    console.log(missesOf(scores), sharesOf(scores), sharesOf(plain()), sharesOf(html()))
})

describe('the corpus', () => {
  it('is large and varied enough to mean something', () => {
    expect(pages.length).toBeGreaterThanOrEqual(60)
    expect(styles.length).toBeGreaterThanOrEqual(15)
    const text = pages.filter(({ path }) => path.endsWith('.txt')).length
    expect(Math.abs(text * 2 - pages.length)).toBeLessThanOrEqual(pages.length / 10)
    expect(new Set(pages.map(({ encoding }) => encoding ?? 'UTF-8'))).toEqual(new Set(['UTF-8', 'GB18030', 'Big5']))
  })

  it('is the one its floors were measured on', () => {
    expect(digest, 'pages or labels changed: measure again with CORPUS_FLOORS=raise and look at the diff').toBe(
      floors.digest,
    )
  })

  it.each(pages.map((page) => [page.path, page] as const))('%s: every label stands on its page', (_, page) => {
    const text = new TextDecoder(page.encoding ?? 'UTF-8').decode(page.bytes)
    const shown = page.path.endsWith('.html') ? text.replace(/<[^<>]*>/g, '').replace(/&nbsp;/g, ' ') : text
    const flat = shown
      .replace(/\s+/g, '')
      .replace(/&gt;/g, '>')
      .replace(/&lt;/g, '<')
      .replace(/&copy;/g, '©')
      .replace(/&raquo;/g, '»')
    for (const story of page.stories)
      for (const line of [story.title ?? '', ...story.text, ...story.captions, ...story.authors, ...story.editors])
        expect(flat).toContain(line.replace(/\s+/g, ''))
    for (const { text: line } of page.spans) expect(flat).toContain(line.replace(/\s+/g, ''))
  })
})

describe('no floor is broken', () => {
  it('in any encoding', () => {
    const told = scores.map(({ page, encoding }) => [page.path, encoding])
    expect(told).toEqual(pages.map((page) => [page.path, page.encoding ?? 'UTF-8']))
  })

  it.each(styles)('in the style %s', (style) => {
    const broken = below(sharesOf(of(style)), floors.styles[style] ?? {})
    expect(broken, `${style}\n${missesOf(of(style))}`).toEqual([])
  })

  it('overall', () => {
    expect(below(sharesOf(scores), floors.overall), missesOf(scores)).toEqual([])
    expect(below(sharesOf(plain()), floors.plain), missesOf(plain())).toEqual([])
    expect(below(sharesOf(html()), floors.html), missesOf(html())).toEqual([])
  })
})
