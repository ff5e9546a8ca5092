import fc from 'fast-check'
import { Tokenizer as Other } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { NAMES } from './attributes'
import { Tokenizer } from './tokenizer'

/** Tokens one after the other: ‹text›, ‹&text› for a reference, ‹+name›, ‹+name/›, ‹-name›, attributes in braces. */
const written = (source: string, isXml = false): string => {
  let all = ''
  new Tokenizer(source, isXml, {
    isListening: true,
    isForeign: false,
    text: (start, end) => (all += `‹${source.slice(start, end)}›`),
    entity: (_start, _end, text) => (all += `‹&${text}›`),
    open: ({ name, isNote }, _at, attributes) => {
      const told = NAMES.filter((one) => attributes.has(one))
      const values = told.map((one) => (isNote || ['class', 'id', 'style'].includes(one) ? attributes.get(one) : ''))
      all += `‹+${name}${told.map((one, i) => `{${one}=${values[i]}}`).join('')}${attributes.closeTag ? '/' : ''}›`
    },
    close: ({ name }) => (all += `‹-${name}›`),
  }).run()
  return all
}

/** The same as htmlparser2 reads it. */
const otherwise = (source: string, isXml: boolean): string => {
  let [all, tag, name, at] = ['', '', '', 0]
  let attributes: Record<string, string> = {}
  const isNote = (): boolean => ['meta', 'link', 'script'].includes(tag)
  const open = (end: string): void => {
    const told = NAMES.filter((one) => attributes[one] !== undefined)
    const values = told.map((one) => (isNote() || ['class', 'id', 'style'].includes(one) ? attributes[one] : ''))
    all += `‹+${tag}${told.map((one, i) => `{${one}=${values[i]}}`).join('')}${end}›`
  }
  const text = (start: number, end: number): void => {
    // An end tag cut off at the end of the source comes as text from a place before it.
    if (start >= at) all += `‹${source.slice(start, end)}›`
    at = Math.max(at, end)
  }
  const tokenizer = new Other(
    { decodeEntities: true, recognizeSelfClosing: isXml },
    {
      ontext: text,
      ontextentity: (code) => (all += `‹&${String.fromCodePoint(code)}›`),
      onopentagname: (start, end) => {
        tag = source.slice(start, end).toLowerCase()
        attributes = {}
      },
      onattribname: (start, end) => {
        name = source.slice(start, end).toLowerCase()
        if (attributes[name] === undefined) attributes[name] = ''
        else name = ''
      },
      onattribdata: (start, end) => (attributes[name] += source.slice(start, end)),
      onattribentity: (code) => (attributes[name] += String.fromCodePoint(code)),
      onattribend: () => {},
      onopentagend: (end) => {
        at = end
        open('')
      },
      onselfclosingtag: () => open('/'),
      onclosetag: (start, end) => {
        at = end
        all += `‹-${source.slice(start, end).toLowerCase()}›`
      },
      oncdata: (start, end, offset) => {
        if (isXml && end - offset > start) text(start, end - offset)
      },
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
      isInForeignContext: () => false,
    },
  )
  tokenizer.write(source)
  tokenizer.end()
  return all
}

describe('Tokenizer', () => {
  it('tells text, references and tags', () => {
    expect(written('a &lt; b<P CLASS="x &amp; y" class=z hidden>c</p >')).toBe(
      '‹a ›‹&<›‹ b›‹+p{class=x & y}{hidden=}›‹c›‹-p›',
    )
    expect(written('1 < 2 <3> </ x></><br/>')).toBe('‹1 ›‹< 2 ›‹<3> ›‹+br/›')
  })

  it('passes over comments and declarations', () => {
    expect(written('a<!-- <b> --!>b<!-->c<!--->d<!doctype html>e<?x y>f<![CDATA[g>h]]>')).toBe('‹a›‹b›‹c›‹d›‹e›‹f›')
    expect(written('<![CDATA[g>h]]>', true)).toBe('‹g>h›')
  })

  it('takes raw text up to its own end tag', () => {
    expect(written('<script>a</scripts>&amp;<b></SCRIPT\n>c')).toBe('‹+script›‹a</scripts>&amp;<b>›‹-script›‹c›')
    expect(written('<title>a &amp; <b></title>')).toBe('‹+title›‹a ›‹&&›‹ <b>›‹-title›')
  })

  it('of a tag cut off at the end tells nothing', () => {
    for (const source of ['a<p', 'a<scrip', 'a<p class="b', 'a<!-- b', 'a</p', 'a<!d', 'a<br /']) {
      expect(written(source)).toBe('‹a›')
    }
  })

  it('reads any soup as htmlparser2 does', () => {
    const bit = fc.constantFrom(
      ...'<p>|</p>|<script>|</script>|</SCRIPT |<title>|</title>|<textarea>|</textarea|<style>|</style>|<xmp>|</xmp>'.split(
        '|',
      ),
      ...'<a href=1>|<p class="b|<p id=\'|<meta name="a" content="b&amp;c">|<br/>|<p class=a/b>|<x y|z =|<p =x|<plaintext>'.split(
        '|',
      ),
      ...'<!--|-->|--!>|<!-->|<!doctype|<![CDATA[|]]>|<?|<|>|/|</|&|&amp;|&amp|&notit;|&bne;|&Afr;|&#65;|&#x41|&#|"|\'|='.split(
        '|',
      ),
      ...[' ', '\n', '甲', 'a', 'hello'],
    )
    const soup = fc.array(bit, { maxLength: 40 }).map((bits) => `${bits.join('')}<p>`)
    fc.assert(
      fc.property(soup, fc.boolean(), (source, isXml) => {
        expect(written(source, isXml)).toBe(otherwise(source, isXml))
      }),
      { numRuns: 3000 },
    )
  })
})
