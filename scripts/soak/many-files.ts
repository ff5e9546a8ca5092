import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { disk, type FileAccess } from '../../src/host/inbox/access'
import type { FoundFile } from '../../src/host/inbox/found-file'
import { Inbox, type InboxOptions } from '../../src/host/inbox/inbox'
import type { Claim } from './outcome'

const WRITER = fileURLToPath(new URL('writer.mjs', import.meta.url))
/** How every file ends, so that half of one is known for half. */
const END = Buffer.from('。完\n')
const BLOCKED = 5_000
const PATIENCE = 240_000

/** A system whose watch says nothing. */
const deaf: FileAccess = { ...disk, watch: (place, recursive) => disk.watch(place, recursive, () => {}) }

interface Drop {
  readonly missed: number
  readonly halfRead: number
  /** seconds after the last write */
  readonly listedAfter: number
  readonly readAfter: number
}

/** Another process writes `count` files while this one's event loop is blocked; then everything must be there, whole. */
async function drop(
  count: number,
  options: Omit<InboxOptions, 'root'>,
  patience: number,
  blocked = BLOCKED,
): Promise<Drop> {
  const root = await mkdtemp(join(tmpdir(), 'qingyang-soak-'))
  const inbox = new Inbox({ root, ...options })
  const listed = new Set<string>()
  const read = new Set<string>()
  const waiting: FoundFile[] = []
  let [halfRead, active] = [0, 0]
  const work = async (): Promise<void> => {
    active++
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const got = await inbox.read(file)
      if (!('bytes' in got)) continue
      if (!Buffer.from(got.bytes).subarray(-END.length).equals(END)) halfRead++
      read.add(file.raw)
    }
    active--
  }
  inbox.onChange(({ found, ready }) => {
    for (const { raw } of found) listed.add(raw)
    waiting.push(...ready)
    while (active < 4 && waiting.length > 0) void work()
  })
  await inbox.start()
  const writer = spawn(process.execPath, [WRITER, root, String(count)], { stdio: 'ignore' })
  const gone = once(writer, 'exit')
  await new Promise((done) => setTimeout(done, 300))
  for (const end = performance.now() + blocked; performance.now() < end;);
  await gone
  const from = performance.now()
  let listedAfter = NaN
  while (read.size < count && performance.now() - from < patience) {
    if (listed.size >= count && Number.isNaN(listedAfter)) listedAfter = (performance.now() - from) / 1000
    await new Promise((done) => setTimeout(done, 20))
  }
  const readAfter = (performance.now() - from) / 1000
  if (listed.size >= count && Number.isNaN(listedAfter)) listedAfter = readAfter
  await inbox.close()
  await rm(root, { recursive: true })
  return { missed: count - listed.size, halfRead, listedAfter, readAfter }
}

export const manyFiles: Claim = {
  name: 'files at once',
  says: 'files missed or half read when another process writes them while the event loop is blocked for 5 s (every 50th written slowly in two halves, every 7th renamed into place)',
  on: 'the inbox in this process, the system’s own file system',
  control: 'the rescan switched off, hints too (a tenth of the files)',
  times: 100_000,
  async run(outcome, keep) {
    const { missed, halfRead, listedAfter, readAfter } = await drop(outcome.of, {}, PATIENCE)
    outcome.done = outcome.of
    outcome.broken = missed + halfRead
    outcome.figures['missed'] = missed
    outcome.figures['half read'] = halfRead
    outcome.figures['all listed, after the last write'] = `${listedAfter.toFixed(1)} s`
    outcome.figures['all read, after the last write'] = `${readAfter.toFixed(1)} s`
    keep()
    const few = Math.ceil(outcome.of / 10)
    const unseen = await drop(few, { access: deaf, every: Infinity }, 3_000)
    outcome.control.done = few
    outcome.control.broken = unseen.missed
    const hasty = await drop(few, { quiet: 0 }, 20_000, 0)
    outcome.figures['half read without the second of quiet (control)'] = hasty.halfRead
    const watched = await drop(few, { every: Infinity }, 20_000)
    outcome.figures['missed by the watch alone'] = watched.missed
  },
}
