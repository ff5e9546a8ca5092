import { expect, it } from 'vitest'
import { approve } from '../../review/approval'
import { draftOf, entry } from '../../review/desk.testing'
import { fold } from '../../review/fold'
import { judgedPage, pageOf } from '../search/page'
import { packed, restOf, unpacked } from '../search/rest'
import { admitDecisions } from './reviews/admission'

const DRAFT = draftOf('= 正文', '- 分享到', '? 更多')
const { text: _, ...VERDICTS } = DRAFT
const share = DRAFT.blocks[1]!
const keep = () => entry({ kind: 'decide', spans: [[share.start, share.end]], fate: 'text' })

it('judges decisions and their undo by the verdicts alone', () => {
  const made = keep()
  const fates = admitDecisions(VERDICTS, [], [made])?.blocks.map(({ fate }) => fate)
  expect(fates).toEqual(fold(DRAFT, [made]).blocks.map(({ fate }) => fate))
  const undo = entry({ kind: 'undo', target: made.opId })
  expect(admitDecisions(VERDICTS, [made], [undo])?.blocks[1]?.fate).toBe('removed')
  expect(() => admitDecisions(VERDICTS, [made, undo], [entry({ kind: 'undo', target: made.opId })])).toThrow()
})

it('refuses a block that is not there, and a review that is closed', () => {
  expect(() => admitDecisions(VERDICTS, [], [entry({ kind: 'decide', spans: [[0, 1]], fate: 'text' })])).toThrow()
  expect(() => admitDecisions(VERDICTS, [entry({ kind: 'reject', reason: 'x' })], [keep()])).toThrow()
})

it('leaves what needs the text to the whole admission', () => {
  const approval = entry(approve(fold(DRAFT, [])))
  expect(admitDecisions(VERDICTS, [], [approval])).toBeNull()
  expect(admitDecisions(VERDICTS, [approval], [entry({ kind: 'undo', target: approval.opId })])).toBeNull()
})

it('keeps the verdicts beside the page until somebody worked on them, and the page follows', () => {
  const page = pageOf(DRAFT, [], 0)
  expect(unpacked(packed(restOf(DRAFT, []))!)).toEqual({ verdicts: VERDICTS, checks: null, across: null })
  const made = keep()
  expect(packed(restOf(DRAFT, [made]))).toBeNull()
  const judged = admitDecisions(VERDICTS, [], [made])!
  expect(judgedPage(page, judged, 7)).toEqual(pageOf(DRAFT, [made], 7))
})
