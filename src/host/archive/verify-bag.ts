import { BAG_INFO, BAGIT, DATA, manifestPath, TAG_MANIFEST, tagManifestPath } from './bag-layout'
import { ALGORITHMS, Digester, type Digest } from './digest'
import { messageOf } from './failure'
import { parseManifest } from './manifest'
import { readBag, type BagFiles } from './read-bag'
import { verifyRebuilds } from './verify-rebuilds'

/** What is wrong with one file of a bag. */
export interface BagProblem {
  /** its path in the bag */
  readonly file: string
  readonly zh: string
  readonly en: string
}

export interface BagCheck {
  /** empty for a sound bag */
  readonly problems: readonly BagProblem[]
  readonly files: number
  readonly bytes: number
  /** cleaned texts that were rebuilt and are equal byte by byte */
  readonly rebuilt: number
}

export type Report = (file: string, zh: string, en: string) => void

const TAG_FILE_LIMIT = 64 * 2 ** 20
const HEX_DIGITS = { sha256: 64, sha512: 128 } as const

/**
 * Checks a bag, folder or zip, against its manifests and rebuilds every cleaned text from its pieces; the engine is not asked.
 * Whatever is wrong inside becomes a problem; throws an FailureError only where there is no bag to look into.
 */
export async function verifyBag(
  path: string,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<BagCheck> {
  const bag = await readBag(path)
  const problems: BagProblem[] = bag.refused.map((one) => ({ ...one }))
  const report: Report = (file, zh, en) => problems.push({ file, zh, en })
  try {
    const files = bag.sizes.size
    if (problems.length > 0) return { problems, files, bytes: 0, rebuilt: 0 }
    if (!bag.sizes.has(BAGIT)) {
      report(BAGIT, '缺少这个文件\uFF1A这里不是 BagIt 归档', 'is missing: this is no BagIt bag')
      return { problems, files, bytes: 0, rebuilt: 0 }
    }
    const digests = await digestAll(bag, report, onProgress)
    await checkDeclaration(bag, report)
    await checkOxum(bag, report)
    await checkPayloadManifests(bag, digests, report)
    await checkTagManifests(bag, digests, report)
    const rebuilt = await verifyRebuilds(bag, digests, report)
    return { problems, files, bytes: [...digests.values()].reduce((sum, one) => sum + one.bytes, 0), rebuilt }
  } finally {
    bag.close()
  }
}

async function digestAll(
  bag: BagFiles,
  report: Report,
  onProgress: (done: number, total: number) => void,
): Promise<Map<string, Digest>> {
  const digests = new Map<string, Digest>()
  for (const path of [...bag.sizes.keys()].sort()) {
    try {
      const digester = new Digester()
      for await (const chunk of await bag.stream(path)) digester.update(chunk as Uint8Array)
      digests.set(path, digester.digest())
    } catch (error) {
      report(path, `无法读取\uFF1A${messageOf(error)}`, `cannot be read: ${messageOf(error)}`)
    }
    onProgress(digests.size, bag.sizes.size)
  }
  return digests
}

async function checkDeclaration(bag: BagFiles, report: Report): Promise<void> {
  const text = await readText(bag, BAGIT, report)
  if (text === null || /^BagIt-Version: (?:0\.97|1\.0)\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/.test(text)) return
  report(BAGIT, '不是 BagIt 1.0、UTF-8 的声明', 'does not declare BagIt 1.0 in UTF-8')
}

async function checkOxum(bag: BagFiles, report: Report): Promise<void> {
  const text = await readText(bag, BAG_INFO, report)
  if (text === null) return
  const stated = /^Payload-Oxum: ?(\d+)\.(\d+)\r?$/m.exec(text)
  if (!stated) return report(BAG_INFO, '没有 Payload-Oxum', 'has no Payload-Oxum')
  const payload = [...bag.sizes].filter(([path]) => path.startsWith(DATA))
  const found = `${payload.reduce((sum, [, size]) => sum + size, 0)}.${payload.length}`
  const said = `${stated[1]}.${stated[2]}`
  if (said !== found)
    report(BAG_INFO, `Payload-Oxum 记为 ${said}\uFF0C实为 ${found}`, `says Payload-Oxum ${said}, but it is ${found}`)
}

async function checkPayloadManifests(
  bag: BagFiles,
  digests: ReadonlyMap<string, Digest>,
  report: Report,
): Promise<void> {
  const payload = [...bag.sizes.keys()].filter((path) => path.startsWith(DATA))
  for (const algorithm of ALGORITHMS) {
    const file = manifestPath(algorithm)
    const sums = await readManifest(bag, file, HEX_DIGITS[algorithm], report)
    if (!sums) continue
    for (const [path, sum] of sums) {
      if (!path.startsWith(DATA))
        report(path, `${file} 列了 data/ 之外的文件`, `is listed in ${file} but is not below data/`)
      else compare(path, sum, digests.get(path)?.[algorithm], bag, algorithm, report)
    }
    for (const path of payload)
      if (!sums.has(path)) report(path, `是多出的文件\uFF1A${file} 里没有`, `is extra: ${file} does not list it`)
  }
}

async function checkTagManifests(bag: BagFiles, digests: ReadonlyMap<string, Digest>, report: Report): Promise<void> {
  const tags = [...bag.sizes.keys()].filter((path) => !path.startsWith(DATA) && !TAG_MANIFEST.test(path))
  for (const algorithm of ALGORITHMS) {
    const file = tagManifestPath(algorithm)
    const sums = await readManifest(bag, file, HEX_DIGITS[algorithm], report)
    if (!sums) continue
    for (const [path, sum] of sums) compare(path, sum, digests.get(path)?.[algorithm], bag, algorithm, report)
    for (const path of tags)
      if (!sums.has(path)) report(path, `是多出的文件\uFF1A${file} 里没有`, `is extra: ${file} does not list it`)
  }
}

function compare(
  path: string,
  stated: string,
  found: string | undefined,
  bag: BagFiles,
  algorithm: string,
  report: Report,
): void {
  if (!bag.sizes.has(path)) report(path, '缺失', 'is missing')
  else if (found !== undefined && found !== stated)
    report(
      path,
      `内容已变\uFF1A${algorithm} 应为 ${stated}\uFF0C实为 ${found}`,
      `has changed: ${algorithm} should be ${stated} but is ${found}`,
    )
}

async function readManifest(
  bag: BagFiles,
  file: string,
  digits: number,
  report: Report,
): Promise<ReadonlyMap<string, string> | null> {
  const text = await readText(bag, file, report)
  if (text === null) return null
  const { sums, bad } = parseManifest(text, digits)
  for (const line of bad) report(file, `第 ${line} 行无法解读`, `has a line that cannot be read: ${line}`)
  return sums
}

async function readText(bag: BagFiles, path: string, report: Report): Promise<string | null> {
  const size = bag.sizes.get(path)
  if (size === undefined) {
    report(path, '缺失', 'is missing')
    return null
  }
  if (size > TAG_FILE_LIMIT) {
    report(path, '大得异常', 'is absurdly large')
    return null
  }
  try {
    return Buffer.concat(await (await bag.stream(path)).toArray()).toString('utf8')
  } catch (error) {
    report(path, `无法读取\uFF1A${messageOf(error)}`, `cannot be read: ${messageOf(error)}`)
    return null
  }
}
