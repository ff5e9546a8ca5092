import fc from 'fast-check'
import { Tokenizer } from 'htmlparser2'
import { expect, test } from 'vitest'
import { Tokens } from './tokens'

type Event = readonly (string | number)[]

const FOREIGN = new Set(['svg', 'math'])

/** What is told of a source's tokens, adjoining text as one. */
class Recorder {
  readonly events: Event[] = []
  #tag: Event[] = []
  #foreign = ''

  constructor(readonly source: string) {}

  ontext(start: number, end: number) {
    if (start < 0) return
    const last = this.events.at(-1)
    const text = this.source.slice(start, end)
    if (last?.[0] === 'text' && last[2] === start) this.events[this.events.length - 1] = ['text', last[1] + text, end]
    else if (text !== '') this.events.push(['text', text, end])
  }

  entity(unit: number, end: number) {
    this.events.push(['reference', unit, end])
  }

  onopentagname(start: number, end: number) {
    const name = this.source.slice(start, end).toLowerCase()
    this.#tag = [['open', name, start]]
  }

  onattribname(start: number, end: number) {
    this.#tag.push(['attribute', this.source.slice(start, end), start])
    return true
  }

  onattribdata(start: number, end: number) {
    if (start < end) this.#tag.push(['value', this.source.slice(start, end)])
  }

  onattribentity(unit: number) {
    this.#tag.push(['value', unit])
  }

  onattribend() {}

  onopentagend() {
    this.events.push(...this.#tag, ['opened'])
    const name = String(this.#tag[0]?.[1])
    if (this.#foreign === '' && FOREIGN.has(name)) this.#foreign = name
  }

  onselfclosingtag() {
    this.events.push(...this.#tag, ['closed itself'])
  }

  onclosetag(start: number, end: number) {
    const name = this.source.slice(start, end).toLowerCase()
    this.events.push(['close', name, start])
    if (name === this.#foreign) this.#foreign = ''
  }

  cdata(start: number, end: number) {
    this.events.push(['cdata', this.source.slice(start, end)])
  }

  isInForeignContext() {
    return this.#foreign !== ''
  }
}

class Ours extends Recorder {
  ontextentity(unit: number, _: number, end: number) {
    this.entity(unit, end)
  }

  oncdata(start: number, end: number) {
    this.cdata(start, end)
  }
}

class Theirs extends Recorder {
  ontextentity(unit: number, end: number) {
    this.entity(unit, end)
  }

  oncdata(start: number, end: number, offset: number) {
    // CDATA that never ends is none.
    if (offset > 0) this.cdata(start, end - offset)
  }

  oncomment() {}
  ondeclaration() {}
  onprocessinginstruction() {}
  onend() {}
}

const ours = (source: string, closesItself: boolean): readonly Event[] => {
  const recorder = new Ours(source)
  new Tokens(source, closesItself, recorder).run()
  return recorder.events
}

const theirs = (source: string, closesItself: boolean): readonly Event[] => {
  const recorder = new Theirs(source)
  const tokenizer = new Tokenizer({ decodeEntities: true, recognizeSelfClosing: closesItself }, recorder)
  tokenizer.write(source)
  tokenizer.end()
  return recorder.events
}

const SCRAPS = (
  '<|>|</|/>|<!|<!--|-->|--!>|--|-|<!>|<!-->|<!--->|<![CDATA[|]]>|]|<!doctype html>|<?xml|<?|!|?|/|=|"|\'| |\n|\t|' +
  '<p>|<P class=a>|</p>|<a href="x?a=1&amp;b=2">|<a title=\'&lt;&copy\'>|<b x = y z>|<img src=a/>|<br/>|<br / >|</a >|</ p>|' +
  '<script>|</script>|</SCRIPT |<style>|</style>|<title>|</title>|<textarea>|</textarea>|<xmp>|</xmp>|<iframe>|</iframe>|' +
  '<noembed>|</noembed>|<noframes>|</noframes>|<plaintext>|<svg>|</svg>|<math>|</math>|<scripts>|<titles|<s|<pl|' +
  '&|&amp;|&amp|&lt;|&nbsp;|&#160;|&#x4e2d;|&#|&#x|&notit;|&NotEqualTilde;|&ampx|;|中文|word|a|1|\u3000|' +
  'a stretch of text that is longer than what is searched by hand, so that both ways are taken'
).split('|')

const soup = fc.array(fc.constantFrom(...SCRAPS), { maxLength: 24 }).map((scraps) => scraps.join(''))

test('reads what the tokenizer of htmlparser2 reads', () => {
  fc.assert(
    fc.property(soup, fc.boolean(), (source, closesItself) => {
      expect(ours(source, closesItself)).toEqual(theirs(source, closesItself))
    }),
    { numRuns: 4000 },
  )
})

test('comments and marks that never end take no more than linear time', () => {
  const hostile = ['<!--x', '<a b="', '<title>&', '</', '<![CDATA[', '<script></scrip', '&#', '<!-- --!', '<x '].map(
    (one) => one.repeat(60_000),
  )
  const start = performance.now()
  for (const source of hostile) ours(source, false)
  expect(performance.now() - start).toBeLessThan(5000)
})
