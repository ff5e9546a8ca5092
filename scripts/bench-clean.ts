/**
 * Compares the engine with what else takes a story out of a page: the same pages, one run. Prints the table and keeps it
 * in bench/RESULTS.md. The peers are packages of bench/, not of the app.
 *
 *     npm run bench:clean
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { format } from 'prettier'
import { everything, measure, memoryOf, onUnseenSites, processesOf, speeds } from './bench-clean/measure'
import { installPeers } from './bench-clean/packages'
import { resultsPage, type Results } from './bench-clean/page'
import { CLEANING_ALONE, PEERS, THIS_ENGINE } from './bench-clean/peer'
import { taskSets } from './bench-clean/sets'
import { stageTimes } from './bench-clean/stages'
import { hasCorpus } from './cleaning/corpus'
import { keptText, readLessons, unseen } from './cleaning/learning'
import { buildWhereStale } from './prepare.mjs'
import { ROOT } from './run.mjs'

await buildWhereStale()
const trouble = await installPeers()
if (trouble !== null) console.error(trouble)
const own = [THIS_ENGINE, CLEANING_ALONE]
const peers = trouble === null ? [...own, ...PEERS] : own
const all = taskSets()
const answers = hasCorpus() ? unseen(await readLessons()) : []
const texts = new Map(answers.map((answer) => [answer.lesson.page.id, keptText(answer)]))
const sets: Results['sets'][number][] = []
const processes = processesOf(peers)
for (const set of all) {
  console.error(`${set.name}, ${set.isPlain ? 'plain text' : 'HTML'}: ${set.tasks.length} pages …`)
  const outcomes = await measure(set, set.isPlain ? processes.slice(0, own.length) : processes)
  if (set.isPlain) outcomes.push(everything(set))
  else if (set.tasks.some(({ id }) => texts.has(id))) outcomes.splice(own.length, 0, onUnseenSites(set, texts))
  sets.push({ set, outcomes })
}
for (const process of processes) await process.end()
console.error('Speed and memory …')
const memory: Results['memory'][number][] = []
for (const peer of peers) memory.push(await memoryOf(peer, all))
const machine = `${availableParallelism()} shared cores, Node ${process.versions.node.split('.')[0]}`
const speed = []
for (const peer of own) speed.push({ name: peer.name, ...(await speeds(peer, all)) })
console.error('Stages …')
const stages = stageTimes(all)
const page = await format(resultsPage({ machine, sets, speeds: speed, stages, memory, trouble }), {
  parser: 'markdown',
})
mkdirSync(join(ROOT, 'bench'), { recursive: true })
writeFileSync(join(ROOT, 'bench/RESULTS.md'), page)
console.log(page)
