import { check } from '../../../src/engine/figures/check'
import { fold } from '../../../src/engine/figures/lexer/fold'
import { lex } from '../../../src/engine/figures/lexer/lex'
import type { Passage } from '../../../src/engine/figures/passage'
import { must, type Target } from './target'

/** The figure lexer and all checks, on any text: the bytes as UTF-8. */
const target: Target = {
  run(input) {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(input)
    must(fold(text).length === text.length, 'the shadow has the length of the text')
    const { mentions, dates, times, weekdays } = lex(text)
    for (const { start, end } of [...mentions, ...dates, ...times, ...weekdays])
      must(start >= 0 && start < end && end <= text.length, 'a mention lies in the text')
    for (const { low, value, high } of mentions) must(low <= value && value <= high, 'bounds hold the value')
    const [title = '', ...lines] = text.split('\n')
    const passage = (role: Passage['role'], line: string): Passage => ({
      story: 0,
      role,
      text: line,
      runs: [],
      cleaned: null,
    })
    const read = [passage('title', title), ...lines.map((line) => passage('body', line))]
    for (const { message } of check(read, { published: () => null }))
      must(message.zh !== '', 'a finding says what it found')
  },
}
export default target
