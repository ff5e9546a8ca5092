import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'

/** The command line's contract (architecture), from outside: a process, its streams and its exit status. */
const ENTRY = join(import.meta.dirname, 'entry.testing.mjs')
export const STORY =
  '河口镇新修三座桥\n\n2026-03-05 来源:河口日报\n\n3月4日,河口镇的三座新桥同时通车,沿河的村民赶集不用再绕路了。\n\n' +
  '三座桥总长420米,去年9月开工,用了半年时间。“以前绕一圈要走四里地。”村民老何说。\n'

/** Where the command is run; each file of tests has one of its own. */
export let folder: string
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'qingyang-cli-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

export function start(...args: string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [ENTRY, ...args], { cwd: folder })
}

interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export async function qingyang(args: readonly string[], input: string | Buffer = ''): Promise<Ended> {
  const child = start(...args)
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const [stdout, stderr, [status]] = await Promise.all([
    child.stdout.toArray().then((chunks) => Buffer.concat(chunks).toString()),
    child.stderr.toArray().then((chunks) => Buffer.concat(chunks).toString()),
    once(child, 'exit') as Promise<[number | null]>,
  ])
  return { status, stdout, stderr }
}

interface Answer {
  readonly file: string | null
  readonly record?: number
  readonly sha256?: string
  readonly text?: string
  readonly encoding?: string
  readonly blocks?: readonly { readonly cue: string }[]
  readonly articles?: readonly { readonly text: string; readonly title: string | null }[]
  readonly error?: { readonly code: string; readonly message: string }
}

export function answersIn(stdout: string): Answer[] {
  expect(stdout === '' || stdout.endsWith('\n')).toBe(true)
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Answer)
}

export async function put(path: string, content: string | Buffer): Promise<string> {
  await mkdir(join(folder, path, '..'), { recursive: true })
  await writeFile(join(folder, path), content)
  return createHash('sha256').update(content).digest('hex')
}
