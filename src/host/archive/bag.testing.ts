import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Draft } from '../../engine/analysis'
import { approve } from '../../review/approval'
import { draftOf } from '../../review/desk.testing'
import { fold } from '../../review/fold'
import type { Entry, Operation } from '../../review/operation'
import { sha256Of } from './digest'
import type { ApprovedDocument, BagRequest } from './request'

/** Documents and requests as tests of the archive need them. */

export const NOW = new Date('2026-03-05T08:00:00Z')

/** A folder that is gone when the test is. */
export async function scratch(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'qingyang-bag-'))
  try {
    await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** `draftOf` with the title its first title block reads. */
export function titledDraft(...lines: string[]): Draft {
  const draft = draftOf(...lines)
  const block = draft.blocks.find(({ role }) => role === 'title')
  const title = block?.pieces.map(([start, end, text]) => text ?? draft.text.slice(start, end)).join('') ?? null
  return { ...draft, stories: draft.stories.map((meta, story) => (story === 0 ? { ...meta, title } : meta)) }
}

/** The draft's document, its operations followed by an approval. The bytes are the source in UTF-8 unless given. */
export function approvedDocument(
  draft: Draft,
  operations: readonly Entry[] = [],
  { path = '来稿/一号.txt', bytes = Buffer.from(draft.text), extension = 'txt' } = {},
): ApprovedDocument {
  const version = sha256Of(bytes)
  const closing = {
    opId: 'approval',
    document: path,
    version,
    by: '李敏',
    ts: NOW.getTime(),
    op: approve(fold(draft, operations)),
  }
  return {
    row: { id: path, path, record: null, site: '清河日报', received: NOW.getTime() },
    version,
    bytes,
    extension,
    review: fold(draft, [...operations, closing]),
  }
}

export function operation(op: Operation, opId: string): Entry {
  return { opId, document: 'd', version: '0'.repeat(64), op, by: '李敏', ts: NOW.getTime() }
}

export function request(
  destination: string,
  documents: readonly ApprovedDocument[],
  more: Partial<BagRequest> = {},
): BagRequest {
  return {
    form: 'folder',
    destination,
    inbox: null,
    documents,
    total: documents.length,
    left: { open: 2, rejected: 1, failed: 0, missing: 0 },
    by: '李敏',
    now: NOW,
    agent: 'Qingyang 0.0.0',
    ...more,
  }
}
