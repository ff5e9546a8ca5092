import { expect, it } from 'vitest'
import { draftOf } from '../../review/desk.testing'
import type { AnalysisPool } from '../analysis/pool'
import { checksIn, pageOf, type Page } from '../search/page'
import type { Sources } from '../sources/sources'
import { Documents } from './documents'

const DRAFT = draftOf('= 桥修好了', '- 分享到', '= 路也通了')
const bytes = new TextEncoder().encode(DRAFT.text)

function documentsWith(page: Page | undefined): { documents: Documents; asked: string[] } {
  const asked: string[] = []
  const pool = {
    draft: () => (asked.push('draft'), Promise.resolve({ draft: DRAFT, findings: [], width: [], sketches: [] })),
    text: ({ part, options }) => {
      asked.push(`text ${options.encoding}`)
      return Promise.resolve({ text: new TextDecoder().decode(part.bytes) })
    },
  } as Pick<AnalysisPool, 'draft' | 'text'>
  const sources = { read: () => Promise.resolve(bytes) } as unknown as Sources
  const documents = new Documents(sources, pool, { get: () => page })
  documents.know('v', { name: '桥.txt', record: null, pointer: '' })
  return { documents, asked }
}

it('opens a document whose verdicts are kept without judging it again', async () => {
  const { documents, asked } = documentsWith(pageOf(DRAFT, [], 0))
  expect(await documents.draft('v', [])).toEqual(DRAFT)
  expect(asked).toEqual([`text ${DRAFT.encoding}`])
  await documents.draft('v', [])
  expect(asked).toHaveLength(1)
})

it('judges what no verdicts are kept of', async () => {
  const { documents, asked } = documentsWith(undefined)
  expect(await documents.draft('v', [])).toEqual(DRAFT)
  expect(asked).toEqual(['draft'])
})

it('keeps what the checks found with the page', () => {
  const checks = { findings: [], width: [[3, '\uFF0C']] } as const
  expect(checksIn(pageOf(DRAFT, [], 0, checks))).toEqual(checks)
  expect(checksIn(pageOf(DRAFT, [], 0))).toBeNull()
})
