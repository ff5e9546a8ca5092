import { expect, it } from 'vitest'
import type { FoundFile } from '../../inbox/found-file'
import { Announcer } from '../announcer'
import { Arrivals } from './arrivals'
import type { FolderServices } from './folder'
import { Rows } from './rows'
import { Shelf } from './shelf'

it('counts a file that cannot be read as told of, and has it read again the next time', () => {
  const arrivals = new Arrivals(() => 0)
  const rows = new Rows(new Announcer())
  const shelf = new Shelf('/来稿', arrivals, { rows, now: () => 0 } as unknown as FolderServices)
  const found = { raw: 'a', path: '锁.txt', key: 'k', size: 3, mtimeMs: 0, failure: null } as FoundFile
  const file = arrivals.found(found)
  expect(arrivals.counts).toEqual({ listed: 1, analysed: 0 })
  shelf.fail(file, found, { code: 'unreadable', zh: '读不了', en: 'cannot be read' })
  expect(arrivals.counts).toEqual({ listed: 1, analysed: 1 })
  expect(file.retry).toBe(true)
  const told = () => ({ at: 0, asks: [], sketches: [] })
  expect([...arrivals.worth((id) => rows.get(id), told)][0]?.[1].key).toBe('')
})
