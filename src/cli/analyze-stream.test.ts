import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { answersIn, qingyang, start, STORY } from './cli.testing'

describe('analyze -', () => {
  it('answers line by line in order, a bad line in its place', async () => {
    const input = [
      { name: 'a.txt', text: STORY },
      { name: 'b.txt', base64: Buffer.from(STORY, 'utf16le').toString('base64') },
      'not json',
      { text: STORY },
      { name: 'c.txt' },
      { name: 'd.txt', text: STORY, base64: '' },
      { name: 'e.txt', base64: '***' },
      { name: 'f.txt', text: '' },
      7,
      { name: 'g.txt', text: STORY, url: 'https://paper.example.org/1.html', more: true },
    ].map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
    input.splice(3, 0, '', '   ')
    const { status, stdout, stderr } = await qingyang(['analyze', '-'], input.join('\r\n'))
    expect(answersIn(stdout).map(({ file, error }) => [file, error?.code ?? null])).toEqual([
      ['a.txt', null],
      ['b.txt', null],
      [null, 'bad-record'],
      [null, 'bad-record'],
      ['c.txt', 'bad-record'],
      ['d.txt', 'bad-record'],
      ['e.txt', 'bad-record'],
      ['f.txt', 'empty'],
      [null, 'bad-record'],
      ['g.txt', null],
    ])
    expect([status, stderr]).toEqual([1, ''])
  })

  it('reads text as text, whatever the page says of its encoding', async () => {
    const text = `<html><head><meta charset="gb2312"><title>河口</title></head><body><p>${STORY}</p></body></html>`
    const { status, stdout } = await qingyang(['analyze', '-'], JSON.stringify({ name: 'page.html', text }))
    expect([status, answersIn(stdout)[0]?.encoding]).toEqual([0, 'UTF-8'])
  })

  it('answers each line before the next one comes', async () => {
    const child = start('analyze', '-')
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    for (const name of ['1.txt', '2.txt', '3.txt']) {
      child.stdin.write(`${JSON.stringify({ name, text: STORY })}\n`)
      const { value } = (await answers.next()) as { value: string }
      expect(JSON.parse(value)).toMatchObject({ file: name })
    }
    child.stdin.end()
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  it('answers nothing to nothing', async () => {
    expect(await qingyang(['analyze', '-'])).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  it('lets no document hang it', async () => {
    const nested = `${'<div>'.repeat(200_000)}x`
    const lines = [
      { name: 'deep.html', text: nested },
      { name: 'after.txt', text: STORY },
    ].map((line) => JSON.stringify(line))
    const answers = answersIn((await qingyang(['analyze', '-'], lines.join('\n'))).stdout)
    expect(answers.map(({ file }) => file)).toEqual(['deep.html', 'after.txt'])
    expect(answers[1]?.error).toBeUndefined()
  })
})
