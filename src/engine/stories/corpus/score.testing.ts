import type { Article, Block } from '../../analysis'
import { analyze } from '../../index'
import type { LabelledPage, LabelledStory } from './labels.testing'
import { linesMissing, nearness, tokensOf } from './shingles.testing'

/** What is counted: `f1` as a mean over pages, the others as a share of all that could be right. */
export const MEASURES = [
  'f1',
  'stories',
  'titles',
  'kickers',
  'subtitles',
  'dates',
  'authors',
  'editors',
  'agencies',
  'captions',
  'spans',
] as const
export type Measure = (typeof MEASURES)[number]

export interface Tally {
  right: number
  of: number
}

export interface PageScore {
  readonly page: LabelledPage
  /** as detected */
  readonly encoding: string
  readonly tallies: Readonly<Record<Measure, Tally>>
  /** one line each, readable: what was lost, kept wrongly or read wrongly */
  readonly misses: readonly string[]
}

const bare = (text: string | null): string | null => text?.replace(/\s+/g, ' ').trim() ?? null
const names = (list: readonly string[]): string => [...list].sort().join('、')

const FIELDS: Readonly<
  Record<Exclude<Measure, 'f1' | 'stories' | 'spans'>, (story: LabelledStory | Article) => string | null>
> = {
  titles: (story) => bare(story.title),
  kickers: (story) => bare(story.kicker),
  subtitles: (story) => bare(story.subtitle),
  dates: (story) => story.published,
  authors: (story) => names(story.authors),
  editors: (story) => names(story.editors),
  agencies: (story) => bare(story.agency),
  captions: (story) => story.captions.map(bare).join(' ¶ '),
}

/** Blocks that read as the span, or of which the span is made. */
const blocksOf = (text: string, blocks: readonly Block[], span: string): Block[] => {
  const wanted = tokensOf(span).join('')
  return blocks.filter((block) => {
    const own = tokensOf(block.pieces.map(([start, end, as]) => as ?? text.slice(start, end)).join('')).join('')
    return own !== '' && (own === wanted || (own.length > 1 && wanted.includes(own)) || own.includes(wanted))
  })
}

const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text)

class Scoring {
  readonly tallies = Object.fromEntries(MEASURES.map((name) => [name, { right: 0, of: 0 }])) as Record<Measure, Tally>
  readonly misses: string[] = []

  count(measure: Measure, right: number, miss: string): void {
    const tally = this.tallies[measure]
    tally.of += 1
    tally.right += right
    if (right < 1) this.misses.push(miss)
  }

  text(page: LabelledPage, articles: readonly Article[]): void {
    const wished = page.stories.flatMap((story) => story.text).join('\n')
    const given = articles.map((article) => article.text).join('\n')
    const { f1 } = nearness(wished, given)
    this.tallies.f1.of += 1
    this.tallies.f1.right += f1
    for (const line of linesMissing(wished, given)) this.misses.push(`lost: ${clip(line)}`)
    for (const line of linesMissing(given, wished)) this.misses.push(`kept: ${clip(line)}`)
  }

  /** A label that is absent and found absent says little: it counts only where either has something. */
  fields(wished: LabelledStory, given: Article | undefined): void {
    for (const [measure, read] of Object.entries(FIELDS) as [keyof typeof FIELDS, (typeof FIELDS)['titles']][]) {
      const [label, own] = [read(wished), given ? read(given) : null]
      if (!label && !own) continue
      this.count(measure, label === own ? 1 : 0, `${measure}: ${clip(label ?? '–')} ≠ ${clip(own ?? '–')}`)
    }
  }
}

/** Analyses a page and holds the result against its labels. */
export const scorePage = async (page: LabelledPage): Promise<PageScore> => {
  const scoring = new Scoring()
  const result = await analyze(page.bytes, { name: page.path })
  if ('error' in result) throw new Error(`${page.path}: ${result.error.message}`)
  const { text, blocks, articles, encoding } = result
  scoring.text(page, articles)
  const isCount = articles.length === page.stories.length
  scoring.count('stories', isCount ? 1 : 0, `stories: ${page.stories.length} ≠ ${articles.length}`)
  page.stories.forEach((story, i) => scoring.fields(story, articles[i]))
  for (const { text: span, fate } of page.spans) {
    const found = blocksOf(text, blocks, span)
    const wrong = found.filter((block) => block.fate !== fate)
    const isRight = found.length > 0 && wrong.length === 0
    const how = found.length === 0 ? 'no block' : [...new Set(wrong.map((one) => `${one.fate} (${one.cue})`))].join()
    scoring.count('spans', isRight ? 1 : 0, `span: ${clip(span)}: ${fate} ≠ ${how}`)
  }
  return { page, encoding, tallies: scoring.tallies, misses: scoring.misses }
}

/** Shares by measure, cut to four places; a measure that nothing speaks of is left out. */
export const sharesOf = (scores: readonly PageScore[]): Partial<Record<Measure, number>> => {
  const shares: Partial<Record<Measure, number>> = {}
  for (const measure of MEASURES) {
    const right = scores.reduce((all, { tallies }) => all + tallies[measure].right, 0)
    const of = scores.reduce((all, { tallies }) => all + tallies[measure].of, 0)
    if (of > 0) shares[measure] = Math.floor((right / of) * 10_000 + 1e-6) / 10_000
  }
  return shares
}

/** The misses of pages, by page. */
export const missesOf = (scores: readonly PageScore[]): string =>
  scores
    .filter(({ misses }) => misses.length > 0)
    .map(({ page, misses }) => [page.path, ...misses.map((miss) => `  ${miss}`)].join('\n'))
    .join('\n')
