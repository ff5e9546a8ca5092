/**
 * How fast the window is: beside the diff views others have, and over a folder of many articles.
 *
 *     npm run bench:window -- [side] [folder[=10000]]
 */
import { buildWhereStale } from './prepare.mjs'
import { installPeers } from './bench-clean/packages'
import { fullFolder } from './window/folder'
import { sideBySide } from './window/side-by-side'

await buildWhereStale()
const words = process.argv.slice(2)
const folder = words.find((word) => word.startsWith('folder'))
if (words.includes('side') || folder === undefined) {
  const trouble = await installPeers()
  if (trouble) throw new Error(trouble)
  await sideBySide()
}
if (folder !== undefined) await fullFolder(Number(folder.split('=')[1] ?? 10_000))
