import { expect, it } from 'vitest'
import type { Finding } from '../../engine/analysis'
import { quotationOf } from './quotation'

/** A text with its evidence in square brackets. */
function quoted(marked: string): string[] {
  const evidence: { start: number; end: number; quote: string; cleaned: null }[] = []
  let source = ''
  for (const part of marked.split(/(?=\[)|(?<=\])/)) {
    const start = source.length
    source += part.replace(/[[\]]/g, '')
    if (part.startsWith('[')) evidence.push({ start, end: source.length, quote: part.slice(1, -1), cleaned: null })
  }
  const finding = { evidence } as unknown as Finding
  return quotationOf(source, finding).map((parts) =>
    parts.map(({ text, marked: on }) => (on ? `[${text}]` : text)).join(''),
  )
}

it('quotes to the ends of the sentence', () => {
  expect(quoted('前一句。帮助[近百余户]抢收。后一句')).toEqual(['帮助[近百余户]抢收。'])
})

it('says where it leaves words out', () => {
  const long = '一二三四五六七八九十'.repeat(4)
  expect(quoted(`${long}[近百余户]${long}`)).toEqual([`…${long.slice(-20)}[近百余户]${long.slice(0, 20)}…`])
})

it('shows near places together, far ones apart', () => {
  expect(quoted('流转[860亩]其中[640亩]')).toEqual(['流转[860亩]其中[640亩]'])
  expect(quoted(`题[860亩]。${'文'.repeat(60)}。共[680亩]`)).toEqual(['题[860亩]。', '共[680亩]'])
})

it('knows where each marked place is shown, by the copy where it was typed', () => {
  const evidence = [
    { start: 2, end: 6, quote: '860亩', cleaned: null },
    { start: null, end: null, quote: '640亩', cleaned: [9, 13] },
  ]
  const parts = quotationOf('流转860亩土地。', { evidence } as unknown as Finding).flat()
  expect(parts.filter(({ marked }) => marked).map(({ place }) => place)).toEqual([
    { source: [2, 6] },
    { copy: [9, 13] },
  ])
})

it('cuts no Latin word in half', () => {
  const [words] = quoted('The next inspection of the bridge is due on [31 September] and the weight limit stays.')
  expect(words).toMatch(/^…\s?bridge|^…\s?\w+ is due on \[31 September\]/)
  expect(words).not.toMatch(/\bl…|…pection/)
})
