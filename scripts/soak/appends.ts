import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Opened } from '../../src/contract/contract'
import { systemDisk } from '../../src/host/journal/disk'
import { Journal } from '../../src/host/journal/journal'
import type { Entry } from '../../src/review/operation'
import { freePort, HostProcess, newId } from './host'
import { type Claim, quantile } from './outcome'

const WINDOWS = 3
const DOCUMENTS = 30
/** Appends of a window before any is measured: the host is warm by then. */
const WARMING = 20
const CONTROLS = 60
/** The end of the journal that is read after an acknowledgement: records of other windows may stand behind. */
const TAIL = 64 * 1024

const article = (n: number): string =>
  `江湾${n}桥今日通车\n\n江湾${n}桥今天上午十点正式通车\uFF0C全长一千二百米。\n市民说方便多了。\n分享到\uFF1A微信 微博\n`

/** Whether the journal's file, as another process reads it, ends with a record. */
async function holds(journal: string, opId: string): Promise<boolean> {
  const file = await open(journal, 'r')
  try {
    const { size } = await file.stat()
    const start = Math.max(0, size - TAIL)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(TAIL), 0, TAIL, start)
    return buffer.subarray(0, bytesRead).includes(opId)
  } finally {
    await file.close()
  }
}

async function documentsOf(host: HostProcess): Promise<Opened[]> {
  for (;;) {
    const { rows } = await host.ask('rows', { from: 0, limit: DOCUMENTS })
    if (rows.length === DOCUMENTS && rows.every(({ status }) => status !== 'waiting'))
      return Promise.all(rows.map(({ id }) => host.ask('document', { id })))
    await new Promise((done) => setTimeout(done, 20))
  }
}

function entryFor({ row, draft }: Opened, n: number): Entry {
  const after = { source: draft.blocks[1]!.start + (n % 5) }
  const op: Entry['op'] =
    n % 2
      ? { kind: 'meta', story: 0, set: { title: `题目${n}` } }
      : { kind: 'edit', deletes: [], deletesTyped: [], inserts: [{ after, text: '字' }], separators: [] }
  return { opId: newId(), document: row.id, version: row.version ?? '', op, by: '林', ts: Date.now() }
}

/** A host at work, and what its acknowledgements were worth. */
async function work(of: number, imports: readonly string[]): Promise<{ times: number[]; missing: number }> {
  const dir = await mkdtemp(join(tmpdir(), 'qingyang-soak-'))
  await mkdir(join(dir, '来稿'))
  for (let n = 0; n < DOCUMENTS; n++) await writeFile(join(dir, '来稿', `${n}.txt`), article(n))
  const host = new HostProcess(join(dir, 'data'), join(dir, '来稿'), await freePort(), imports)
  const times: number[] = []
  let missing = 0
  try {
    await host.enter()
    const documents = await documentsOf(host)
    const window = async (): Promise<void> => {
      const client = newId()
      for (let n = 0; n < of / WINDOWS; n++) {
        // An editor is never faster: every window waits a little between two operations.
        await new Promise((done) => setTimeout(done, 10 + Math.random() * 20))
        const entry = entryFor(documents[Math.floor(Math.random() * documents.length)]!, n)
        const from = performance.now()
        const taken = await host.ask('append', { client, entries: [entry] }).then(Boolean, () => false)
        if (n >= WARMING) times.push(performance.now() - from)
        if (!taken || !(await holds(join(dir, 'data/journal/journal.ndjson'), entry.opId))) missing++
      }
    }
    await Promise.all(Array.from({ length: WINDOWS }, window))
  } finally {
    await host.end('SIGKILL')
    await rm(dir, { recursive: true, force: true })
  }
  return { times, missing }
}

/** The journal alone, on this disk: how long from an append to its acknowledgement, written and synced. */
async function alone(of: number): Promise<number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'qingyang-soak-'))
  const journal = await Journal.open({ folder, disk: systemDisk, locked: null, now: Date.now })
  const times: number[] = []
  for (let n = 0; n < of; n++) {
    const op = { kind: 'meta', story: 0, set: { title: `题目${n}` } } as const
    const version = String(n % DOCUMENTS).padStart(64, '0')
    const from = performance.now()
    await journal.append('soak', [{ opId: newId(), document: 'd', version, op, by: '林', ts: Date.now() }])
    times.push(performance.now() - from)
  }
  await journal.close()
  await rm(folder, { recursive: true, force: true })
  return times
}

export const appends: Claim = {
  name: 'appends to a host at work',
  says: 'operations that are refused, or acknowledged and not found in the journal’s file by another process at once, three windows at work',
  on: 'the built loopback host, warm; measured from the window’s side of the socket, checks and admission included',
  control: 'writes answered before they are made',
  times: 3000,
  async run(outcome, keep) {
    const { times, missing } = await work(outcome.of, [])
    outcome.done = outcome.of
    outcome.broken = missing
    outcome.figures['acknowledged within, median'] = `${quantile(times, 0.5).toFixed(1)} ms`
    outcome.figures['p99'] = `${quantile(times, 0.99).toFixed(1)} ms`
    const journal = await alone(outcome.of)
    outcome.figures['the journal alone, median'] = `${quantile(journal, 0.5).toFixed(1)} ms`
    outcome.figures['the journal alone, p99'] = `${quantile(journal, 0.99).toFixed(1)} ms`
    keep()
    const hasty = [new URL('hasty.mjs', import.meta.url).href]
    outcome.control.broken = (await work(CONTROLS, hasty)).missing
    outcome.control.done = CONTROLS
  },
}
