import type { Block, Draft, Fate, Role } from '../engine/analysis'
import type { Entry, Operation } from './operation'

/**
 * A tiny notation for drafts in tests. One line a block, its first sign the verdict:
 * `= kept`, `- removed`, `? removed, doubtful`, `^ lifted as a title`, `~ kept, continues the kept block before it`,
 * `| kept, first of a new story`. `&x;` in a line is an atomic stretch that reads `x`.
 */
export function draftOf(...lines: string[]): Draft {
  const blocks: Block[] = []
  let text = ''
  let story = 0
  for (const line of lines) {
    const sign = line[0] as string
    if (sign === '|') story++
    const start = text.length
    text += line.slice(2)
    const pieces = [...line.slice(2).matchAll(/&.;|[^&]+/gu)].map(({ 0: part, index }) => {
      const from = start + index
      const to = from + part.length
      return part.startsWith('&') ? ([from, to, part.slice(1, -1)] as const) : ([from, to] as const)
    })
    const fate: Fate = sign === '-' || sign === '?' ? 'removed' : sign === '^' ? 'lifted' : 'text'
    const role: Role = fate === 'removed' ? 'furniture' : fate === 'lifted' ? 'title' : 'body'
    const before = blocks.findLast((block) => block.fate === 'text')?.start ?? null
    blocks.push({
      start,
      end: text.length,
      pieces,
      role,
      fate,
      keep: fate !== 'removed',
      cue: fate === 'removed' ? 'share-bar' : 'prose',
      reason: { zh: '理由', en: 'a reason' },
      confidence: sign === '?' ? 0.6 : 0.99,
      story: fate === 'removed' ? null : story,
      continues: sign === '~' ? before : null,
    })
    text += '\n'
  }
  const meta = { kicker: null, subtitle: null, agency: null, site: null, published: null }
  const stories = Array.from({ length: story + 1 }, (_, index) => ({
    ...meta,
    title: `第${index + 1}篇`,
    authors: [],
    editors: [],
    captions: [],
  }))
  return { encoding: 'UTF-8', confidence: 1, text, warnings: [], blocks, stories }
}

let made = 0

/** An entry with an opId of its own. */
export function entry(op: Operation, opId = `op${++made}`): Entry {
  return { opId, document: 'd', version: '0'.repeat(64), op, by: '李敏', ts: 1_790_000_000_000 + made }
}
