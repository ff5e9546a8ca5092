import { expect, it } from 'vitest'
import type { Operation } from '../../../review/operation'
import { Heading } from './heading.svelte'
import { Language } from '../settings/language.svelte'
import { Notes } from '../notes.svelte'
import type { Proof } from '../proof/proof.svelte'

const view = {
  ref: 0,
  kicker: null,
  title: '江湾二桥通车',
  subtitle: null,
  agency: null,
  authors: [],
  editors: [],
  published: '2026-06-18',
}

function formOpen(): { heading: Heading; notes: Notes; made: Operation[] } {
  const made: Operation[] = []
  const proof = {
    editable: true,
    review: { stories: [view, { ...view, ref: { at: 40 }, title: '第二篇' }] },
    flush: () => undefined,
    append: (op: Operation) => made.push(op) > 0,
  } as unknown as Proof
  const notes = new Notes()
  const heading = new Heading(new Language(['zh-CN']), notes)
  heading.open(proof, 0)
  return { heading, notes, made }
}
const set = (title: string): Operation => ({ kind: 'meta', story: 0, set: { title } })

it('keeps what was written when the document leaves the desk', () => {
  const { heading, made } = formOpen()
  heading.words = { ...heading.words, title: '新题' }
  heading.left()
  expect(made).toEqual([set('新题')])
  heading.left()
  expect(made).toHaveLength(1)
})

it('leaves a date that is none as it was, and says so', () => {
  const { heading, made, notes } = formOpen()
  heading.words = { ...heading.words, title: '新题', published: '昨天' }
  heading.left()
  expect(made).toEqual([set('新题')])
  expect(notes.text?.zh).toContain('没有改')
})

it('holds a signature back while the date is none', () => {
  const { heading, made } = formOpen()
  heading.words = { ...heading.words, published: '昨天' }
  expect(heading.signed()).toBe(false)
  expect(heading.wrongDate).toBe(true)
  expect(made).toEqual([])
  heading.words = { ...heading.words, published: '2026-06-19' }
  expect(heading.signed()).toBe(true)
  expect(made).toEqual([{ kind: 'meta', story: 0, set: { published: '2026-06-19' } }])
})

it('drops it on Esc alone', () => {
  const { heading, made } = formOpen()
  heading.words = { ...heading.words, title: '不要的' }
  heading.close()
  heading.left()
  expect(made).toEqual([])
})
