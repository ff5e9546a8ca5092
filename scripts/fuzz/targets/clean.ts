import { analyze } from '../../../src/engine/index'
import { must, type Target } from './target'

const NAMES = ['a.txt', 'a.html', 'a.md', 'a.json', 'a.jsonl', 'a.mht', 'a.docx', 'a']

/** The whole engine: bytes to verdicts, stories and findings. The first byte chooses the format. */
const target: Target = {
  async run(input) {
    const result = await analyze(input.subarray(1), { name: NAMES[(input[0] ?? 0) % NAMES.length] ?? 'a' })
    if ('error' in result) return must(/\S \/ \S/.test(result.error.message), 'a failure says why, in both languages')
    const { text, blocks, articles, findings } = result
    let end = 0
    for (const block of blocks) {
      must(block.start >= end && block.end >= block.start && block.end <= text.length, 'blocks in order, apart, inside')
      for (const [from, to] of block.pieces) must(from >= block.start && to <= block.end && from <= to, 'pieces inside')
      must(block.story === null || block.story < articles.length, 'a block belongs to a story that is there')
      must(block.keep === (block.fate !== 'removed'), 'keep says what fate says')
      end = block.end
    }
    for (const { message, evidence } of findings) {
      must(message.zh !== '' && message.en !== '', 'a finding says what it found')
      for (const { start, end: to } of evidence)
        must(
          start === null || to === null || (start >= 0 && start <= to && to <= text.length),
          'evidence lies in the source',
        )
    }
  },
}
export default target
