import type { News, Row } from '../../contract/contract'
import type { Sync } from '../store/sync'
import type { Desk } from './desk.svelte'
import { openAnew, openRejudged } from './rejudged'
import type { Shown } from './shown.svelte'

interface Parts {
  readonly desk: Desk
  readonly shown: Shown
  readonly sync: Sync
  /** sends what waits again */
  readonly retry: () => Promise<void>
}

/** Takes what the host tells without being asked to where it belongs. */
export function hear(news: News, { desk, shown, sync, retry }: Parts): void {
  desk.ahead.hear(news)
  switch (news.kind) {
    case 'rows':
      desk.inbox.take(news.upsert, news.gone)
      desk.search.again()
      desk.overview.again()
      return openArrived(desk, news.upsert)
    case 'folder':
      return void desk.inbox.follow(news.folder)
    case 'findings':
      // Only now does the host look for words in what was typed: a look before that found the text as it was.
      desk.search.again()
      return shown.tell(news)
    case 'records':
      desk.saving.acknowledged(news.records.map(({ opId }) => opId))
      desk.house.take(news.records)
      shown.tell(news)
      openRejudged(desk, news.records)
      return void sync.keep(news.records)
    case 'rejudged':
      return openAnew(desk, news.version)
    case 'storage':
      desk.saving.setStorage(news.storage)
      return void retry()
    case 'export':
      return desk.exporting.take(news.state)
  }
}

/** The row that was opened before its article was analysed, once it is. */
function openArrived(desk: Desk, rows: readonly Row[]): void {
  const row = rows.find(({ id, status }) => id === desk.queue.selected && status === 'open')
  if (row !== undefined && desk.proof === null && desk.opening === null) void desk.open(row.id)
}
