import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { ROOT } from '../../e2e/hosts'

const KEPT = join(ROOT, 'bench/window.json')

/** What one part measured, as it is printed: a line each. */
interface Part {
  readonly machine: string
  readonly lines: readonly (readonly string[])[]
}

/** Keeps what a part measured beside what the others did before, and writes bench/WINDOW.md anew. */
export async function keep(part: string, lines: Part['lines']): Promise<void> {
  const load = loadavg()[1]?.toFixed(1)
  const machine = `${availableParallelism()} shared cores (load ${load} at the end), Node ${process.versions.node.split('.')[0]}, ${new Date().toISOString().slice(0, 10)}`
  const before = existsSync(KEPT) ? (JSON.parse(readFileSync(KEPT, 'utf8')) as Record<string, Part>) : {}
  const parts = { ...before, [part]: { machine, lines } }
  const house = await resolveConfig(KEPT)
  writeFileSync(KEPT, await format(JSON.stringify(parts), { ...house, parser: 'json' }))
  writeFileSync(join(ROOT, 'bench/WINDOW.md'), await format(page(parts), { ...house, parser: 'markdown' }))
}

const SIDE = ['', 'the window', '@codemirror/merge, line diff', 'Monaco']
const FOLDER = ['', 'measured', 'to reach']

function page({ side, ...folders }: Record<string, Part>): string {
  return [
    '# How fast the window is',
    '',
    '`npm run bench:window`, in headless Chromium with software raster, the loopback host. Milliseconds, median / 95th of 100. **The ratios count:** the machine is shared.',
    ...(side ? sideBySide(side) : []),
    ...Object.entries(folders).flatMap(([count, part]) => [
      '',
      `## A folder of ${Number(count).toLocaleString('en')} articles`,
      '',
      `Last on ${part.machine}. Each article has a text of its own.`,
      ...table(FOLDER, part.lines),
    ]),
    '',
  ].join('\n')
}

function sideBySide({ machine, lines }: Part): string[] {
  return [
    '',
    '## Beside other diff views',
    '',
    `Last on ${machine}. All in one run, in turns, on the same two texts. The window’s “open” counts from the press on the row, with the host’s answer and the head (the rail’s cards follow a frame later); the peers’ from the call that makes them, texts in hand. “The next in the queue” the window has fetched ahead, while the one before was open. “Not at hand”: not fetched ahead (the pointer did not rest on its row), and the host was started anew since the article was read. All count until a frame shows the marks on both sides, and the frame behind it begins; a keystroke until its frame is drawn.`,
    ...table(SIDE, lines),
  ]
}

function table(head: readonly string[], rows: Part['lines']): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return ['', line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)]
}
