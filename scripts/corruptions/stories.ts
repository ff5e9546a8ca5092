import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { analyze } from '../../src/engine'
import { hasCorpus, readSet, SETS } from '../cleaning/corpus'
import { dice } from './site'

/** A real article: its title on a line that begins with '# ', then its paragraphs. */
export interface Story {
  /** set and page id, or the inbox's file */
  readonly id: string
  readonly text: string
  /** mended on what is missed there, or only measured */
  readonly half: 'development' | 'held-back'
}

const INBOX = new URL('../../../shared/inbox/', import.meta.url)
export const hasInbox = (): boolean => existsSync(INBOX)

const halfOf = (id: string): Story['half'] => (dice(id) % 2 === 0 ? 'development' : 'held-back')

/** The page's own heading, by simple means. */
function titleOf(html: string): string {
  const head =
    /<h1[^>]*>(?<words>[\s\S]{4,300}?)<\/h1>/i.exec(html) ?? /<title[^>]*>(?<words>[\s\S]{4,300}?)<\/title>/i.exec(html)
  const words = (head?.groups?.['words'] ?? '').replace(/<[^<>]*>/g, ' ').replace(/&#?\w+;/g, ' ')
  return (words.split(/\s[|–—-]\s|[_|]/)[0] ?? '').replace(/\s+/g, ' ').trim()
}

async function inboxStories(): Promise<Story[]> {
  const stories: Story[] = []
  for (const name of hasInbox() ? readdirSync(INBOX).filter((file) => file.endsWith('.txt')) : []) {
    const analysis = await analyze(new Uint8Array(readFileSync(new URL(name, INBOX))), { name })
    if ('error' in analysis) continue
    for (const [i, { title, text }] of analysis.articles.entries()) {
      const id = `inbox/${name}${i === 0 ? '' : `#${i}`}`
      stories.push({ id, text: `# ${title ?? ''}\n${text}`, half: halfOf(id) })
    }
  }
  return stories
}

/** Every article beside the project: the labelled pages' own text, and the inbox as the engine cleans it. */
export async function storiesOf(): Promise<Story[]> {
  const pages = hasCorpus() ? SETS.flatMap((set) => readSet(set)) : []
  const labelled = pages.map(({ set, id, html, gold }): Story => {
    const title = titleOf(html)
    return { id: `${set}/${id}`, text: title === '' ? gold : `# ${title}\n${gold}`, half: halfOf(`${set}/${id}`) }
  })
  return [...labelled, ...(await inboxStories())]
}
