import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { check } from './check'
import type { Check, Example } from './claim'
import { passagesOf } from './passages.fixture'
import { checks } from './registry'

const room = new URL('./checks/', import.meta.url)

function marked(example: string): { text: string; spans: string[] } {
  const spans = [...example.split('[[').slice(1)].map((part) => part.split(']]')[0] ?? '')
  return { text: example.replaceAll('[[', '').replaceAll(']]', ''), spans }
}

function findingsOf({ id }: Check, text: string, example: Example) {
  const off = new Set(checks.map((other) => other.id).filter((other) => other !== id))
  return check(passagesOf(text), { published: () => example.published ?? null, off, on: new Set([id]) })
}

describe('the registry', () => {
  it('holds every file of checks/, once', async () => {
    const files = readdirSync(room).filter((file) => file.endsWith('.ts'))
    const exported = await Promise.all(
      files.map(async (file) => Object.values((await import(new URL(file, room).href)) as Record<string, Check>)),
    )
    expect(
      exported
        .flat()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(checks.map(({ id }) => id).sort())
    expect(files).toHaveLength(checks.length)
  })
})

describe.each(checks.map((one) => [one.id, one] as const))('%s', (_, one) => {
  it('shows at least eight wrong and eight silent examples', () => {
    expect(one.examples.filter((example) => 'wrong' in example).length).toBeGreaterThanOrEqual(8)
    expect(one.examples.filter((example) => 'silent' in example).length).toBeGreaterThanOrEqual(8)
  })

  it.each(one.examples.filter((example) => 'wrong' in example))('speaks: $wrong', (example) => {
    const { text, spans } = marked(example.wrong)
    const findings = findingsOf(one, text, example)
    expect(findings).toHaveLength(1)
    expect(spans.length).toBeGreaterThan(0)
    const quotes = findings[0]?.evidence.map(({ quote }) => quote)
    for (const span of spans) expect(quotes).toContain(span)
    expect(one.tiers).toContain(findings[0]?.tier)
  })

  it.each(one.examples.filter((example) => 'silent' in example))('is silent: $silent', (example) => {
    expect(findingsOf(one, example.silent, example).map(({ message }) => message.zh)).toEqual([])
  })
})

describe('all checks together', () => {
  const silent = checks.flatMap(({ examples }) => examples.filter((example) => 'silent' in example))
  it.each(silent)('are silent: $silent', (example) => {
    const findings = check(passagesOf(example.silent), { published: () => example.published ?? null })
    expect(findings.map(({ message }) => message.zh)).toEqual([])
  })
})
