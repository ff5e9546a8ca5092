import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from '../../e2e/hosts'
import type { Analysis } from '../../src/engine/analysis'
import { article, lay, titleOf, type Wish } from './articles'
import { BenchDesk } from './desk'
import { both, long } from './numbers'
import { heap, type, wait, wheel, within } from './page'
import { PeersPage } from './peers'

const LENGTHS = [5_000, 20_000, 100_000]
const ROUNDS = 10
const OTHER_ROUNDS = 7
const LETTERS = 60
const OPENED = 50
const PEERS = ['merge', 'monaco'] as const
const FLAGS = 60

/** One line of the comparison: what was measured of the window and its peers, as it is printed. */
export type Line = readonly [what: string, window: string, merge: string, monaco: string]

interface Pair {
  readonly index: number
  readonly title: string
  readonly original: string
  cleaned: string
}

/**
 * Everything that is opened, in the queue's order: for each round one of each length, one to decide on, those that are
 * opened from the last to the first, then the short ones.
 */
function write(folder: string): Pair[] {
  const ofEach = (rounds: number): Pick<Wish, 'characters' | 'questions'>[] =>
    Array.from({ length: rounds * LENGTHS.length }, (_, n) => ({ characters: LENGTHS[n % 3] ?? 0, questions: 5 }))
  const wishes = [
    ...ofEach(ROUNDS),
    { characters: 20_000, questions: FLAGS },
    ...ofEach(OTHER_ROUNDS),
    ...Array.from({ length: OPENED }, () => ({ characters: 5_000, questions: 5 })),
  ]
  const pairs = wishes.map((wish, index): Pair => {
    const title = titleOf(index)
    return { index, title, original: article({ seed: index, title, ...wish }), cleaned: '' }
  })
  lay(
    folder,
    pairs.map(({ index, original }) => [`${String(index).padStart(4, '0')}.txt`, original] as const),
  )
  return pairs
}

/** Both texts as the engine has them, so that the peers show the same changes. */
async function clean(pairs: readonly Pair[]): Promise<void> {
  const { analyze } = (await import(pathToFileURL(join(ROOT, 'out/engine/index.js')).href)) as {
    analyze: (bytes: Uint8Array, about: { name: string }) => Promise<Analysis>
  }
  for (const pair of pairs) {
    const { articles } = await analyze(new TextEncoder().encode(pair.original), { name: 'a.txt' })
    pair.cleaned = articles.map(({ text }) => text).join('\n')
  }
}

const lengthOf = (at: number): number => LENGTHS[at % LENGTHS.length] ?? 0

class Comparison {
  readonly #desk: BenchDesk
  readonly #peers: PeersPage
  readonly #pairs: readonly Pair[]
  readonly lines: Line[] = []

  constructor(desk: BenchDesk, peers: PeersPage, pairs: readonly Pair[]) {
    this.#desk = desk
    this.#peers = peers
    this.#pairs = pairs
  }

  async opening(): Promise<void> {
    const times = new Map<string, number[]>()
    const note = (name: string, ms: number): void => void times.set(name, [...(times.get(name) ?? []), ms])
    for (let at = 0; at < ROUNDS * LENGTHS.length; at++) {
      const length = lengthOf(at)
      const pair = this.#pair(at)
      note(`next ${length}`, await this.#desk.open(pair.index, pair.title))
      for (const peer of PEERS) note(`${peer} ${length}`, await this.#openPeer(peer, pair))
      note('nothing', await within(this.#desk.page, 'bench.nothing()'))
      note('nothing peers', await within(this.#peers.page, 'bench.nothing()'))
    }
    // Upwards: the window fetches ahead what stands below.
    const first = ROUNDS * LENGTHS.length + 1
    for (const name of ['elsewhere', 'again']) {
      for (let at = OTHER_ROUNDS * LENGTHS.length - 1; at >= 0; at--) {
        const { index, title } = this.#pair(first + at)
        note(`${name} ${lengthOf(at)}`, await this.#desk.open(index, title))
      }
    }
    this.#sayOpening((name) => both(times.get(name) ?? []))
  }

  #sayOpening(of: (name: string) => string): void {
    const ways = [
      ['next', 'the next in the queue'],
      ['elsewhere', 'another, not at hand'],
      ['again', 'another, again'],
    ] as const
    for (const length of LENGTHS) {
      for (const [name, says] of ways) {
        const what = `open ${length.toLocaleString('en')} characters, ${says}`
        this.#say([what, of(`${name} ${length}`), of(`merge ${length}`), of(`monaco ${length}`)])
      }
    }
    this.#say(['an empty frame loop', of('nothing'), of('nothing peers'), of('nothing peers')])
  }

  async typing(length: number): Promise<void> {
    const pair = this.#pair(LENGTHS.indexOf(length))
    await this.#desk.open(pair.index, pair.title)
    await this.#desk.caret()
    const own = await type(this.#desk.page, LETTERS)
    const there = await this.#desk.page.locator('.pane.copy .cm-content').innerText()
    if (!there.includes('x'.repeat(LETTERS))) throw new Error('The letters did not arrive in the window.')
    const others: string[] = []
    for (const peer of PEERS) {
      await this.#openPeer(peer, pair)
      await within(this.#peers.page, `peers.caret('${peer}', 300)`)
      await wait(500)
      others.push(both(await type(this.#peers.page, LETTERS)))
      const text = await within<string>(this.#peers.page, `peers.text('${peer}')`)
      if (!text.includes('x'.repeat(LETTERS))) throw new Error(`The letters did not arrive in ${peer}.`)
    }
    this.#say([`keystroke to frame, ${length.toLocaleString('en')}`, both(own), others[0] ?? '', others[1] ?? ''])
  }

  async scrolling(): Promise<void> {
    const [own, ...others]: number[][] = [[], [], []]
    for (const at of [4, 7, 10]) {
      const pair = this.#pair(at)
      await this.#desk.open(pair.index, pair.title)
      own?.push(...(await wheel(this.#desk.page, [600, 500], 150)))
      for (const [index, peer] of PEERS.entries()) {
        await this.#openPeer(peer, pair)
        others[index]?.push(...(await wheel(this.#peers.page, [600, 400], 150)))
      }
    }
    const told = [own, ...others].map((frames) => long(frames ?? [], 20))
    this.#say(['wheel through 20,000: frames > 20 ms, worst ms', told[0] ?? '', told[1] ?? '', told[2] ?? ''])
  }

  async deciding(): Promise<void> {
    const { page } = this.#desk
    const pair = this.#pair(ROUNDS * LENGTHS.length)
    await this.#desk.open(pair.index, pair.title)
    await page.locator('article.card[aria-current=true]').waitFor()
    await wait(500)
    await within(page, "bench.took(), (bench.watch = 'decisions')")
    for (let press = 0; press < FLAGS - 10; press++) {
      await page.keyboard.press('x')
      await wait(180 + ((press * 37) % 60))
    }
    const taken = await within<number[]>(page, 'bench.took()')
    await within(page, "(bench.watch = '')")
    this.#say([`a decision to the next flag (${taken.length} of ${FLAGS - 10})`, both(taken), '–', '–'])
  }

  async holding(): Promise<void> {
    await this.#desk.start()
    const empty = await heap(this.#desk.page)
    const short = this.#pairs.slice(-OPENED)
    for (const { index, title } of short) await this.#desk.open(index, title)
    await wait(1_000)
    const own = (await heap(this.#desk.page)) - empty
    const others: string[] = []
    for (const peer of PEERS) {
      const { page } = this.#peers
      await within(page, "peers.close('merge'), peers.close('monaco')")
      const before = await heap(page)
      for (const pair of short) await this.#openPeer(peer, pair)
      await wait(1_000)
      others.push(((await heap(page)) - before).toFixed(1))
    }
    this.#say([
      `page heap after ${OPENED} articles, MiB above the empty window`,
      own.toFixed(1),
      others[0] ?? '',
      others[1] ?? '',
    ])
  }

  #pair(index: number): Pair {
    return this.#pairs[index] as Pair
  }

  /** Opens both texts in a peer, alone on its page. */
  async #openPeer(peer: (typeof PEERS)[number], { original, cleaned }: Pair): Promise<number> {
    const { page } = this.#peers
    await within(page, "peers.close('merge'), peers.close('monaco')")
    return within(page, `peers.open('${peer}', ${JSON.stringify(original)}, ${JSON.stringify(cleaned)})`)
  }

  #say(line: Line): void {
    this.lines.push(line)
    console.log(line.join(' | '))
  }
}

/** The window beside its peers, in turns: opening, typing, scrolling, deciding, and what it holds. */
export async function sideBySide(): Promise<Line[]> {
  const desk = await BenchDesk.make()
  const pairs = write(desk.folder)
  await clean(pairs)
  const peers = await PeersPage.start()
  try {
    await desk.start()
    await desk.analysed(pairs.length)
    // Nothing is at hand any more: every article is opened as if it were long ago that it was read.
    await desk.start()
    await wait(2_000)
    const comparison = new Comparison(desk, peers, pairs)
    await comparison.opening()
    for (const length of [5_000, 20_000, 100_000]) await comparison.typing(length)
    await comparison.scrolling()
    await comparison.deciding()
    await comparison.holding()
    return comparison.lines
  } finally {
    await peers.stop()
    await desk.stop()
    desk.remove()
  }
}
