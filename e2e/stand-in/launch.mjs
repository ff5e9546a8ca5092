#!/usr/bin/env node
// The command line of Electron's binary: `[--flags] FOLDER|FILE [arguments]`. Not Electron: see README.md.
import { spawn } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const words = process.argv.slice(2)
const at = words.findIndex((word) => !word.startsWith('-'))
const named = resolve(words[at] ?? '.')
const isFolder = statSync(named).isDirectory()
const folder = isFolder ? named : dirname(named)
const entry = isFolder ? join(named, JSON.parse(readFileSync(join(named, 'package.json'), 'utf8')).main) : named

const register = new URL('./register.mjs', import.meta.url).href
const child = spawn(process.execPath, ['--import', register, entry, ...words.slice(at + 1)], {
  stdio: 'inherit',
  env: { ...process.env, STAND_IN_APP: folder },
})
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => void child.kill(signal))
child.on('close', (code) => process.exit(code ?? 1))
