import { describe, expect, it } from 'vitest'
import { read } from '../blocks/read'
import { findAppendix } from './appendix'
import { cutUnits } from './cut'
import { findRun } from './run'

const runOf = async (lines: readonly string[]) => {
  const bytes = new TextEncoder().encode(lines.join('\n'))
  const page = await read({ record: null, bytes, pointer: '' }, { name: 'a.txt' })
  if ('error' in page) throw new Error(page.error.message)
  const units = cutUnits(page)
  return findRun(units, findAppendix(units))
}

const PARAGRAPH = `${'The old ferry left the harbour a little after nine with only six passengers on board. '.repeat(6)}Then it was gone.`
const TEASER = `${'A short word about another story that stands elsewhere on this site. '.repeat(4)}Nothing more.`
const teasers = Array.from({ length: 12 }, (_, i) => [
  'Harbour Wire',
  'Share',
  `Another headline, number ${i}`,
  TEASER,
]).flat()

describe('the run of prose in plain text', () => {
  it('is the story, not the longer list of teasers below a closing heading', async () => {
    expect(await runOf(['Ferry', PARAGRAPH, PARAGRAPH, 'Most read', ...teasers])).toEqual({ first: 1, last: 2 })
  })

  it('is what is longer where no heading says that the story is over', async () => {
    expect((await runOf(['Ferry', PARAGRAPH, PARAGRAPH, 'The harbour', ...teasers])).last).toBeGreaterThan(20)
  })

  it('is a short story under its date, not the many teasers that stand behind the heading that closes it', async () => {
    const short = 'The old ferry left the harbour a little after nine with only six passengers on board. '.repeat(4)
    expect(await runOf(['Ferry', '2024-03-05 09:12', short, 'Most read', ...teasers])).toEqual({ first: 2, last: 2 })
    expect((await runOf(['Ferry', 'The harbour', short, 'Most read', ...teasers])).first).toBeGreaterThan(3)
  })

  it('is the story below a menu that names such a heading', async () => {
    expect(await runOf(['Most read', 'Sport', PARAGRAPH, 'Pictures', PARAGRAPH])).toEqual({ first: 2, last: 4 })
  })
})
