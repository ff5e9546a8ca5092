/**
 * Drops N files (default 2,000) at once into new subfolders of a watched folder: on the whole host with a page open, on
 * the inbox alone, and on the inbox with the watch switched off. Prints what came of it, and keeps it in bench/INBOX.md.
 *
 *     npm run bench:inbox -- [N]
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { format } from 'prettier'
import { ROOT } from '../e2e/hosts'
import { inboxAlone } from './bench-inbox/inbox-alone'
import { page, print } from './bench-inbox/outcome'
import { wholeHost } from './bench-inbox/whole-host'
import { buildWhereStale } from './prepare.mjs'

const count = Number(process.argv[2] ?? 2000)
if (!Number.isSafeInteger(count) || count < 1) {
  console.error('usage: npm run bench:inbox -- [number of files]')
  process.exit(2)
}
await buildWhereStale()
const outcomes = [
  await wholeHost('the whole host, a page open', count),
  await inboxAlone('the inbox alone: watch and scan', count, true),
  await inboxAlone('the inbox alone: scan only (control)', count, false),
]
for (const outcome of outcomes) print(count, outcome)
const machine = `${availableParallelism()} shared cores, Node ${process.versions.node.split('.')[0]}`
mkdirSync(join(ROOT, 'bench'), { recursive: true })
writeFileSync(join(ROOT, 'bench/INBOX.md'), await format(page(count, machine, outcomes), { parser: 'markdown' }))
process.exitCode = outcomes.some(({ missed, done }) => missed > 0 || done < count) ? 1 : 0
