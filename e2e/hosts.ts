import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { _electron, chromium, type ElectronApplication, type Page } from '@playwright/test'
import { findChromium, QUIET } from '../scripts/chromium.mjs'
import { electronBinary } from '../scripts/electron.mjs'

/** `stand-in` is not Electron: see stand-in/README.md. */
export type HostName = 'loopback' | 'stand-in' | 'electron'

export const ROOT = resolve(import.meta.dirname, '..')
const WINDOW = { width: 1440, height: 900 }
const CHROMIUM = [
  ...QUIET,
  '--disable-back-forward-cache',
  '--disable-features=Translate',
  '--no-pings',
  '--proxy-server=127.0.0.1:9',
]

/** What a host is started with. */
export interface Setting {
  /** everything of one test lies in it */
  readonly dir: string
  /** the folder to open, or null for the one that was open last */
  readonly folder: string | null
  /** the loopback host's port: the same over restarts, for the origin names the window's database */
  readonly port: number
}

/** What the system's dialogs answer; what is not named is cancelled. */
export interface Answers {
  readonly folder?: string
  readonly destination?: string
}

/** A host with its window. */
export interface Running {
  readonly page: Page
  /** the host's own process */
  readonly pid: number
  /** what the host printed so far, both streams */
  output(): string
  answerDialogs(answers: Answers): Promise<void>
  /** ends the window and the host, as a person would */
  stop(): Promise<void>
  /** kills the host at once (SIGKILL), then what it leaves behind */
  kill(): Promise<void>
}

/** Where a test's host keeps its data, and where each window keeps its IndexedDB. */
export const placesOf = (dir: string): { data: string; dialogs: string; log: string; databases: string[] } => ({
  data: join(dir, 'data'),
  dialogs: join(dir, 'dialogs.json'),
  log: join(dir, 'stand-in.ndjson'),
  databases: [
    join(dir, 'browser/Default/IndexedDB'),
    join(dir, 'data/electron/stand-in/Default/IndexedDB'),
    join(dir, 'data/electron/IndexedDB'),
  ],
})

function environment({ dir, port }: Setting): Record<string, string> {
  const { data, dialogs, log } = placesOf(dir)
  return {
    ...(process.env as Record<string, string>),
    QINGYANG_DATA: data,
    QINGYANG_PORT: String(port),
    STAND_IN_DIALOGS: dialogs,
    STAND_IN_LOG: log,
  }
}

const folderArgument = ({ folder }: Setting): string[] => (folder === null ? [] : [`--folder=${folder}`])

/** A program whose output is kept. */
class Program {
  readonly child: ChildProcess
  #output = ''

  constructor(args: readonly string[], env: Record<string, string>) {
    this.child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output += text
      })
  }

  output = (): string => this.#output

  /** The first group of the first match in what it prints; an error with all of it where it ends before. */
  async heard(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = pattern.exec(this.#output)?.[1]
      if (found) return found
      if (this.child.exitCode !== null) throw new Error(`The host ended (${this.child.exitCode}):\n${this.#output}`)
      await new Promise((done) => setTimeout(done, 20))
    }
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const ended = once(this.child, 'exit')
    this.child.kill(signal)
    await ended
  }
}

async function startLoopback(setting: Setting, program: Program): Promise<Running> {
  const address = await program.heard(/Qingyang: (\S+)/)
  const executablePath = findChromium()
  const context = await chromium.launchPersistentContext(join(setting.dir, 'browser'), {
    ...(executablePath ? { executablePath } : {}),
    args: CHROMIUM,
    viewport: WINDOW,
    locale: 'zh-CN',
  })
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(address)
  const endBoth = async (signal: NodeJS.Signals): Promise<void> => {
    if (signal === 'SIGKILL') await program.end(signal)
    await context.close()
    await program.end(signal)
  }
  return {
    page,
    pid: program.child.pid ?? 0,
    output: program.output,
    answerDialogs: () => Promise.reject(new Error('The loopback host has no dialogs.')),
    stop: () => endBoth('SIGTERM'),
    kill: () => endBoth('SIGKILL'),
  }
}

/** How the stand-in is started: not through launch.mjs, for a kill must meet the host itself. */
function standInArguments(): string[] {
  const register = new URL('./stand-in/register.mjs', import.meta.url).href
  const { main } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { main: string }
  return ['--import', register, join(ROOT, main)]
}

/** Waits until no browser holds a profile. */
async function isReleased(profile: string): Promise<void> {
  const lock = join(profile, 'SingletonLock')
  while (lstatSync(lock, { throwIfNoEntry: false })) await new Promise((done) => setTimeout(done, 20))
}

async function startStandIn(setting: Setting, program: Program): Promise<Running> {
  const { dialogs } = placesOf(setting.dir)
  if (!existsSync(dialogs)) writeFileSync(dialogs, '{}')
  const browser = await chromium.connectOverCDP(await program.heard(/DevTools listening on (\S+)/))
  const context = browser.contexts()[0]!
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  // Its window is there before its page: who reloads an empty one breaks off the first load.
  await page.waitForURL(/-scheme\.localhost\//)
  await page.setViewportSize(WINDOW)
  return {
    page,
    pid: program.child.pid ?? 0,
    output: program.output,
    answerDialogs: async (answers) => writeFileSync(dialogs, JSON.stringify(answers)),
    stop: () => program.end('SIGTERM'),
    async kill() {
      await program.end('SIGKILL')
      // Its browser sees the pipe break and ends by itself; the next one needs the profile.
      await isReleased(join(placesOf(setting.dir).data, 'electron/stand-in'))
    },
  }
}

async function answerInElectron(electron: ElectronApplication, answers: Answers): Promise<void> {
  await electron.evaluate(({ dialog }, { folder, destination }) => {
    dialog.showOpenDialog = async () => ({ canceled: !folder, filePaths: folder ? [folder] : [] })
    dialog.showSaveDialog = async () => ({ canceled: !destination, filePath: destination ?? '' })
  }, answers)
}

async function startElectron(setting: Setting): Promise<Running> {
  const executablePath = electronBinary()
  if (!executablePath) throw new Error('There is no Electron binary here.')
  const electron = await _electron.launch({
    executablePath,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ROOT, ...folderArgument(setting)],
    cwd: ROOT,
    env: environment(setting),
  })
  let output = ''
  for (const stream of [electron.process().stdout, electron.process().stderr])
    stream?.on('data', (text: Buffer) => (output += text.toString()))
  await answerInElectron(electron, {})
  return {
    page: await electron.firstWindow(),
    pid: electron.process().pid ?? 0,
    output: () => output,
    answerDialogs: (answers) => answerInElectron(electron, answers),
    stop: () => electron.close(),
    async kill() {
      const ended = once(electron.process(), 'exit')
      electron.process().kill('SIGKILL')
      await ended
    },
  }
}

/** Starts a host with its window, on the built bundles. */
export async function startHost(host: HostName, setting: Setting): Promise<Running> {
  if (host === 'electron') return startElectron(setting)
  const main = host === 'loopback' ? [join(ROOT, 'out/loopback/index.js')] : standInArguments()
  const program = new Program([...main, ...folderArgument(setting)], { ...environment(setting), STAND_IN_APP: ROOT })
  try {
    return await (host === 'loopback' ? startLoopback : startStandIn)(setting, program)
  } catch (error) {
    await program.end('SIGKILL')
    throw error
  }
}
