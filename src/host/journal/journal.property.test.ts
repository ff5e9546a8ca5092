import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Entry } from '../../review/operation'
import { FaultyDisk } from './faulty-disk'
import { Journal } from './journal'
import { JOURNAL } from './sealing'

const FOLDER = '/data/journal'

type Step =
  /** appended at once, each of its windows some operations; a number may come again: the same operation sent twice */
  | { readonly kind: 'append'; readonly windows: readonly (readonly number[])[] }
  /** the operation of the disk that many from now fails, and all after it */
  | { readonly kind: 'fail'; readonly in: number; readonly code: 'ENOSPC' | 'EIO'; readonly partial: boolean }
  /** ends and starts again: in order, killed, or by a power cut that lets a share of the un-synced bytes arrive */
  | { readonly kind: 'restart'; readonly how: 'close' | 'kill' | 'cut'; readonly share: number }

const operation = fc.integer({ min: 0, max: 30 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('append' as const),
      windows: fc.array(fc.array(operation, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('fail' as const),
      in: fc.integer({ min: 1, max: 6 }),
      code: fc.constantFrom('ENOSPC' as const, 'EIO' as const),
      partial: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('restart' as const),
      how: fc.constantFrom('close' as const, 'kill' as const, 'cut' as const),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  },
)

function entry(number: number): Entry {
  const op = { kind: 'reject', reason: `退回 ${number}` } as const
  return { opId: `op-${number}`, document: 'doc', version: `v${number % 3}`, op, by: '林', ts: number }
}

class Life {
  readonly #disk = new FaultyDisk()
  #journal: Journal | null = null
  /** opId → seq, of what was acknowledged */
  readonly acknowledged = new Map<string, number>()

  async live(steps: readonly Step[]): Promise<void> {
    await this.#open()
    for (const one of steps) await this.#do(one)
    await this.#do({ kind: 'restart', how: 'cut', share: 0 })
  }

  async #do(one: Step): Promise<void> {
    if (one.kind === 'append') await Promise.all(one.windows.map((numbers) => this.#append(numbers)))
    else if (one.kind === 'fail') this.#failIn(one)
    else {
      if (one.how === 'close') await this.#journal?.close()
      this.#disk.fault = () => null
      if (one.how === 'cut') this.#disk.cut((unsynced) => Math.floor(unsynced * one.share))
      await this.#open()
      await this.#compare()
    }
  }

  async #append(numbers: readonly number[]): Promise<void> {
    try {
      const records = await this.#journal!.append('window', numbers.map(entry))
      expect(records.map(({ opId }) => opId)).toEqual(numbers.map((number) => `op-${number}`))
      for (const { opId, seq } of records) {
        expect(this.acknowledged.get(opId) ?? seq).toBe(seq)
        this.acknowledged.set(opId, seq)
      }
    } catch (error) {
      expect(this.#journal!.storage.mode, String(error)).toBe('read-only')
    }
  }

  #failIn({ in: wait, code, partial }: Extract<Step, { kind: 'fail' }>): void {
    const from = this.#disk.operations + wait
    this.#disk.fault = (operation, count) =>
      count < from ? null : operation === 'write' && partial ? { code, partial: 17 } : { code }
  }

  async #open(): Promise<void> {
    this.#journal = await Journal.open({ folder: FOLDER, disk: this.#disk, locked: null, now: () => 0 })
    expect(this.#journal.storage.mode).toBe('ok')
    expect(this.#journal.notices.filter(({ code }) => code !== 'torn-tail')).toEqual([])
  }

  async #compare(): Promise<void> {
    const records = await this.#journal!.after(0, 10_000)
    expect(records.map(({ seq }) => seq)).toEqual(records.map((_, index) => index + 1))
    expect(new Set(records.map(({ opId }) => opId)).size).toBe(records.length)
    const there = new Map(records.map(({ opId, seq }) => [opId, seq]))
    for (const [opId, seq] of this.acknowledged) expect(there.get(opId)).toBe(seq)
    for (const record of records) expect(record).toMatchObject(entry(record.ts))
    const byVersion = await Promise.all(['v0', 'v1', 'v2'].map((version) => this.#journal!.ofVersion(version)))
    expect(byVersion.flat().length).toBe(records.length)
    expect(this.#disk.contents(`${FOLDER}/${JOURNAL}`).at(-1)).toBe(10)
  }
}

it('whatever fails and however it ends, each acknowledged operation is there once, in its place', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => new Life().live(steps)),
    { numRuns: 300 },
  )
})
