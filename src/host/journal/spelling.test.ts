import { expect, it } from 'vitest'
import { draftOf, entry } from '../../review/desk.testing'
import type { JournalRecord } from '../../review/operation'
import { packed, restOf, unpacked } from '../search/rest'
import { decodeLine, encodeLine, NO_HASH } from './line'
import { spellingOf } from './spelling'

const DRAFT = draftOf('= 正文，"引号"', '- 分享到', '? 更多\u2028')

function baseOf(draft: object, document = 'doc'): JournalRecord {
  const op = { kind: 'base', engine: '1', draft, reading: { name: 'a","draft":null,"b.txt', draft: null } }
  return { v: 1, seq: 1, client: 'host', ...entry(op as never), document, prevHash: NO_HASH }
}

it('pins verdicts as they were spelled when they were kept, to the same bytes as spelled anew', () => {
  const { verdicts } = unpacked(packed(restOf(DRAFT, []))!)
  expect(spellingOf(verdicts!)).not.toBeNull()
  const again = { ...verdicts! }
  expect(spellingOf(again)).toBeNull()
  const document = '"draft":null'
  const kept = baseOf(verdicts!, document)
  const line = encodeLine(kept)
  expect(Buffer.from(line).toString()).toBe(
    Buffer.from(encodeLine({ ...kept, op: { ...kept.op, draft: again } } as never)).toString(),
  )
  expect(decodeLine(line)).toEqual({ kind: 'record', record: JSON.parse(JSON.stringify(kept)) })
})
