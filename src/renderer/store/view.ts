import Dexie, { type EntityTable, type Table } from 'dexie'
import type { Row } from '../../contract/contract'
import type { Entry, JournalRecord } from '../../review/operation'

/** What the view knows about itself. */
export interface About {
  readonly key: 'journal' | 'folder' | Memory
  readonly value: string
}

/**
 * The working view in IndexedDB: rows, the journal's records (of a base without its verdicts), and the outbox of entries
 * no host has acknowledged. Everything but the outbox can be made again from the host.
 */
export class View extends Dexie {
  declare documents: EntityTable<Row, 'id'>
  declare records: EntityTable<JournalRecord, 'seq'>
  declare outbox: EntityTable<Entry, 'opId'>
  declare about: Table<About, About['key']>

  constructor(name: string) {
    // strict: a put that is answered is on disk.
    super(name, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({
      documents: 'id, received, status',
      records: 'seq, opId, version',
      outbox: 'opId, ts',
      about: 'key',
    })
  }
}

export const NAME_KEY = 'qingyang.view'
const RETIRED_KEY = 'qingyang.retired'
const KEPT_FOR = 7 * 24 * 3600 * 1000
const FIRST_NAME = 'qingyang'

/** The name of the view in use: it changes when the view is made anew. */
export function currentName(): string {
  return localStorage.getItem(NAME_KEY) ?? FIRST_NAME
}

export function freshName(now: number): string {
  return `${FIRST_NAME}-${now.toString(36)}`
}

/** Makes `name` the view in use; the one before is kept for seven days. */
export function adoptName(name: string, now: number): void {
  const before = currentName()
  localStorage.setItem(NAME_KEY, name)
  if (before !== name) localStorage.setItem(RETIRED_KEY, JSON.stringify([...retired(), { name: before, at: now }]))
}

/** Deletes views that were replaced more than seven days ago. */
export async function dropOldViews(now: number): Promise<void> {
  const old = retired()
  const due = old.filter((view) => now - view.at > KEPT_FOR && view.name !== currentName())
  for (const view of due) await Dexie.delete(view.name)
  if (due.length > 0) localStorage.setItem(RETIRED_KEY, JSON.stringify(old.filter((view) => !due.includes(view))))
}

function retired(): { readonly name: string; readonly at: number }[] {
  try {
    return JSON.parse(localStorage.getItem(RETIRED_KEY) ?? '[]') as { name: string; at: number }[]
  } catch {
    return []
  }
}

/** Opens the view, or gives up after `limit` milliseconds: IndexedDB can hang without an error. */
export async function openView(name: string, limit: number): Promise<View | null> {
  const view = new View(name)
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), limit)
  })
  try {
    const opened = await Promise.race([view.open().then(() => view), late])
    if (opened === null) view.close()
    return opened
  } catch {
    view.close()
    return null
  } finally {
    clearTimeout(timer)
  }
}

/** What a folder is left with: which rows were wanted, which one was open. */
type Memory = 'filter' | 'place'

/** Undefined where nothing is kept of this folder: only of the last one it is. */
export async function kept(view: View | null, folder: string, what: Memory): Promise<unknown> {
  const kept = await view?.about.get(what).catch(() => undefined)
  if (kept === undefined) return undefined
  const [of, value] = JSON.parse(kept.value) as [string, unknown]
  return of === folder ? value : undefined
}

export async function keep(view: View | null, folder: string, what: Memory, value: unknown): Promise<void> {
  await view?.about.put({ key: what, value: JSON.stringify([folder, value]) }).catch(() => undefined)
}
