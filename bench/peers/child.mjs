/**
 * Holds one peer and answers page after page, so that a peer that hangs or dies takes only itself along. The module named
 * on the command line exports `extract(html, url, bytes)`, which gives mark-up, text or nothing.
 */
import process from 'node:process'

const { extract } = await import(process.argv[2])

/** milliseconds of processor time: on a machine with much else to do the clock tells little */
const worked = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** kilobytes, the most this process has held */
const memory = () => process.resourceUsage().maxRSS

process.on('message', async ({ id, html, url, bytes }) => {
  const start = worked()
  try {
    const content = (await extract(html, url, bytes)) ?? ''
    const ms = worked() - start
    process.send({ id, ms, content, memory: memory() })
  } catch (error) {
    process.send({ id, ms: worked() - start, failure: String(error?.message ?? error), memory: memory() })
  }
})
process.send({ ready: true, memory: memory() })
