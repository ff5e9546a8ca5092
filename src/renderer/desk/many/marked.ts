import type { Row } from '../../../contract/contract'
import type { Deed } from './batch.svelte'
import type { Desk } from '../desk.svelte'
import { keyOf } from '../keys/keys'

const DONE = {
  approve: { zh: '已通过', en: 'approved' },
  reject: { zh: '已退回', en: 'rejected' },
  reopen: { zh: '已重新打开', en: 'reopened' },
} as const

/** Does something to the marked articles. Those it was refused for stay marked. */
export async function settleMarked(desk: Desk, deed: Deed): Promise<void> {
  const { batch, queue, panels } = desk
  panels.askReason(null)
  if (!(await settleMany(desk, deed, queue.marked))) return
  queue.marks.only(batch.refused.map(({ id }) => id))
}

/** Does something to several articles, and tells what came of it. Answers whether there was something to do. */
export async function settleMany({ batch, notes }: Desk, deed: Deed, rows: readonly Row[]): Promise<boolean> {
  if (batch.running || rows.length === 0) return false
  await batch.run(deed, rows)
  const { made, refused } = batch
  const { zh, en } = DONE[deed.kind]
  const key = keyOf('undo-alike')
  const count = (n: number): string => (n === 1 ? '1 article' : `${n} articles`)
  const [none, noneEn] = refused.length === 0 ? ['', ''] : [`\uFF0C${refused.length} 篇没有`, `, ${refused.length} not`]
  const [undo, undoEn] = made === 0 ? ['', ''] : [`\uFF1B${key} 一并撤销`, `; ${key} undoes all of it`]
  notes.say({ zh: `${zh} ${made} 篇${none}${undo}`, en: `${count(made)} ${en}${noneEn}${undoEn}` })
  return true
}

export async function undoMarked({ batch, notes }: Desk): Promise<void> {
  const count = await batch.undo()
  notes.say({
    zh: `已撤销\uFF1A${count} 篇`,
    en: count === 1 ? 'Undone for 1 article' : `Undone for ${count} articles`,
  })
}
