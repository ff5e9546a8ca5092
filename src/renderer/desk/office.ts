import type { Sync } from '../store/sync'
import type { Desk } from './desk.svelte'
import type { Office } from './proof/seats'

/** What a proof has of the desk. */
export function officeOf(desk: Desk, sync: Sync): Office {
  const { reviewer, notes, saving } = desk
  return {
    by: () => reviewer.name,
    note: (text) => notes.say(text),
    rules: () => desk.house.rules,
    stages: () => desk.stages.names,
    makeRule: (check, phrase) => desk.house.make({ kind: 'rule', check, phrase }),
    waits: (something) => saving.setTyping(something),
    send: (entry) => {
      saving.sent([entry.opId])
      void desk.learning.heard(entry, desk.proof, sync.send(entry))
    },
  }
}
