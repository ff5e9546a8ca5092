import { afterEach, describe, expect, it } from 'vitest'
import { AnalysisPool, type JobOptions, type PoolOptions } from './pool'

const FAKE = new URL('./fake-worker.testing.mjs', import.meta.url)

let pool: AnalysisPool
afterEach(() => pool.close())

function open(options: Partial<PoolOptions> = {}): AnalysisPool {
  pool = new AnalysisPool({ worker: FAKE, size: 1, ...options })
  return pool
}

const bytes = (length = 4): Uint8Array => new Uint8Array(length).fill(65)
const part = (length?: number) => ({ record: null, bytes: bytes(length), pointer: '' })

/** Documents of one byte are stopped soon, the others have all the time they need on a busy machine. */
const cap = (size: number): number => (size === 1 ? 200 : 60_000)

/** What a draft job answers: the text of the fake's draft, or the failure's code. */
async function draft(name: string, options: JobOptions = {}, size?: number): Promise<string> {
  const answer = await pool.draft({ part: part(size), about: { name } }, options)
  return 'error' in answer ? answer.error.code : answer.draft.text
}

const emptyDraft = { encoding: 'UTF-8', confidence: 1, warnings: [], blocks: [], stories: [] }

describe('jobs', () => {
  it('parts: each with its bytes and their sha256', async () => {
    const answer = await open().parts({ bytes: new TextEncoder().encode('abcd'), name: 'a.json' })
    if ('error' in answer) throw new Error(answer.error.message)
    expect(answer.parts.map(({ record, pointer, bytes }) => [record, pointer, Buffer.from(bytes).toString()])).toEqual([
      [1, '/0', 'ab'],
      [2, '/1', 'cd'],
    ])
    expect(answer.parts[0]?.sha256).toBe('fb8e20fc2e4c3f248c60c39bd652f3c1347298bb977b8b4d5903b85055620603')
  })

  it('draft and check', async () => {
    expect(await open().draft({ part: part(), about: { name: 'a' } })).toMatchObject({
      draft: { text: 'a:4:4' },
      findings: [],
      width: [],
      sketches: [],
    })
    expect(await pool.check({ draft: { ...emptyDraft, text: '' }, entries: [] })).toEqual({
      findings: [],
      width: [],
      sketches: [],
    })
  })

  it('keeps the caller’s bytes unless they are given away, and sends no more than the bytes', async () => {
    open()
    const large = bytes(1000)
    const view = { ...part(), bytes: large.subarray(10, 20) }
    expect(await pool.draft({ part: view, about: { name: 'view' } })).toMatchObject({ draft: { text: 'view:10:10' } })
    expect(large.length).toBe(1000)
    await pool.draft({ part: { ...part(), bytes: large }, about: { name: 'kept' } })
    expect(large.length).toBe(1000)
    await pool.draft({ part: { ...part(), bytes: large }, about: { name: 'given' } }, { transfer: true })
    expect(large.length).toBe(0)
  })
})

describe('a bad document is one failure, the others go on', () => {
  it('one that takes too long is stopped, and the pool is filled again', async () => {
    open({ cap })
    const answers = [draft('before'), draft('loop', {}, 1), draft('after'), draft('loop', {}, 1), draft('last')]
    expect(await Promise.all(answers)).toEqual(['before:4:4', 'timeout', 'after:4:4', 'timeout', 'last:4:4'])
  })

  it('so are cutting and checking', async () => {
    open({ cap: () => 200 })
    expect(await pool.parts({ bytes: bytes(), name: 'loop' })).toMatchObject({ error: { code: 'timeout' } })
    expect(await pool.check({ draft: { ...emptyDraft, text: 'loop' }, entries: [] })).toMatchObject({
      error: { code: 'timeout' },
    })
  })

  it('the time allowed follows from the size', async () => {
    const asked: number[] = []
    open({ cap: (size) => (asked.push(size), 5000) })
    await pool.draft({ part: part(77), about: { name: 'a' } })
    await pool.check({ draft: { ...emptyDraft, text: '清样' }, entries: [] })
    expect(asked).toEqual([77, 6])
  })

  it.each(['exit', 'uncaught', 'throw'])('%s', async (what) => {
    open()
    expect(await Promise.all([draft('before'), draft(what), draft('after')])).toEqual([
      'before:4:4',
      'unreadable',
      'after:4:4',
    ])
  })

  it('one that eats all memory', async () => {
    open({ limits: { maxOldGenerationSizeMb: 24 } })
    expect(await Promise.all([draft('memory'), draft('after')])).toEqual(['unreadable', 'after:4:4'])
  })

  it('what cannot be sent is a failure too', async () => {
    open()
    const about = { name: 'a', url: (() => null) as unknown as string }
    expect(await pool.draft({ part: part(), about })).toMatchObject({ error: { code: 'unreadable' } })
    expect(await draft('after')).toBe('after:4:4')
  })

  it('a worker that cannot be started fails the jobs that wait, and the next job tries again', async () => {
    open({ worker: new URL('./no-such-worker.mjs', import.meta.url) })
    for (const round of [1, 2]) {
      const [first, second] = await Promise.all([draft(`a${round}`), draft(`b${round}`)])
      expect([first, second]).toEqual(['unreadable', 'unreadable'])
    }
  })
})

describe('order', () => {
  it('interactive jobs go before those in the background', async () => {
    open()
    await draft('warm')
    const done: string[] = []
    const job = (name: string, interactive: boolean) => draft(name, { interactive }).then(() => done.push(name))
    await Promise.all([job('spin 100', false), job('b1', false), job('b2', false), job('i1', true), job('i2', true)])
    expect(done.indexOf('i1')).toBeLessThan(done.indexOf('b1'))
    expect(done.indexOf('i2')).toBeLessThan(done.indexOf('b1'))
    expect(done).toHaveLength(5)
  })

  it('an interactive job does not wait for a long one in the background', async () => {
    open({ cap })
    const done: string[] = []
    const job = (name: string, options: JobOptions) =>
      draft(name, options).then(
        () => done.push(name),
        () => null,
      )
    void job('loop', {})
    void job('behind', {})
    await job('opened', { interactive: true })
    await job('opened again', { interactive: true })
    expect(done).toEqual(['opened', 'opened again'])
  })

  it('a job taken back while it waits never runs; one begun is answered', async () => {
    open()
    const abort = new AbortController()
    const begun = draft('spin 50', { signal: abort.signal })
    const waiting = draft('loop', { signal: abort.signal })
    const after = draft('after')
    await draft('begun', { interactive: true })
    abort.abort(new Error('another folder'))
    await expect(waiting).rejects.toThrow('another folder')
    expect(await begun).toBe('spin 50:4:4')
    expect(await after).toBe('after:4:4')
    await expect(draft('late', { signal: abort.signal })).rejects.toThrow('another folder')
  })

  it('several workers share the work', async () => {
    open({ size: 2, cap })
    draft('loop').catch(() => null)
    expect(await draft('beside')).toBe('beside:4:4')
  })

  it('closed, it rejects what it has not answered', async () => {
    open()
    await draft('warm')
    const [running, waiting] = [draft('loop'), draft('waiting')]
    const all = Promise.allSettled([running, waiting])
    await pool.close()
    expect((await all).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(draft('late')).rejects.toThrow('closed')
  })
})
