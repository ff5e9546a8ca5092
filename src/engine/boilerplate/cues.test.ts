import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { draft } from '../draft'
import { readExample, type Claim } from './example'
import { cues } from './registry'

const files = readdirSync(new URL('./cues', import.meta.url))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -3))

/** site-census.test.ts gives it a census. */
const WITHOUT_EXAMPLES = ['site-census']

describe('the registry', () => {
  it('lists every cue file once, under its file name', () => {
    expect(cues.map((cue) => cue.id).sort()).toEqual(files.sort())
  })

  it('gives every cue a reason in both languages and examples of what goes and what stays', () => {
    for (const cue of cues) {
      expect(cue.reason.zh, cue.id).toMatch(/\p{Script=Han}/u)
      expect(cue.reason.en, cue.id).toMatch(/[a-z]/)
      if (WITHOUT_EXAMPLES.includes(cue.id)) continue
      const fates = new Set(
        cue.examples.flatMap((example) =>
          readExample(example).claims.flatMap((claim) => (claim.cut === null ? [claim.fate] : [claim.fate, 'lifted'])),
        ),
      )
      expect(fates.has('text') && fates.size > 1, `${cue.id} needs a marked line and one that stays`).toBe(true)
    }
  })
})

const check = (id: string, example: string): void => {
  const { page, claims } = readExample(example)
  const { blocks } = draft(page)
  const cutFrom = ({ block }: Claim) => {
    const { start, end } = page.blocks[block] ?? { start: 0, end: 0 }
    return blocks.filter((one) => one.start >= start && one.end <= end)
  }
  for (const claim of claims) {
    const quote = page.blocks[claim.block]?.text ?? ''
    const parts = cutFrom(claim)
    const cut = claim.cut === null ? [] : parts.filter((one) => page.text.slice(one.start, one.end) === claim.cut)
    const whole = parts.filter((one) => !cut.includes(one))
    expect(
      whole.map((one) => one.fate),
      quote,
    ).toEqual(whole.map(() => claim.fate))
    if (claim.cut !== null)
      expect(
        cut.map((one) => [one.fate, one.cue]),
        quote,
      ).toEqual([['lifted', id]])
    if (claim.fate !== 'text') for (const one of whole) expect(one.cue, quote).toBe(id)
    if (claim.fate !== 'text') expect(Math.min(...whole.map((one) => one.confidence)), quote).toBeGreaterThan(0.7)
  }
}

describe.each(cues.filter((cue) => cue.examples.length > 0).map((cue) => [cue.id, cue.examples] as const))(
  '%s',
  (id, examples) => {
    it.each(examples.map((example) => [example]))('%s', (example) => {
      check(id, example)
    })
  },
)
