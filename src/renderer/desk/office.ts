import type { Bilingual } from '../../engine/analysis'
import type { Sync } from '../store/sync'
import type { Desk } from './desk.svelte'
import type { Office } from './seats'

/** An approval speaks for the checks, and they run in the host. */
export const NOT_WITHOUT_HOST: Bilingual = {
  zh: '后台断开\uFF1A最后的改动还没有核过数字\uFF0C后台恢复后再通过',
  en: 'The host is away: the last changes are not checked yet. Approve when it is back',
}

/** What a proof has of the desk. */
export function officeOf(desk: Desk, sync: Sync): Office {
  const { reviewer, notes, saving } = desk
  return {
    by: () => reviewer.name,
    note: (text) => notes.say(text),
    rules: () => desk.house.rules,
    makeRule: (check, phrase) => desk.house.make(check, phrase),
    waits: (something) => saving.setTyping(something),
    send: (entry) => {
      saving.sent([entry.opId])
      void sync.send(entry)
    },
  }
}
