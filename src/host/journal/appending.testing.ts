import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { systemDisk } from './disk'
import { Journal } from './journal'

/**
 * A process that appends as fast as it can until it is killed, for kill.test.ts: writes each acknowledged opId to its
 * standard output, one a line. Argument: the journal's folder.
 */
const journal = await Journal.open({ folder: process.argv[2] ?? '', disk: systemDisk, locked: null, now: Date.now })
const client = async () => {
  for (;;) {
    const op = { kind: 'reject', reason: '图表与正文不符'.repeat(1 + Math.floor(Math.random() * 400)) } as const
    const entry = { opId: randomUUID(), document: 'doc', version: 'v', op, by: '林', ts: Date.now() }
    const records = await journal.append('child', [entry])
    writeSync(1, records.map(({ opId }) => `${opId}\n`).join(''))
  }
}
await Promise.all([client(), client(), client()])
