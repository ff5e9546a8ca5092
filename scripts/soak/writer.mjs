import { appendFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes the files of many-files.ts: arguments folder and count. */
const [root = '', count = '0'] = process.argv.slice(2)
/** @type {[path: string, rest: string][]} */
let slow = []
const END = '。完\n'
for (let at = 0; at < Number(count); at++) {
  const folder = join(root, `批次${Math.floor(at / 1000) % 10}`, `子夹${Math.floor(at / 250)}`)
  if (at % 250 === 0) mkdirSync(folder, { recursive: true })
  const path = join(folder, `稿件${at}.txt`)
  const text = `第${at}篇\n\n${'集市沿着河堤摆开。'.repeat(4)}`
  if (at % 50 === 0) {
    writeFileSync(path, text)
    slow.push([path, END])
  } else if (at % 7 === 0) {
    writeFileSync(`${path}.part`, text + END)
    renameSync(`${path}.part`, path)
  } else writeFileSync(path, text + END)
  if (slow.length === 40) {
    await new Promise((done) => setTimeout(done, 100))
    for (const [one, rest] of slow) appendFileSync(one, rest)
    slow = []
  }
}
await new Promise((done) => setTimeout(done, 500))
for (const [one, rest] of slow) appendFileSync(one, rest)
