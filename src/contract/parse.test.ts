import { describe, expect, it } from 'vitest'
import { MOST_ENTRIES, parseRequest } from './parse'

const entry = {
  opId: 'op-1',
  document: 'doc',
  version: 'a'.repeat(64),
  op: { kind: 'reject', reason: '数字对不上' },
  by: '林',
  ts: 1,
}

describe('a request from outside', () => {
  it('is parsed', () => {
    expect(parseRequest('hello', null)).toEqual({ name: 'hello', argument: null })
    expect(parseRequest('rows', { from: 0, limit: 10 })).toEqual({ name: 'rows', argument: { from: 0, limit: 10 } })
    expect(parseRequest('append', { client: 'w', entries: [entry] }).argument).toEqual({
      client: 'w',
      entries: [entry],
    })
    expect(parseRequest('export', { form: 'zip', destination: null, by: '林' }).name).toBe('export')
  })

  it.each([['shell'], ['constructor'], ['__proto__'], ['toString'], [''], [7], [null], [{}]])(
    '%j is no request',
    (name) => {
      expect(() => parseRequest(name, null)).toThrow(
        expect.objectContaining({ failure: expect.objectContaining({ code: 'unknown-request' }) }),
      )
    },
  )

  it.each([
    ['hello', {}],
    ['rows', null],
    ['rows', { from: -1, limit: 10 }],
    ['rows', { from: 0, limit: 1e9 }],
    ['rows', { from: 0.5, limit: 1 }],
    ['openFolder', { path: '' }],
    ['openFolder', { path: 'a\0b' }],
    ['openFolder', { path: 'a'.repeat(5000) }],
    ['openFolder', { path: '/tmp', more: 1 }],
    ['openDropped', { paths: [] }],
    ['openDropped', { paths: ['a\0b'] }],
    ['document', { id: 7 }],
    ['search', { words: '长'.repeat(300), from: 0 }],
    ['search', { words: '长', from: -1 }],
    ['alike', { line: '', fate: 'removed', from: 0 }],
    ['alike', { line: '扫码', fate: 'lifted', from: 0 }],
    ['append', { client: 'w', entries: [{ ...entry, op: { kind: 'format-disk' } }] }],
    ['append', { client: 'w', entries: [{ ...entry, version: 'latest' }] }],
    ['append', { client: 'w', entries: Array.from({ length: MOST_ENTRIES + 1 }, () => entry) }],
    ['export', { form: 'pdf', destination: null, by: '' }],
  ])('%s with %j is refused', (name, argument) => {
    expect(() => parseRequest(name, argument)).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ code: 'bad-argument' }) }),
    )
  })

  it('says what is wrong', () => {
    expect(() => parseRequest('append', { client: 'w', entries: [{ ...entry, ts: 'now' }] })).toThrow(
      /entries\.0 Not an entry: ts/,
    )
  })
})
