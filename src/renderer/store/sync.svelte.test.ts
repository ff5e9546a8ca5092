import Dexie from 'dexie'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { entry } from '../../review/desk.testing'
import type { Entry } from '../../review/operation'
import { TestJournal } from './journal.testing'
import { Sync } from './sync'
import { currentName, dropOldViews, openView } from './view'

const dismiss = (): Entry => entry({ kind: 'dismiss', finding: 'f' })
const FULL = { code: 'read-only-full', zh: '磁盘已满', en: 'disk full' }

let journal: TestJournal
let opened: Sync[]
let acknowledged: string[]
let refused: { ids: string[]; kept: boolean }[]

beforeEach(async () => {
  opened?.forEach((sync) => sync.close())
  opened = []
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name)
  localStorage.clear()
  journal = new TestJournal()
  acknowledged = []
  refused = []
})

function newSync(): Sync {
  const sync = new Sync(journal, {
    acknowledged: (records) => acknowledged.push(...records.map(({ opId }) => opId)),
    refused: (entries, _, kept) => refused.push({ ids: entries.map(({ opId }) => opId), kept }),
  })
  opened.push(sync)
  return sync
}

const held = async (sync: Sync): Promise<string[]> => (await sync.view!.records.toArray()).map(({ opId }) => opId)
const outbox = async (sync: Sync): Promise<number> => sync.view!.outbox.count()

describe('sending', () => {
  it('acknowledges only what the journal holds, and empties the outbox then', async () => {
    const sync = newSync()
    await sync.start(journal.head)
    const one = dismiss()
    await sync.send(one)
    expect(acknowledged).toEqual([one.opId])
    expect(await held(sync)).toEqual([one.opId])
    expect(await outbox(sync)).toBe(0)
  })

  it('keeps in the outbox what the journal did not take', async () => {
    const sync = newSync()
    await sync.start(journal.head)
    journal.refusal = FULL
    await sync.send(dismiss())
    expect(acknowledged).toEqual([])
    expect(refused).toMatchObject([{ kept: true }])
    expect(await outbox(sync)).toBe(1)
  })

  it('sends many by portions, tells how far it is, and knows what was refused', async () => {
    const sync = newSync()
    await sync.start(journal.head)
    const many = Array.from({ length: 7 }, dismiss)
    journal.spoilt = many[4]?.opId ?? null
    const told: number[] = []
    const taken = await sync.sendMany(many, 3, (sent) => (told.push(sent), false))
    await sync.replay()
    expect(taken).toEqual(many.filter((_, at) => at !== 4))
    expect([told, journal.records.length, await outbox(sync)]).toEqual([[0, 0, 3, 7], 6, 0])
  })

  it('sends no more than is under way once it is told to stop, and keeps nothing of the rest', async () => {
    const sync = newSync()
    await sync.start(journal.head)
    const many = Array.from({ length: 7 }, dismiss)
    expect(await sync.sendMany(many, 3, (sent) => sent >= 3)).toEqual(many.slice(0, 6))
    await sync.replay()
    expect([journal.records.length, await outbox(sync)]).toEqual([6, 0])
  })

  it('gives up what the journal will never take', async () => {
    const sync = newSync()
    await sync.start(journal.head)
    journal.refusal = { code: 'refused', zh: '已经通过', en: 'approved' }
    await sync.send(dismiss())
    expect(refused).toMatchObject([{ kept: false }])
    expect(await outbox(sync)).toBe(0)
  })

  it('keeps the order in which it was done', async () => {
    const sync = newSync()
    await sync.start(journal.head)
    const all = [dismiss(), dismiss(), dismiss()]
    await Promise.all(all.map((each) => sync.send(each)))
    expect(journal.records.map(({ opId }) => opId)).toEqual(all.map(({ opId }) => opId))
  })
})

it('sends at once, when the page goes away, what waits for its turn: once, and in order', async () => {
  const sync = newSync()
  await sync.start(journal.head)
  const all = [dismiss(), dismiss(), dismiss()]
  const sending = Promise.all(all.map((each) => sync.send(each)))
  const before = journal.asked.length
  sync.close()
  expect(journal.asked.slice(before)).toEqual(['append'])
  expect(journal.records.map(({ opId }) => opId)).toEqual(all.map(({ opId }) => opId))
  await sending
  expect(journal.records).toHaveLength(3)
})

describe('a start', () => {
  it('replays the outbox before it compares', async () => {
    const first = newSync()
    await first.start(journal.head)
    journal.refusal = FULL
    const lost = dismiss()
    await first.send(lost)
    first.close()
    journal.refusal = null
    journal.asked.length = 0
    const again = newSync()
    expect(await again.start(journal.head)).toBe('caught-up')
    expect(await held(again)).toEqual([lost.opId])
    expect(currentName()).toBe('qingyang')
    expect(journal.asked[0]).toBe('append')
    expect(acknowledged).toEqual([lost.opId])
    expect(await outbox(again)).toBe(0)
  })

  it('loses of a replayed outbox only the entry the journal refuses', async () => {
    const first = newSync()
    await first.start(journal.head)
    journal.refusal = FULL
    const entries = [dismiss(), dismiss(), dismiss()]
    for (const each of entries) await first.send(each)
    first.close()
    journal.refusal = null
    journal.spoilt = entries[1]!.opId
    const again = newSync()
    await again.start(journal.head)
    expect(journal.records.map(({ opId }) => opId)).toEqual([entries[0]!.opId, entries[2]!.opId])
    expect(await outbox(again)).toBe(0)
  })

  it('replays behind what others wrote meanwhile without a rebuild', async () => {
    const first = newSync()
    await first.start(journal.head)
    await first.send(dismiss())
    journal.refusal = FULL
    await first.send(dismiss())
    first.close()
    journal.refusal = null
    await journal.request('append', { client: 'other', entries: [dismiss(), dismiss()] })
    const again = newSync()
    expect(await again.start(journal.head)).toBe('caught-up')
    expect(await held(again)).toHaveLength(4)
  })

  it('fills an empty view from the journal', async () => {
    await journal.request('append', { client: 'other', entries: [dismiss(), dismiss()] })
    const sync = newSync()
    expect(await sync.start(journal.head)).toBe('caught-up')
    expect(await held(sync)).toEqual(journal.records.map(({ opId }) => opId))
  })

  it('fetches only what is missing', async () => {
    const first = newSync()
    await first.start(journal.head)
    await first.send(dismiss())
    first.close()
    await journal.request('append', { client: 'other', entries: [dismiss()] })
    const again = newSync()
    expect(await again.start(journal.head)).toBe('caught-up')
    expect(await held(again)).toHaveLength(2)
    expect(currentName()).toBe('qingyang')
  })

  it('finds an undamaged view equal', async () => {
    const first = newSync()
    await first.start(journal.head)
    await first.send(dismiss())
    first.close()
    expect(await newSync().start(journal.head)).toBe('equal')
  })

  it.each([
    ['lost rows without an error', async (sync: Sync) => sync.view!.records.delete(1)],
    ['has rows the journal has not', async (sync: Sync) => sync.view!.records.put({ ...journal.records[1]!, seq: 3 })],
    ['has another last record', async (sync: Sync) => sync.view!.records.put({ ...journal.records[1]!, opId: 'else' })],
    ['is of another journal', async () => void (journal.id = 'another')],
  ])('rebuilds a view that %s, under a new name', async (_, damage) => {
    const first = newSync()
    await first.start(journal.head)
    await first.send(dismiss())
    await first.send(dismiss())
    await damage(first)
    first.close()
    const again = newSync()
    expect(await again.start(journal.head)).toBe('rebuilt')
    expect(await held(again)).toEqual(journal.records.map(({ opId }) => opId))
    expect(currentName()).not.toBe('qingyang')
    expect(await Dexie.exists('qingyang')).toBe(true)
  })

  it('takes what the outbox still holds along into the new view', async () => {
    const first = newSync()
    await first.start(journal.head)
    await first.send(dismiss())
    journal.refusal = FULL
    await first.send(dismiss())
    await first.view!.records.clear()
    first.close()
    const again = newSync()
    await again.start(journal.head)
    expect(await outbox(again)).toBe(1)
  })

  it('goes on without a view where IndexedDB hangs', async () => {
    vi.spyOn(Dexie.prototype, 'open').mockReturnValue(new Promise(() => undefined) as never)
    vi.useFakeTimers()
    const sync = newSync()
    const started = sync.start(journal.head)
    await vi.advanceTimersByTimeAsync(11_000)
    expect(await started).toBe('no-view')
    vi.useRealTimers()
    vi.restoreAllMocks()
    await sync.send(dismiss())
    expect(acknowledged).toHaveLength(1)
  })
})

describe('old views', () => {
  it('are kept for seven days', async () => {
    ;(await openView('qingyang', 1000))!.close()
    localStorage.setItem('qingyang.view', 'qingyang-new')
    localStorage.setItem('qingyang.retired', JSON.stringify([{ name: 'qingyang', at: 0 }]))
    await dropOldViews(6 * 24 * 3600 * 1000)
    expect(await Dexie.exists('qingyang')).toBe(true)
    await dropOldViews(8 * 24 * 3600 * 1000)
    expect(await Dexie.exists('qingyang')).toBe(false)
  })
})

describe('rows', () => {
  it('are remembered for their folder only', async () => {
    const sync = newSync()
    await sync.start(journal.head)
    const row = { id: 'r', received: 1, status: 'open' } as never
    await sync.keepRows('/a', [{ ...(row as object), id: 'before' } as never])
    await sync.keepRows('/a', [row])
    expect(await sync.rows('/a')).toEqual([row])
    const [changed, other] = [{ ...(row as object), title: 'new' } as never, { id: 's', received: 2 } as never]
    await sync.keepRows('/a', [changed, other], [row])
    expect(await sync.rows('/a')).toEqual([changed, other])
    await sync.keepRows('/a', [other], [changed, other])
    expect(await sync.rows('/a')).toEqual([other])
    expect(await sync.rows('/b')).toEqual([])
  })
})
