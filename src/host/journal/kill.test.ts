import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { systemDisk } from './disk'
import { Journal } from './journal'

const CHILD = fileURLToPath(new URL('appending.testing.ts', import.meta.url))

// A process kill is not a power cut: what the system had taken survives it. The power cut is simulated in journal.test.ts.
it('twenty kills -9 while it appends lose nothing that was acknowledged', { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'qingyang-kill-'))
  const acknowledged: string[] = []
  for (let kill = 0; kill < 20; kill++) acknowledged.push(...(await appendUntilKilled(folder, Math.random() * 60)))
  const journal = await Journal.open({ folder, disk: systemDisk, locked: null, now: Date.now })
  const there = new Set<string>()
  // A page holds as much as it may weigh: a fast machine writes more.
  for (let seq = 0; seq < journal.head.seq;) {
    const page = await journal.after(seq, 1_000_000)
    expect(page.length).toBeGreaterThan(0)
    for (const { opId } of page) there.add(opId)
    seq = page.at(-1)!.seq
  }
  expect(acknowledged.length).toBeGreaterThan(20)
  expect(acknowledged.filter((opId) => !there.has(opId))).toEqual([])
  expect(journal.notices.filter(({ code }) => code !== 'torn-tail')).toEqual([])
  await journal.close()
  await rm(folder, { recursive: true })
})

/** The operations a child had acknowledged when it was killed, `after` milliseconds behind its first one. */
async function appendUntilKilled(folder: string, after: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  const gone = once(child, 'close')
  await Promise.race([once(child.stdout, 'data'), gone])
  await new Promise((resolve) => setTimeout(resolve, after))
  child.kill('SIGKILL')
  await gone
  return output.split('\n').slice(0, -1)
}
