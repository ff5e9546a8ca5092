import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../review/fold'
import type { Entry } from '../../review/operation'
import { translate } from '../../review/translate'
import { approvedDocument, operation, request, scratch, titledDraft } from './bag.testing'
import { exportBag } from './export-bag'
import { verifyBag } from './verify-bag'

const words = fc.stringMatching(/^[甲乙ab😀 ]{1,6}$/u)
const line = fc
  .tuple(
    fc.constantFrom('=', '=', '-', '?', '^', '~', '|'),
    fc.array(fc.oneof(words, fc.constant('&〈;')), { minLength: 1, maxLength: 4 }),
  )
  .map(([sign, parts]) => `${sign} ${parts.join('')}`)
const step = fc.record({
  at: fc.nat(),
  cut: fc.nat(5),
  insert: words,
  block: fc.nat(),
  removes: fc.boolean(),
  decides: fc.boolean(),
})

describe('any review', () => {
  it('comes back byte by byte from the bag, folder and zip', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 7 }),
        fc.array(step, { maxLength: 6 }),
        fc.constantFrom('folder' as const, 'zip' as const),
        (drawn, steps, form) =>
          scratch(async (folder) => {
            const draft = titledDraft('^ 题&〈;目', '= 首段', ...drawn)
            const entries: Entry[] = []
            for (const [index, { at, cut, insert, block, removes, decides }] of steps.entries()) {
              const review = fold(draft, entries)
              const { start, end } = draft.blocks[1 + (block % (draft.blocks.length - 1))] ?? { start: 0, end: 0 }
              const from = at % (review.copy.text.length + 1)
              const to = Math.min(from + cut, review.copy.text.length)
              const op = decides
                ? {
                    kind: 'decide' as const,
                    spans: [[start, end] as const],
                    fate: removes ? ('removed' as const) : ('text' as const),
                  }
                : review.copy.placed.length > 0
                  ? translate(review, [{ from, to, insert }])
                  : null
              if (op) entries.push(operation(op, `op${index}`))
            }
            const document = approvedDocument(draft, entries)
            fc.pre(document.review.stories.some(({ text }) => text.trim() !== ''))
            const bag = join(folder, form === 'zip' ? 'bag.zip' : 'bag')
            const result = await exportBag(request(bag, [document], { form }))
            expect(result.refused).toEqual([])
            expect(await verifyBag(bag)).toMatchObject({ problems: [], rebuilt: result.written })
          }),
      ),
      { numRuns: 60 },
    )
  })
})
