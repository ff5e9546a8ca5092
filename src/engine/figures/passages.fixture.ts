import type { Role } from '../analysis'
import type { Passage } from './passage'

/** Test copy: one line a passage; '# ' begins the title, '## ' a heading, '^ ' a caption. The source is the whole text. */
export function passagesOf(text: string, story = 0): Passage[] {
  const passages: Passage[] = []
  let at = 0
  for (const line of text.split('\n')) {
    const mark = /^(?:#{1,2}|\^) /.exec(line)?.[0] ?? ''
    const start = at + mark.length
    at += line.length + 1
    const words = line.slice(mark.length)
    if (words === '') continue
    const role: Role = mark === '# ' ? 'title' : mark === '## ' ? 'heading' : mark === '^ ' ? 'caption' : 'body'
    const run = { at: 0, length: words.length, source: { start, end: start + words.length, atomic: false } }
    passages.push({
      role,
      story,
      text: words,
      runs: [run],
      cleaned: role === 'body' || role === 'heading' ? start : null,
    })
  }
  return passages
}
