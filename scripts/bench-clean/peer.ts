import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ROOT } from '../run.mjs'

/** One extractor in the comparison. */
export interface Peer {
  readonly name: string
  /** module that exports `extract` (bench/peers/child.mjs) */
  readonly module: URL
  /** gives text; the others give mark-up */
  readonly isOurs: boolean
}

const inBench = (file: string): URL => new URL(`../../bench/peers/${file}`, import.meta.url)
const peer = (name: string, file: string): Peer => ({ name, module: inBench(file), isOurs: false })

export const THIS_ENGINE: Peer = {
  name: 'this engine',
  module: inBench('this-engine.mjs'),
  isOurs: true,
}
/** The engine without its checks on figures, which no other extractor makes. */
export const CLEANING_ALONE: Peer = {
  name: 'this engine, cleaning alone',
  module: inBench('cleaning-alone.mjs'),
  isOurs: true,
}
export const PEERS: readonly Peer[] = [
  peer('Readability + linkedom', 'readability-linkedom.mjs'),
  peer('Readability + jsdom', 'readability-jsdom.mjs'),
  peer('defuddle + linkedom', 'defuddle.mjs'),
  peer('article-extractor', 'article-extractor.mjs'),
  peer('@postlight/parser', 'postlight.mjs'),
]

export interface Question {
  readonly isPlain: boolean
  readonly url: string
  readonly bytes: Uint8Array
  /** of the bytes: a label TextDecoder knows */
  readonly encoding: string
}

export interface Answer {
  readonly ms: number
  readonly content: string
  /** why there is none; a failure counts as an empty text */
  readonly failure: string | null
  /** the most the process has held so far, in MB */
  readonly memory: number
}

type Message =
  | { readonly ready: true; readonly memory: number }
  | ({ readonly ready?: false; readonly id: number; readonly ms: number; readonly memory: number } & (
      { readonly content: string; readonly failure?: undefined } | { readonly failure: string }
    ))

const START = 60_000
const CHILD = fileURLToPath(inBench('child.mjs'))

/** A peer in a process of its own, which lives on from page to page and is begun anew where it hangs or dies. */
export class PeerProcess {
  #child: Promise<ChildProcess | string> | null = null
  #id = 0
  /** MB held once the peer was loaded */
  loaded = 0

  constructor(
    readonly peer: Peer,
    /** milliseconds a page may take */
    readonly cap: number,
  ) {}

  async ask(question: Question): Promise<Answer> {
    this.#child ??= this.#start()
    const child = await this.#child
    if (typeof child === 'string') return { ms: 0, content: '', failure: child, memory: 0 }
    const id = ++this.#id
    const start = performance.now()
    child.send({ id, ...question })
    const answer = await this.#reply(child, this.cap)
    if (typeof answer === 'string' || answer.ready) {
      await this.end()
      const failure = typeof answer === 'string' ? answer : 'began anew'
      return { ms: performance.now() - start, content: '', failure, memory: 0 }
    }
    const { ms, memory } = answer
    return answer.failure === undefined
      ? { ms, content: answer.content, failure: null, memory: memory / 1024 }
      : { ms, content: '', failure: answer.failure, memory: memory / 1024 }
  }

  async end(): Promise<void> {
    const child = await this.#child
    this.#child = null
    if (child && typeof child !== 'string') child.kill('SIGKILL')
  }

  async #start(): Promise<ChildProcess | string> {
    const child = fork(CHILD, [this.peer.module.href], {
      cwd: ROOT,
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const answer = await this.#reply(child, START)
    if (typeof answer === 'string') {
      child.kill('SIGKILL')
      return `not started: ${answer}`
    }
    this.loaded = answer.memory / 1024
    return child
  }

  /** The next message, or why there is none. */
  #reply(child: ChildProcess, cap: number): Promise<Message | string> {
    return new Promise((done) => {
      const settle = (answer: Message | string): void => {
        clearTimeout(timer)
        child.off('message', told).off('exit', ended)
        done(answer)
      }
      const told = (message: unknown): void => settle(message as Message)
      const ended = (): void => settle('its process ended')
      const timer = setTimeout(() => settle(`over ${cap / 1000} s`), cap)
      child.on('message', told).on('exit', ended)
    })
  }
}
