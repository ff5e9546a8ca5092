import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { ROOT } from '../run.mjs'
import { instrument } from './instrument.mjs'

/**
 * Bundles a target with all of our own code it runs, instrumented, into .fuzz. Packages stay outside: what is fuzzed
 * is ours. Answers the file, how many branches it counts, and the words the code itself looks for.
 *
 * @param {string} target
 */
export async function bundle(target) {
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(ROOT, `scripts/fuzz/targets/${target}.ts`),
      write: false,
      minify: false,
      target: 'node20.19',
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })
  const output = 'output' in built ? built.output : []
  const [chunk] = output
  if (chunk?.type !== 'chunk') throw new Error(`No bundle was made of ${target}`)
  const { code, branches } = instrument(chunk.code)
  const file = join(ROOT, '.fuzz', `${target}.mjs`)
  mkdirSync(join(ROOT, '.fuzz'), { recursive: true })
  writeFileSync(file, `const __q = globalThis.__q;\n${code}`)
  return { file, branches, words: wordsOf(chunk.code) }
}

/** Short strings, and alternatives of expressions: what an input has to hold to get further. @param {string} code */
function wordsOf(code) {
  const strings = [...code.matchAll(/["'`]([^"'`\n\\]{2,16})["'`]/g)].map(([, word]) => word ?? '')
  const alternatives = [...code.matchAll(/[\u4E00-\u9FFF]{1,6}/g)].map(([word]) => word)
  return [...new Set([...strings, ...alternatives])]
}
