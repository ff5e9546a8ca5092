import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import { ROOT } from './run.mjs'

const eslint = new ESLint({ cwd: ROOT })

/** The rules a file would break, each as `rule: message`. */
async function broken(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: file })
  return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId}: ${message}`)
}

const imports = (specifier: string): string => `import { x } from '${specifier}'\nexport const y = x\n`
const types = (specifier: string): string => `import type { X } from '${specifier}'\nexport type Y = X\n`

const REFUSED: [file: string, code: string, says: string][] = [
  ['src/misc/thing.ts', 'export const a = 1\n', 'has no room'],
  ['src/thing.ts', 'export const a = 1\n', 'has no room'],
  ['src/engine/helpers.ts', 'export const a = 1\n', 'has no room'],
  ['src/engine/source/decode.ts', imports('../blocks/lines'), 'does not import the room "engine: blocks"'],
  ['src/engine/blocks/lines.ts', imports('../boilerplate/verdict'), 'does not import the room "engine: boilerplate"'],
  ['src/engine/boilerplate/verdict.ts', imports('../stories/title'), 'does not import the room "engine: stories"'],
  ['src/engine/stories/title.ts', imports('../figures/check'), 'does not import the room "engine: figures"'],
  ['src/engine/draft.ts', imports('./figures/check'), 'does not import the room "engine: figures"'],
  ['src/engine/stories/title.ts', imports('../draft'), 'does not import the room "engine: draft"'],
  ['src/engine/stories/title.ts', imports('..'), 'does not import the room "engine"'],
  ['src/engine/stories/title.ts', imports('../index'), 'does not import the room "engine"'],
  ['src/engine/figures/sum.ts', imports('../../review/fold'), 'does not import the room "review"'],
  ['src/engine/boilerplate/cues/pager.ts', imports('./share-bar'), 'No cue imports a cue'],
  ['src/engine/boilerplate/cues/html/pager.ts', imports('../share-bar'), 'No cue imports a cue'],
  ['src/engine/figures/checks/sum.ts', imports('./percent'), 'No check imports a check'],
  ['src/engine/figures/checks/sum.ts', `export * from './percent'\n`, 'No check imports a check'],
  ['src/review/fold.ts', types('../engine/blocks/page'), 'does not import the room "engine: blocks"'],
  ['src/review/fold.ts', imports('../engine'), 'does not import'],
  ['src/contract/parse.ts', types('../engine/blocks/page'), 'does not import the room "engine: blocks"'],
  ['src/contract/parse.ts', imports('../host/desk'), 'does not import the room "host"'],
  ['src/contract/parse.ts', 'export const a = await import("../host/desk")\n', 'does not import the room "host"'],
  ['src/contract/parse.ts', 'export type A = import("../host/desk").A\n', 'does not import the room "host"'],
  ['src/renderer/link.ts', imports('../host/desk'), 'does not import the room "host"'],
  ['src/renderer/link.ts', types('../main/ipc'), 'does not import the room "main"'],
  ['src/renderer/link.ts', imports('../engine/index'), 'does not import the room "engine"'],
  ['src/renderer/link.ts', imports('node:fs'), 'imports nothing of Node'],
  ['src/renderer/Pane.svelte', '<script lang="ts">\nimport { x } from "../host/desk"\n</script>\n{x}\n', 'room "host"'],
  ['src/host/desk.ts', imports('../main/window'), 'does not import the room "main"'],
  ['src/host/desk.ts', imports('electron'), 'Only src/main and src/preload import electron'],
  ['src/loopback/index.ts', imports('electron'), 'Only src/main and src/preload import electron'],
  ['scripts/start.mjs', imports('electron'), 'Only src/main and src/preload import electron'],
  ['src/preload/index.ts', imports('node:path'), 'imports nothing of Node'],
  ['src/preload/index.ts', imports('../host/desk'), 'does not import the room "host"'],
  ['src/main/index.ts', imports('../engine/index'), 'does not import the room "engine"'],
  ['src/loopback/index.ts', imports('../renderer/link'), 'does not import the room "renderer"'],
  ['src/cli/index.ts', imports('../main/index'), 'does not import the room "main"'],
  ['e2e/story.spec.ts', types('../src/contract/contract'), 'e2e imports nothing of src'],
  ['e2e/pages/queue.ts', imports('../../src/contract/contract'), 'e2e imports nothing of src'],
  ['src/engine/source/decode.ts', imports('node:fs'), 'imports nothing of Node'],
  ['src/engine/source/decode.ts', imports('fs'), 'imports nothing of Node'],
  ['src/engine/source/decode.ts', imports('ws'), 'does not import the package "ws"'],
  ['src/review/fold.ts', imports('@noble/curves/p256'), 'does not import the package "@noble/curves"'],
  ['src/engine/source/decode.ts', imports('../../../scripts/prepare.mjs'), 'does not import "scripts/prepare.mjs"'],
  ['src/engine/source/decode.ts', 'export const a = document.title\n', 'no-restricted-globals'],
  ['src/engine/source/decode.ts', 'export const a = process.env\n', 'no-restricted-globals'],
  ['src/engine/source/decode.ts', 'export const a = Buffer.from("")\n', 'no-restricted-globals'],
  ['src/engine/source/decode.ts', 'setTimeout(() => {}, 1)\n', 'no-restricted-globals'],
  ['src/engine/source/decode.ts', 'export const a = crypto.randomUUID()\n', 'no-restricted-globals'],
  ['src/engine/source/decode.ts', 'console.log(1)\n', 'no-restricted-globals'],
  ['src/engine/source/decode.ts', 'export const a = globalThis.process\n', 'no-restricted-properties'],
  ['src/review/fold.ts', 'export const a = Date.now()\n', 'no-restricted-properties'],
  ['src/review/fold.ts', 'export const a = Math.random()\n', 'no-restricted-properties'],
  ['src/review/fold.ts', 'export const a = new Date()\n', 'no-restricted-syntax'],
  ['src/contract/parse.ts', 'export const a = Date()\n', 'no-restricted-syntax'],
  ['src/host/desk.ts', 'export const a = /(?:a+)+$/\n', 'regexp/no-super-linear-backtracking'],
  ['src/host/desk.ts', 'export const a = (s: string) => s.replace(/a+$/, "")\n', 'regexp/no-super-linear-move'],
  ['src/host/desk.ts', 'export const a = (b: any) => b\n', 'no-explicit-any'],
  ['src/host/desk.ts', `export const a = 1\n${'// more\n'.repeat(260)}`, 'max-lines:'],
  ['src/host/desk.ts', `export function a() {\n${'  a()\n'.repeat(44)}}\n`, 'max-lines-per-function'],
]

const ALLOWED: [file: string, code: string][] = [
  ['src/engine/figures/checks/sum.ts', imports('../../blocks/page')],
  ['src/engine/figures/checks/sum.ts', types('../passage')],
  ['src/engine/figures/checks/sum.ts', imports('./units.table')],
  ['src/engine/figures/checks/index.ts', imports('./sum')],
  ['src/engine/boilerplate/cues/registry.ts', imports('./share-bar')],
  ['src/engine/boilerplate/cues/cues.test.ts', imports('./share-bar')],
  ['src/engine/source/decode.ts', imports('../analysis')],
  [
    'src/engine/source/decode.ts',
    'export const a = new Date(0).getUTCFullYear() + new TextDecoder().decode().length\n',
  ],
  ['src/engine/source/decode.test.ts', imports('node:fs')],
  ['src/engine/draft.ts', imports('./stories/title')],
  ['src/engine/index.ts', imports('../review/fold')],
  ['src/review/fold.ts', types('../engine/figures/passage')],
  ['src/review/fold.ts', imports('@noble/hashes/sha2')],
  ['src/review/fold.test.ts', imports('../engine/index')],
  ['src/review/desk.testing.ts', imports('fast-check')],
  ['src/contract/parse.ts', types('../review/operation')],
  ['src/contract/parse.ts', imports('valibot')],
  ['src/host/desk.ts', imports('../engine/index')],
  ['src/main/index.ts', imports('electron')],
  ['src/main/index.ts', imports('../host/desk')],
  ['src/loopback/index.ts', imports('ws')],
  ['src/renderer/link.ts', imports('../review/fold')],
  ['src/renderer/link.ts', types('../engine/analysis')],
  ['src/renderer/strings.ts', imports('../../resources/strings/zh.json')],
  ['src/host/units.table.ts', `export const a = [\n${'  1,\n'.repeat(300)}]\n`],
  ['e2e/story.spec.ts', imports('./fixture')],
]

describe('the rooms', () => {
  it.each(REFUSED)('%s: %j is refused', async (file, code, says) => {
    expect(await broken(file, code)).toContainEqual(expect.stringContaining(says))
  })

  it.each(ALLOWED)('%s: %j is allowed', async (file, code) => {
    expect(await broken(file, code)).toEqual([])
  })
})
