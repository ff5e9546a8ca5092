/**
 * How fast the window is: beside the diff views others have, and over folders of many articles. Prints what it measures,
 * and keeps it in bench/WINDOW.md. 100,000 articles take ten minutes to be read for the first time.
 *
 *     npm run bench:window -- [side] [folder=10000]...
 */
import { installPeers } from './bench-clean/packages'
import { buildWhereStale } from './prepare.mjs'
import { fullFolder } from './window/folder'
import { keep } from './window/results'
import { sideBySide } from './window/side-by-side'

const words = process.argv.slice(2)
const asked = words.length > 0 ? words : ['side', 'folder=10000']
const counts = asked.flatMap((word) => /^folder=([1-9]\d*)$/.exec(word)?.[1] ?? [])
if (counts.length + asked.filter((word) => word === 'side').length !== asked.length) {
  console.error('usage: npm run bench:window -- [side] [folder=10000]...')
  process.exit(2)
}
await buildWhereStale()
if (asked.includes('side')) {
  const trouble = await installPeers()
  if (trouble) throw new Error(trouble)
  await keep('side', await sideBySide())
}
for (const count of counts) await keep(count, await fullFolder(Number(count)))
