import { describe, expect, it } from 'vitest'
import { read } from '../blocks/read'
import { findAppendix } from './appendix'
import { cutUnits } from './cut'
import { findRows, withRows } from './rows'
import { findRun } from './run'

const PROSE = `<p>${'The ferry came back to the harbour on a grey morning, ten years after the last boat had left. '.repeat(4)}</p>`

const rowsOf = async (body: string) => {
  const bytes = new TextEncoder().encode(`<html><body><div class="story">${body}</div></body></html>`)
  const page = await read({ record: null, bytes, pointer: '' }, { name: 'a.html' })
  if ('error' in page) throw new Error(page.error.message)
  const units = cutUnits(page)
  const run = withRows(units, findRun(units, findAppendix(units)))
  return [...findRows(units, run)].map((i) => units[i]?.text)
}

const list = (lines: readonly string[]) => lines.map((line) => `<p>${line}</p>`).join('')
const DATES = ['June 9 - Coral Bay', 'June 10 - Grey Bay', 'July 2 - Old Pier', 'July 3 - Northwell']

describe('the rows of a story', () => {
  it('are the list that follows the prose', async () => {
    expect(await rowsOf(PROSE + PROSE + list(DATES))).toEqual(DATES)
  })

  it('are the data of a table, its caption and the line that introduces it standing above', async () => {
    const table = `<table>${DATES.map((line, i) => `<tr><td>${i + 1}</td><td>${line}</td><td>30</td></tr>`).join('')}</table>`
    expect(await rowsOf(`${PROSE}${PROSE}<p>The boats</p><p>All dates:</p>${table}`)).toHaveLength(4)
  })

  it('are no lines that begin otherwise, no links and not fewer than four', async () => {
    expect(await rowsOf(PROSE + list(DATES.slice(1)) + PROSE)).toEqual([])
    expect(await rowsOf(PROSE + list(['Coral', '9 June', 'July!', 'A pier']) + PROSE)).toEqual([])
    expect(await rowsOf(PROSE + list(DATES.map((line) => `<a href="/">${line}</a>`)) + PROSE)).toEqual([])
  })
})
