import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outlineJson } from './json-outline'
import type { Part } from './part'
import { parts } from './parts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const textOf = (part: Part) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(part.bytes)

const must = (result: ReturnType<typeof parts>): Part[] => {
  if ('error' in result) throw new Error(result.error.message)
  return result
}
const shown = (result: ReturnType<typeof parts>) =>
  must(result).map((part) => [part.record, part.pointer, textOf(part)] as const)
const failure = (result: ReturnType<typeof parts>) => ('error' in result ? result.error : null)

describe('parts', () => {
  it('a file of one document is one part with all bytes', () => {
    const bytes = utf8('\uFEFF[甲]')
    expect(must(parts(bytes, 'a.txt'))).toEqual([{ record: null, pointer: '', bytes }])
    expect(must(parts(new Uint8Array(), 'a.html'))).toHaveLength(1)
  })

  it('JSON Lines: a part a line that is not empty, broken or not', () => {
    const file = utf8('\uFEFF{"t":"甲"}\r\n\n  \n{broken\n{"t":"乙\u2028"}')
    expect(shown(parts(file, 'a.jsonl'))).toEqual([
      [1, '', '{"t":"甲"}'],
      [2, '', '{broken'],
      [3, '', '{"t":"乙\u2028"}'],
    ])
  })

  it('JSON: elements of an array with their own bytes', () => {
    const file = utf8('[ {"t":"甲,]"} ,\n{"t":["\\"]"]},3]')
    expect(shown(parts(file, 'A.JSON'))).toEqual([
      [1, '/0', '{"t":"甲,]"}'],
      [2, '/1', '{"t":["\\"]"]}'],
      [3, '/2', '3'],
    ])
  })

  it('JSON: the usual list of an object, but not of an article', () => {
    expect(shown(parts(utf8('{"n":1,"items":[{"a":1},{"b":[2]}]}'), 'a.json'))).toEqual([
      [1, '/items/0', '{"a":1}'],
      [2, '/items/1', '{"b":[2]}'],
    ])
    expect(shown(parts(utf8('{"content":"x","data":[{}]}'), 'a.json'))).toHaveLength(1)
    expect(shown(parts(utf8('{"data":[{}],"items":[{}]}'), 'a.json'))).toHaveLength(1)
    expect(shown(parts(utf8('{"data":["x"]}'), 'a.json'))).toEqual([[null, '', '{"data":["x"]}']])
  })

  it('JSON in UTF-16 and damaged UTF-8 comes as UTF-8, the encoding remembered', () => {
    const text = '\uFEFF[{"t":"甲"}]'
    const wide = new Uint8Array(Uint16Array.from([...text].map((c) => c.charCodeAt(0))).buffer)
    const [part] = must(parts(wide, 'a.json'))
    expect(part && textOf(part)).toBe('{"t":"甲"}')
    expect(part?.from).toEqual({ encoding: 'UTF-16LE', confidence: 1, transcoded: true })
  })

  it('a file without a telling name is JSON only where it is JSON', () => {
    expect(must(parts(utf8('[{"a":1},{"a":2}]'), 'export'))).toHaveLength(2)
    expect(must(parts(utf8('[本报讯] 今天'), 'export'))).toHaveLength(1)
  })

  it('says where JSON is broken', () => {
    expect(failure(parts(utf8('[\n  {"a": 1,}\n]'), 'a.json'))).toMatchObject({ code: 'bad-record' })
    expect(failure(parts(utf8('[\n  {"a": 1,}\n]'), 'a.json'))?.message).toContain('line 2, column 11')
    expect(failure(parts(utf8('[1'), 'a.json'))?.message).toContain('at column 3')
    expect(failure(parts(utf8('[]'), 'a.json'))?.code).toBe('empty')
    expect(failure(parts(utf8(''), 'a.json'))?.code).toBe('empty')
    expect(failure(parts(utf8('['.repeat(200_000)), 'a.json'))?.code).toBe('too-deep')
    expect(failure(parts(utf8('{"a":'.repeat(65)), 'a.json'))?.code).toBe('too-deep')
  })

  it('never throws', () => {
    const name = fc.constantFrom('a.json', 'a.jsonl', 'a', 'a.txt', 'a.docx')
    const json = fc.string({
      unit: fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '\\', '1', 'a', '\n', '\uD800', '甲'),
    })
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), json.map(utf8)), name, (bytes, file) => {
        const result = parts(bytes, file)
        expect(Array.isArray(result) || typeof result.error.message === 'string').toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('outlineJson', () => {
  const parses = (text: string) => {
    try {
      JSON.parse(text)
      return true
    } catch {
      return false
    }
  }
  it('passes what JSON.parse reads, and nothing else', () => {
    const unit = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      ':',
      '\\',
      'u',
      '0',
      '1',
      '.',
      '-',
      'e',
      'null',
      ' ',
      '"a":',
      '\n',
      '{"a":',
      '甲',
    )
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit, maxLength: 12 }), fc.json()), (text) => {
        expect('fault' in outlineJson(text)).toBe(!parses(text))
      }),
      { numRuns: 5000 },
    )
  })
  it('finds every element of an array', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue({ maxDepth: 3 })), fc.nat(2), (list, indent) => {
        const text = JSON.stringify(list, null, indent)
        const outline = outlineJson(text)
        if ('fault' in outline) throw new Error('fault')
        expect(outline.values.map(({ start, end }) => JSON.parse(text.slice(start, end)) as unknown)).toEqual(
          JSON.parse(text),
        )
      }),
    )
  })
})
