import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instrument } from './instrument.mjs'
import { chance, mutated } from './mutate.mjs'
import type { Target } from './targets/target'

/**
 * What the fuzzer began with and what it ever broke, run again; and each target on a few hundred inputs beside them. The
 * long form is `npm run fuzz -- TARGET SECONDS`.
 */
const TARGETS = ['archive', 'backup', 'clean', 'decode', 'journal', 'lex'] as const
const FUZZ = join(import.meta.dirname, '../../fuzz')

function inputsOf(target: string, kind: 'seeds' | 'findings'): { name: string; input: Buffer }[] {
  const folder = join(FUZZ, target, kind)
  if (!existsSync(folder)) return []
  return readdirSync(folder).map((name) => ({ name: `${kind}/${name}`, input: readFileSync(join(folder, name)) }))
}

const targetOf = async (name: string): Promise<Target> =>
  ((await import(`./targets/${name}.ts`)) as { default: Target }).default

describe.each(TARGETS)('%s', (name) => {
  it('holds on all seeds and findings', { timeout: 120_000 }, async () => {
    const target = await targetOf(name)
    const broken: string[] = []
    const inputs = [...inputsOf(name, 'seeds'), ...inputsOf(name, 'findings')]
    expect(inputs.length).toBeGreaterThan(1)
    for (const { name: input, input: bytes } of inputs)
      await Promise.resolve(target.run(bytes)).catch((error: unknown) => broken.push(`${input}: ${String(error)}`))
    expect(broken).toEqual([])
  })

  it('holds on any bytes, and on seeds that were changed', { timeout: 120_000 }, async () => {
    const target = await targetOf(name)
    const seeds = inputsOf(name, 'seeds').map(({ input }) => input)
    const changed = fc.tuple(fc.constantFrom(...seeds), fc.nat()).map(([seed, at]) => {
      const next = mutated(seed, { pick: chance(at), others: seeds, words: [Buffer.from('万元'), Buffer.from('"op"')] })
      return target.repair && at % 2 === 0 ? target.repair(next) : next
    })
    const input = fc.oneof(
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
      { weight: 4, arbitrary: changed },
    )
    await fc.assert(
      fc.asyncProperty(input, async (bytes) => target.run(bytes)),
      { numRuns: 120 },
    )
  })
})

describe('a branch counter', () => {
  it('leaves the program as it was, and counts', async () => {
    const code = `
      const pick = (a, b) => a && (b ?? { none: true })
      function sign(n) { if (n < 0) return -1; else if (n === 0) return 0; for (const x of [n]) if (x) return x > 1 ? 2 : 1; return 9 }
      function word(n) { switch (n) { case 1: return 'one'; default: return [...(n ? 'many' : '')].map((c) => ({ c })).length } }
      export default [pick(1, null), pick(0, 1), sign(-5), sign(0), sign(1), sign(7), word(1), word(2), word(0)]`
    const { code: counted, branches } = instrument(code)
    const visits: number[] = []
    const url = `data:text/javascript,${encodeURIComponent(`const __q = (n) => globalThis.__visits.push(n);${counted}`)}`
    Object.assign(globalThis, { __visits: visits })
    const { default: answers } = (await import(/* @vite-ignore */ url)) as { default: unknown[] }
    expect(answers).toEqual([{ none: true }, 0, -1, 0, 1, 2, 'one', 4, 0])
    expect(branches).toBeGreaterThan(12)
    expect(new Set(visits).size).toBeGreaterThan(12)
  })
})
