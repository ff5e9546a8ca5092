import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { savedPage } from './saved-page'

const HTML = '<html><body><p>江上的灯=亮了 caf\u00E9</p></body></html>'
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string | Uint8Array) => {
  const page = savedPage(typeof text === 'string' ? bytesOf(text) : text)
  return page && { ...page, bytes: new TextDecoder().decode(page.bytes) }
}

const quoted = (text: string): string =>
  [...bytesOf(text)]
    .map((byte) =>
      byte === 0x3d || byte > 0x7e ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
    )
    .reduce(
      (lines, one) => (lines.length - lines.lastIndexOf('\n') + one.length > 75 ? `${lines}=\r\n${one}` : lines + one),
      '',
    )

const base64 = (text: string): string => {
  const binary = btoa(String.fromCharCode(...bytesOf(text)))
  return binary.replace(/.{76}/g, '$&\r\n')
}

const message = (parts: readonly string[], head = ''): string =>
  [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://example.com/a',
    'MIME-Version: 1.0',
    `Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Part--7x="${head}`,
    '',
    '',
    ...parts.flatMap((part) => ['------Part--7x=', part]),
    '------Part--7x=--',
    '',
  ].join('\r\n')

const part = (
  encoding: string,
  body: string,
  location = 'https://example.com/a',
  type = 'text/html; charset="utf-8"',
) => `Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: ${location}\r\n\r\n${body}`

const CSS = part('8bit', 'p { color: red }', 'https://example.com/a.css', 'text/css')

describe('a saved page', () => {
  it.each([
    ['quoted-printable', quoted(HTML)],
    ['base64', base64(HTML)],
    ['8bit', HTML],
    ['Binary', HTML],
  ])('%s', (encoding, body) => {
    expect(read(message([CSS, part(encoding, body)]))).toEqual({
      bytes: HTML,
      charset: 'utf-8',
      url: 'https://example.com/a',
    })
  })

  it('is the part saved from the page’s own address, not a frame', () => {
    const frame = part('8bit', '<p>frame</p>', 'cid:frame-1@mhtml.blink')
    expect(read(message([frame, part('8bit', HTML)]))?.bytes).toBe(HTML)
  })

  it('is the part that start names', () => {
    const named = `Content-ID: <main>\r\n${part('8bit', HTML, 'file:///C:/a.htm')}`
    expect(read(message([part('8bit', '<p>frame</p>'), named], ';\r\n start="<main>"'))).toMatchObject({
      bytes: HTML,
      url: 'https://example.com/a',
    })
  })

  it('may stand alone, without parts (IE), with line ends of Unix', () => {
    const alone = `MIME-Version: 1.0\nContent-Type: text/html; charset=gb2312\nContent-Transfer-Encoding: 7bit\n\n<p>a</p>`
    expect(read(alone)).toEqual({ bytes: '<p>a</p>', charset: 'gb2312', url: null })
  })

  it('may be cut off: the closing boundary is forgiven', () => {
    expect(read(message([part('8bit', HTML)]).replace(/\r\n------Part--7x=--\r\n$/, ''))?.bytes).toBe(HTML)
  })

  it('may be set as an alternative inside', () => {
    const inner = `Content-Type: multipart/alternative; boundary=q\r\n\r\n--q\r\nContent-Type: text/plain\r\n\r\nx\r\n--q\r\n${part('8bit', HTML)}\r\n--q--`
    expect(read(message([inner]))?.bytes).toBe(HTML)
  })

  it.each([
    ['', 'nothing'],
    ['From: x', 'headers without end'],
    ['<html><p>a</p>', 'plain HTML'],
    [message([CSS]), 'no HTML part'],
    [message([part('x-uuencode', 'a')]), 'an unknown transfer encoding'],
    ['Content-Type: multipart/related\r\n\r\nx', 'no boundary'],
  ])('is none: %#', (text) => expect(read(text)).toBeNull())

  it('never throws on any bytes', () => {
    const noise = fc.oneof(
      fc.uint8Array(),
      fc.string().map((text) => bytesOf(message([part('quoted-printable', text), text]))),
    )
    fc.assert(fc.property(noise, (bytes) => void savedPage(bytes)))
  })

  it('keeps what is no code in quoted-printable', () => {
    expect(read(message([part('quoted-printable', '<p>a=b =ZZ =  \r\nc=</p>')]))?.bytes).toBe('<p>a=b =ZZ c=</p>')
  })
})
