import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Converter } from 'opencc-js'
import { format, resolveConfig } from 'prettier'

/**
 * Writes src/engine/figures/lexer/scripts.table.ts: traditional → simplified, one character for one, by OpenCC
 * (Apache-2.0). The figure checks match on the shadow, so their words are written once, in simplified characters.
 */

/** 乾隆 and the like keep their character: the checks know them by it. */
const KEPT = new Set('乾')
/** Han of the basic plane: one UTF-16 code unit each. */
const [FIRST, LAST] = [0x3400, 0x9fff]
const FILE = fileURLToPath(new URL('../src/engine/figures/lexer/scripts.table.ts', import.meta.url))

const simplified = Converter({ from: 't', to: 'cn' })
const pairs: string[] = []
for (let code = FIRST; code <= LAST; code += 1) {
  const character = String.fromCharCode(code)
  const other = simplified(character)
  if (other !== character && other.length === 1 && !KEPT.has(character)) pairs.push(character + other)
}

const rows: string[] = []
for (let at = 0; at < pairs.length; at += 24) rows.push(`  '${pairs.slice(at, at + 24).join('')}'`)
const source = `/** Traditional and simplified, pair by pair. Written by scripts/scripts-table.ts from OpenCC (Apache-2.0). */
export const SCRIPTS =
${rows.join(' +\n')}
`
writeFileSync(FILE, await format(source, { ...(await resolveConfig(FILE)), parser: 'typescript' }))
console.log(`${pairs.length} pairs`)
