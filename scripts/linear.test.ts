import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyse } from 'scslre'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'

/**
 * Every regular expression of src is linear. What stands in the source as a literal, lint reads (eslint.config.js, no
 * exception anywhere); what is put together when the program runs, lint cannot see: here each such expression is caught
 * when it is made, and asked the same. Then all of them are run on texts made to provoke them.
 */
const SRC = join(import.meta.dirname, '../src')
const modules = import.meta.glob([
  '../src/{engine,review,contract,host,loopback,cli,main}/**/*.ts',
  '!../src/**/*.{test,testing,property}.ts',
  '!../src/{main,loopback,cli}/index.ts',
  '!../src/main/{dialogs,ipc,lockdown,menu,protocol,window}.ts',
  '!../src/host/analysis/worker.ts',
])
const made = new Map<string, RegExp>()

/** Expressions stand in a component's scripts; its mark-up holds none. */
const scriptsOf = (component: string): string =>
  component
    .split('<script')
    .slice(1)
    .map((part) => part.slice(part.indexOf('>') + 1, part.indexOf('</script')))
    .join('\n')

function literals(): Map<string, RegExp> {
  const found = new Map<string, RegExp>()
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  for (const name of files.filter((one) => /\.(?:ts|svelte)$/.test(one) && !/\.(?:test|testing)\.ts$/.test(one))) {
    const text = readFileSync(join(SRC, name), 'utf8')
    const code = name.endsWith('.svelte') ? scriptsOf(text) : text
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/')
        found.set(node.text, new RegExp(node.text.slice(1, end), node.text.slice(end + 1)))
      }
      ts.forEachChild(node, visit)
    }
    visit(ts.createSourceFile(name, code, ts.ScriptTarget.ESNext))
  }
  return found
}

beforeAll(async () => {
  const Original = RegExp
  const Watching = function (pattern: RegExp | string, flags?: string) {
    const one = new Original(pattern, flags)
    // Who made it stands in the third line; what a package makes is held by the worker's time-out.
    if (new Error().stack?.split('\n')[2]?.includes('/src/')) made.set(String(one), one)
    return one
  }
  globalThis.RegExp = Object.assign(Watching, Original, {
    prototype: Original.prototype,
  }) as unknown as RegExpConstructor
  try {
    for (const load of Object.values(modules)) await load()
  } finally {
    globalThis.RegExp = Original
  }
}, 60_000)

describe('expressions put together when the program runs', () => {
  it('are caught', () => {
    const inSource = readdirSync(join(SRC, 'engine'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => readFileSync(join(SRC, 'engine', name), 'utf8').split('new RegExp(').length - 1)
    expect(made.size).toBeGreaterThanOrEqual(inSource.reduce((sum, count) => sum + count, 0) - 1)
  })

  it('are linear', () => {
    const reports = [...made.values()].flatMap((one) =>
      analyse({ source: one.source, flags: one.flags }, { assumeRejectingSuffix: true }).reports.map(
        (report) => `${report.type} on ${report.character.pick}: ${one.source.slice(0, 80)}`,
      ),
    )
    expect(reports).toEqual([])
  })

  it('would be told: the control', () => {
    for (const source of ['(?:a+)+b', 'a*a*b', '\\s+$'])
      expect(analyse({ source, flags: '' }, { assumeRejectingSuffix: true }).reports).not.toEqual([])
  })
})

const SIZE = 10_000
/** milliseconds */
const LIMIT = 30

/** Milliseconds an expression needs for all its matches in a text; a sticky one is asked at the beginning alone. */
function cost(one: RegExp, text: string): number {
  const asked = new RegExp(one, one.sticky ? one.flags : `${one.flags.replace('g', '')}g`)
  const from = performance.now()
  if (one.sticky) asked.exec(text)
  else for (const match of text.matchAll(asked)) if (performance.now() - from > 1_000) return match.index + 1_000
  return performance.now() - from
}

/** Runs of what an expression names: some of its characters and words again and again, alone and in pairs. */
function provoking(one: RegExp): string[] {
  const words = [...new Set(one.source.match(/[\p{L}\d]+|[^\p{L}\d\\]/gu) ?? [])]
  const some = words.filter((_, at) => at % Math.ceil(words.length / 10) === 0)
  return [
    ...some,
    ...some.map((word, at) => word + (some[at + 1] ?? ' ')),
    ' ',
    '7',
    '\t',
    ',0,',
    'aA',
    '一',
    '!x',
    '\n',
  ]
}

describe('each expression of the source', () => {
  it(`is quick on ${SIZE.toLocaleString('en')} characters made to provoke it`, { timeout: 240_000 }, () => {
    const slow: string[] = []
    for (const [name, one] of new Map([...literals(), ...made])) {
      for (const unit of provoking(one)) {
        const text = `${unit.repeat(Math.ceil(SIZE / unit.length))}\u0000`
        // What is slow once may have been held up by another process.
        const spent = cost(one, text) > LIMIT ? Math.min(cost(one, text), cost(one, text)) : 0
        if (spent > LIMIT) {
          slow.push(`${spent.toFixed(0)} ms on ${JSON.stringify(unit)}: ${name.slice(0, 100)}`)
          break
        }
      }
    }
    expect(slow).toEqual([])
  })

  it('would be told: the control', () => {
    expect(cost(/\b[\d.,]+ views\b/, ',0,'.repeat(SIZE))).toBeGreaterThan(LIMIT)
  })
})
