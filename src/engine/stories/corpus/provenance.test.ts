import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft } from '../../analysis'
import { analyze, draft, parts } from '../../index'
import { fold } from '../../../review/fold'
import type { Entry } from '../../../review/operation'
import { labelledPages } from './labels.testing'

/** Where every character comes from, for the whole engine: pages as they are, pages damaged on the way, and noise. */

const PAGES = labelledPages()

const drafted = async (bytes: Uint8Array, name: string): Promise<Draft | null> => {
  const cut = parts(bytes, name)
  if ('error' in cut || !cut[0]) return null
  const verdicts = await draft(cut[0], { name })
  return 'error' in verdicts ? null : verdicts
}

/** A decision that puts back every block. */
const puttingBack = ({ blocks }: Draft): Entry => ({
  opId: 'all',
  document: 'd',
  version: 'v',
  by: 'test',
  ts: 0,
  op: { kind: 'decide', spans: blocks.map(({ start, end }) => [start, end] as const), fate: 'text' },
})

/** Blocks lie in order inside the source and their pieces cover them with nothing but mark-up left out. */
const expectBlocks = ({ text, blocks, stories }: Draft, isPlain: boolean): void => {
  let at = 0
  for (const { start, end, pieces, fate, keep, story, confidence, continues } of blocks) {
    expect(start).toBeGreaterThanOrEqual(at)
    if (isPlain) expect(text.slice(at, start).trim()).toBe('')
    let inside = start
    for (const [from, to, read] of pieces) {
      expect(from).toBeGreaterThanOrEqual(inside)
      expect(to).toBeGreaterThan(from)
      if (isPlain) expect([from, read]).toEqual([inside, undefined])
      inside = to
    }
    expect([pieces[0]?.[0], inside]).toEqual([start, end])
    expect(keep).toBe(fate !== 'removed')
    expect(story === null || story < stories.length).toBe(true)
    expect(confidence).toBeGreaterThanOrEqual(0)
    expect(confidence).toBeLessThanOrEqual(1)
    if (continues !== null) expect(blocks.some((one) => one.start === continues && one.start < start)).toBe(true)
    at = end
  }
  expect(at).toBeLessThanOrEqual(text.length)
  if (isPlain) expect(text.slice(at).trim()).toBe('')
}

/** Each character of the copy is one of the source, or what an atomic piece reads as, or a break between blocks. */
const expectCopy = (of: Draft, entries: readonly Entry[]): string => {
  const { copy } = fold(of, entries)
  let [at, reached] = [0, 0]
  for (const run of copy.runs) {
    expect(run.at).toBe(at)
    at += run.length
    const shown = copy.text.slice(run.at, at)
    expect(run.kind).not.toBe('typed')
    if (run.kind === 'break') expect(['\n', ' ']).toContain(shown)
    if (run.kind !== 'source') continue
    expect(run.start).toBeGreaterThanOrEqual(reached)
    reached = run.end
    const piece = of.blocks[run.block]?.pieces.find(([from, to]) => from <= run.start && run.end <= to)
    expect(shown).toBe(run.atomic ? piece?.[2] : of.text.slice(run.start, run.end))
  }
  expect(at).toBe(copy.text.length)
  return copy.text
}

const expectLaws = async (bytes: Uint8Array, name: string): Promise<void> => {
  const one = await drafted(bytes, name)
  expect(await drafted(bytes, name)).toEqual(one)
  if (!one) return
  expectBlocks(one, name.endsWith('.txt'))
  expectCopy(one, [])
  const back = expectCopy(one, [puttingBack(one)])
  const everything = one.blocks.map(({ pieces }) =>
    pieces.map(([from, to, as]) => as ?? one.text.slice(from, to)).join(''),
  )
  expect(back.replace(/\s/g, '')).toBe(everything.join('').replace(/\s/g, ''))
  if (name.endsWith('.txt')) expect(back.replace(/\s/g, '')).toBe(one.text.replace(/\s/g, ''))
}

/** What stays of a source between blocks that is no mark-up, nor inside elements that hold no text of the page (buttons are among them). */
const unshown = (gap: string): string =>
  gap
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style|title|head|button)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<\/?[a-z!][^<>]*>/gi, '')
    .replace(/&nbsp;/g, ' ')
    .trim()

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

type Mutation = (bytes: Uint8Array) => Uint8Array
const joined = (...chunks: readonly Uint8Array[]): Uint8Array => Uint8Array.from(chunks.flatMap((chunk) => [...chunk]))
const place = fc.double({ min: 0, max: 1, noNaN: true })
const stuff = fc.oneof(
  fc.uint8Array({ maxLength: 12 }),
  fc
    .constantFrom(
      '\r\n',
      '<div>',
      '</p>',
      '<!--',
      '&#x1F600;',
      '&nbsp;',
      '\u0000',
      '\uFEFF',
      '</table>',
      '<td>',
      '来源\uFF1A',
      '(完)',
    )
    .map(bytesOf),
)
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(place, place).map(([a, b]): Mutation => (bytes) => {
    const [from, to] = [a, b].map((share) => Math.floor(share * bytes.length)).toSorted((x, y) => x - y) as [
      number,
      number,
    ]
    return joined(bytes.subarray(0, from), bytes.subarray(to))
  }),
  fc.tuple(place, stuff).map(([a, put]): Mutation => (bytes) => {
    const at = Math.floor(a * bytes.length)
    return joined(bytes.subarray(0, at), put, bytes.subarray(at))
  }),
  fc.tuple(place, place).map(([a, b]): Mutation => (bytes) => {
    const [from, to] = [a, b].map((share) => Math.floor(share * bytes.length)).toSorted((x, y) => x - y) as [
      number,
      number,
    ]
    return joined(bytes.subarray(0, to), bytes.subarray(from))
  }),
  fc.constantFrom<Mutation>(
    (bytes) => joined(bytes, bytes),
    (bytes) => bytesOf(new TextDecoder().decode(bytes).replace(/\n/g, '\r\n')),
    (bytes) => bytesOf(new TextDecoder().decode(bytes).replace(/\n/g, '')),
  ),
)
const damaged = fc
  .tuple(fc.constantFrom(...PAGES), fc.array(mutation, { minLength: 1, maxLength: 4 }))
  .map(([page, mutations]) => ({
    name: page.path,
    bytes: mutations.reduce((bytes, change) => change(bytes), page.bytes),
  }))

const noise = fc.record({
  name: fc.constantFrom('a.txt', 'a.html', 'a.md', 'a.mht', 'a.json', 'a.xhtml', 'a'),
  bytes: fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.string({ unit: 'binary', maxLength: 200 }).map(bytesOf),
    fc.array(fc.oneof(stuff, fc.string().map(bytesOf)), { maxLength: 30 }).map((chunks) => joined(...chunks)),
  ),
})

describe('provenance', () => {
  it.each(PAGES.map((page) => [page.path, page] as const))('%s', async (path, { bytes }) => {
    await expectLaws(bytes, path)
    const one = await drafted(bytes, path)
    expect(one).not.toBeNull()
    const edges = [
      0,
      ...(one?.blocks ?? []).flatMap(({ pieces }) => pieces.flatMap(([from, to]) => [from, to])),
      one?.text.length ?? 0,
    ]
    const gaps = edges.flatMap((edge, i) => (i % 2 === 0 ? [one?.text.slice(edge, edges[i + 1]) ?? ''] : []))
    expect(gaps.map(path.endsWith('.html') ? unshown : (gap) => gap.trim()).join('')).toBe('')
  })

  it('of damaged pages', async () => {
    await fc.assert(
      fc.asyncProperty(damaged, ({ bytes, name }) => expectLaws(bytes, name)),
      { numRuns: 150 },
    )
  })

  it('of noise', async () => {
    await fc.assert(
      fc.asyncProperty(noise, ({ bytes, name }) => expectLaws(bytes, name)),
      { numRuns: 300 },
    )
  })

  it('the whole engine never throws and answers the same again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(damaged, noise), async ({ bytes, name }) => {
        const about = { name, url: 'https://example.com/a' }
        expect(await analyze(bytes, about)).toEqual(await analyze(bytes, about))
      }),
      { numRuns: 150 },
    )
  })
})
