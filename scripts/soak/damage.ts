import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** One way a disk spoils a LevelDB folder. False where there was nothing of that kind to spoil. */
type Damage = (folder: string, pick: (limit: number) => number) => boolean

const namesIn = (folder: string, pattern: RegExp): string[] =>
  readdirSync(folder).filter((name) => pattern.test(name) && statSync(join(folder, name)).size > 0)

function change(folder: string, pattern: RegExp, how: (bytes: Buffer) => Buffer): boolean {
  const names = namesIn(folder, pattern)
  for (const name of names) writeFileSync(join(folder, name), how(readFileSync(join(folder, name))))
  return names.length > 0
}

const DATA = /\.(?:log|ldb)$/

export const DAMAGES: Readonly<Record<string, Damage>> = {
  '64 bytes flipped': (folder, pick) =>
    change(folder, DATA, (bytes) => {
      for (let n = 0; n < 64; n++) {
        const at = pick(bytes.length)
        bytes[at] = (bytes[at] ?? 0) ^ (1 << pick(8))
      }
      return bytes
    }),
  'manifest of zeros': (folder) => change(folder, /^MANIFEST/, (bytes) => bytes.fill(0)),
  'data halved': (folder) => change(folder, DATA, (bytes) => bytes.subarray(0, bytes.length / 2)),
  'CURRENT gone': (folder) => {
    rmSync(join(folder, 'CURRENT'), { force: true })
    return true
  },
  'data gone': (folder) => {
    for (const name of namesIn(folder, DATA)) rmSync(join(folder, name))
    return true
  },
  'data of zeros': (folder) => change(folder, DATA, (bytes) => bytes.fill(0)),
  'data of noise': (folder, pick) => change(folder, DATA, (bytes) => bytes.map(() => pick(256)) as Buffer),
  'all gone': (folder) => {
    rmSync(folder, { recursive: true })
    return true
  },
}
