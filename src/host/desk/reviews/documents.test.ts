import { expect, it } from 'vitest'
import { draftOf } from '../../../review/desk.testing'
import type { AnalysisPool } from '../../analysis/pool'
import { NO_REST, packed, restOf, unpacked, type Rest } from '../../search/rest'
import type { Sources } from '../../sources/sources'
import { Documents } from './documents'

const DRAFT = draftOf('= 桥修好了', '- 分享到', '= 路也通了')
const bytes = new TextEncoder().encode(DRAFT.text)

function documentsWith(rest: Rest): { documents: Documents; asked: string[] } {
  const asked: string[] = []
  const pool = {
    draft: () => (asked.push('draft'), Promise.resolve({ draft: DRAFT, findings: [], width: [], sketches: [] })),
    text: ({ part, options }) => {
      asked.push(`text ${options.encoding}`)
      return Promise.resolve({ text: new TextDecoder().decode(part.bytes) })
    },
  } as Pick<AnalysisPool, 'draft' | 'text'>
  const sources = { read: () => Promise.resolve(bytes) } as unknown as Sources
  const documents = new Documents(sources, pool, { rest: () => Promise.resolve(rest) })
  documents.know('v', { name: '桥.txt', record: null, pointer: '' })
  return { documents, asked }
}

it('opens a document whose verdicts are kept without judging it again', async () => {
  const { documents, asked } = documentsWith(restOf(DRAFT, []))
  expect(await documents.draft('v', [])).toEqual(DRAFT)
  expect(asked).toEqual([`text ${DRAFT.encoding}`])
  await documents.draft('v', [])
  expect(asked).toHaveLength(1)
})

it('judges what no verdicts are kept of', async () => {
  const { documents, asked } = documentsWith(NO_REST)
  expect(await documents.draft('v', [])).toEqual(DRAFT)
  expect(asked).toEqual(['draft'])
})

it('keeps what the checks found beside the page', () => {
  const checks = { findings: [], width: [[3, '\uFF0C']] } as const
  expect(unpacked(packed(restOf(DRAFT, [], checks))!).checks).toEqual(checks)
  expect(unpacked(packed(restOf(DRAFT, []))!).checks).toBeNull()
})
