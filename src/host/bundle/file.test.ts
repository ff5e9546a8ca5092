import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fileOf, readBundle } from './file'

let base: string
let root: string
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'qingyang-bundle-'))
  root = join(base, 'renderer')
  mkdirSync(join(root, 'assets'), { recursive: true })
  mkdirSync(join(base, 'renderer-other'))
  writeFileSync(join(root, 'index.html'), '<meta name="style-nonce" content="__STYLE_NONCE__">')
  writeFileSync(join(root, 'assets/index-a_B.js'), 'export {}')
  writeFileSync(join(base, 'secret.json'), '{}')
  writeFileSync(join(base, 'renderer-other/secret.json'), '{}')
})
afterAll(() => rmSync(base, { recursive: true }))

it('finds the page and its files', () => {
  expect(fileOf(root, '/')).toBe(join(root, 'index.html'))
  expect(fileOf(root, '/index.html')).toBe(join(root, 'index.html'))
  expect(fileOf(root, '/assets/index-a_B.js')).toBe(join(root, 'assets/index-a_B.js'))
  expect(fileOf(root, '/assets/../index.html')).toBe(join(root, 'index.html'))
})

it.each([
  '/../secret.json',
  '/..%2fsecret.json',
  '/%2e%2e/secret.json',
  '/assets/../../secret.json',
  '/../renderer-other/secret.json',
  '/..%5csecret.json',
  '/C:/secret.json',
  '/index.html::$DATA.json',
  '/index.html%00.json',
  '/%',
  '/assets',
  '/assets/',
  '/.',
  'index.html',
  '',
  '//etc/passwd',
  '/secret.exe',
])('refuses %s', (path) => {
  expect(fileOf(root, path)).toBeNull()
})

it('never leaves the root, whatever slashes lead', () => {
  expect(fileOf(root, '//secret.json')).toBe(join(root, 'secret.json'))
})

it('gives the page its nonce', async () => {
  const page = await readBundle(root, '/', 'n0nce')
  expect(page?.body.toString()).toBe('<meta name="style-nonce" content="n0nce">')
  expect(page?.type).toBe('text/html; charset=utf-8')
})

it('answers null for what is not there', async () => {
  expect(await readBundle(root, '/absent.js', 'n')).toBeNull()
  expect(await readBundle(root, '/../secret.json', 'n')).toBeNull()
})
