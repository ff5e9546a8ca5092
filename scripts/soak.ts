/**
 * The long forms of what durability promises. Resumable: what was done is kept in bench/soak.json, and a run goes on from
 * there; bench/SOAK.md tells the last results.
 *
 *     npm run soak -- [PART[=TIMES]...] [--anew]
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format } from 'prettier'
import { ROOT } from '../e2e/hosts'
import { buildWhereStale } from './prepare.mjs'
import { appends } from './soak/appends'
import { crashStates } from './soak/crash-states'
import { damagedViews } from './soak/damaged-views'
import { fullDisk } from './soak/full-disk'
import { killedHost } from './soak/killed-host'
import { killedTree } from './soak/killed-tree'
import { manyFiles } from './soak/many-files'
import { allOutcomes, type Claim, freshOutcome, keepOutcome } from './soak/outcome'
import { page } from './soak/page'

const CLAIMS: Readonly<Record<string, Claim>> = {
  states: crashStates,
  full: fullDisk,
  appends,
  host: killedHost,
  tree: killedTree,
  views: damagedViews,
  files: manyFiles,
}

const words = process.argv.slice(2)
const asked = words.filter((word) => word !== '--anew').map((word) => word.split('='))
const unknown = asked.find(([name = '']) => !CLAIMS[name])
if (unknown) {
  console.error(`usage: npm run soak -- [PART[=TIMES]...] [--anew]; parts: ${Object.keys(CLAIMS).join(', ')}`)
  process.exit(2)
}
await buildWhereStale()
let broken = 0
for (const [part = '', times] of asked.length > 0 ? asked : Object.keys(CLAIMS).map((name) => [name])) {
  const claim = CLAIMS[part]!
  const known = words.includes('--anew') ? undefined : allOutcomes()[part]
  const of = Number(times ?? claim.times)
  const outcome = known && known.done < of ? { ...known, of } : freshOutcome(claim, of)
  const from = performance.now()
  await claim.run(outcome, () => keepOutcome(part, outcome))
  keepOutcome(part, outcome)
  broken += outcome.broken + (outcome.control.broken === 0 ? 1 : 0)
  const { done, control } = outcome
  console.log(
    `${claim.name}: ${done} times, ${outcome.broken} broken; control ${control.broken} of ${control.done}; ${JSON.stringify(outcome.figures)}; ${((performance.now() - from) / 1000).toFixed(0)} s`,
  )
  writeFileSync(join(ROOT, 'bench/SOAK.md'), await format(page(CLAIMS, allOutcomes()), { parser: 'markdown' }))
}
process.exitCode = broken > 0 ? 1 : 0
