import { CLEAN, DECISIONS, LONGEST } from './bag-layout'
import { sha256Of, type Digest } from './digest'
import { messageOf } from './failure'
import { lines, TOO_LONG } from './lines'
import type { BagFiles } from './read-bag'
import { decodeBytes, parseRebuildLine, rebuildText, type RebuildLine } from './rebuild-line'
import type { Report } from './verify-bag'

type Rebuild = RebuildLine['rebuild']

/**
 * Makes every cleaned text of the bag again from its pieces and compares it byte by byte with what lies there.
 * Returns how many were equal; everything else is reported, a cleaned text without pieces as well.
 */
export async function verifyRebuilds(
  bag: BagFiles,
  digests: ReadonlyMap<string, Digest>,
  report: Report,
): Promise<number> {
  const toRebuild = new Set([...bag.sizes.keys()].filter((path) => path.startsWith(CLEAN) && path.endsWith('.txt')))
  const sources = new Sources(bag)
  let equal = 0
  if (bag.sizes.has(DECISIONS))
    for await (const { rebuild, line } of rebuildLines(bag, report)) {
      if (!toRebuild.delete(rebuild.output)) {
        const zh = `第 ${line} 行要重建的 ${rebuild.output} 不在归档里\uFF0C或已经重建过`
        report(DECISIONS, zh, `line ${line} rebuilds ${rebuild.output}, which is not there or was rebuilt already`)
      } else if (await rebuildsAs(rebuild, sources, bag, digests, report)) equal += 1
    }
  for (const path of toRebuild)
    report(path, `${DECISIONS} 里没有它的来历\uFF0C无法重建`, `has no pieces in ${DECISIONS}: it cannot be rebuilt`)
  return equal
}

async function* rebuildLines(bag: BagFiles, report: Report): AsyncGenerator<{ rebuild: Rebuild; line: number }> {
  let number = 0
  try {
    for await (const bytes of lines(await bag.stream(DECISIONS), LONGEST)) {
      number += 1
      const rebuild = bytes === TOO_LONG ? tooLong() : soundLine(bytes)
      if (rebuild instanceof Error)
        report(
          DECISIONS,
          `第 ${number} 行无法解读\uFF1A${rebuild.message}`,
          `line ${number} cannot be read: ${rebuild.message}`,
        )
      else if (rebuild) yield { rebuild, line: number }
    }
  } catch (error) {
    report(DECISIONS, `无法读取\uFF1A${messageOf(error)}`, `cannot be read: ${messageOf(error)}`)
  }
}

function tooLong(): Error {
  return new Error(`longer than ${LONGEST} bytes`)
}

function soundLine(bytes: Uint8Array): Rebuild | null | Error {
  try {
    return parseRebuildLine(bytes)
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

async function rebuildsAs(
  rebuild: Rebuild,
  sources: Sources,
  bag: BagFiles,
  digests: ReadonlyMap<string, Digest>,
  report: Report,
): Promise<boolean> {
  const { output, source } = rebuild
  const known = digests.get(source)?.sha256
  if (known === undefined) {
    report(output, `无法重建\uFF1A缺少 ${source}`, `cannot be rebuilt: ${source} is missing`)
    return false
  }
  if (known !== rebuild.sourceSha256) {
    report(output, `无法重建\uFF1A${source} 已不是当时的内容`, `cannot be rebuilt: ${source} is not what it was`)
    return false
  }
  try {
    const rebuilt = Buffer.from(rebuildText(await sources.text(source, rebuild.encoding), rebuild.pieces))
    const there = await readWhole(bag, output)
    return sameBytes(output, rebuilt, there, rebuild.sha256, report)
  } catch (error) {
    report(output, `无法重建\uFF1A${messageOf(error)}`, `cannot be rebuilt: ${messageOf(error)}`)
    return false
  }
}

function sameBytes(output: string, rebuilt: Buffer, there: Buffer, sum: string, report: Report): boolean {
  const at = firstDifference(rebuilt, there)
  if (at !== null) {
    const expected = excerpt(rebuilt, at)
    const got = excerpt(there, at)
    const zh = `与重建的文本不同\uFF0C从第 ${at} 字节起\uFF1A应为 ${expected}\uFF0C实为 ${got}`
    report(output, zh, `differs from the rebuilt text at byte ${at}: expected ${expected}, got ${got}`)
    return false
  }
  if (sha256Of(there) === sum) return true
  report(output, 'sha256 与记录的不符', 'has another sha256 than its record says')
  return false
}

/** Offset of the first byte that differs, null where both are equal. */
function firstDifference(a: Buffer, b: Buffer): number | null {
  if (a.equals(b)) return null
  const shorter = Math.min(a.length, b.length)
  for (let at = 0; at < shorter; at += 1) if (a[at] !== b[at]) return at
  return shorter
}

function excerpt(bytes: Buffer, at: number): string {
  if (at >= bytes.length) return '(end)'
  let from = at
  while (from > 0 && ((bytes[from] ?? 0) & 0xc0) === 0x80) from -= 1
  return JSON.stringify(
    Array.from(bytes.subarray(from, from + 64).toString('utf8'))
      .slice(0, 12)
      .join(''),
  )
}

async function readWhole(bag: BagFiles, path: string): Promise<Buffer> {
  if ((bag.sizes.get(path) ?? 0) > LONGEST) throw new Error(`${path} is larger than ${LONGEST} bytes`)
  return Buffer.concat(await (await bag.stream(path)).toArray())
}

/** Decoded sources; the last one is kept, for the stories of one document come together. */
class Sources {
  #key = ''
  #text = ''

  constructor(private readonly bag: BagFiles) {}

  async text(path: string, encoding: string): Promise<string> {
    const key = `${encoding} ${path}`
    if (key !== this.#key) {
      const text = decodeBytes(await readWhole(this.bag, path), encoding)
      if (text === null) throw new Error(`no decoder for ${encoding}`)
      this.#key = key
      this.#text = text
    }
    return this.#text
  }
}
