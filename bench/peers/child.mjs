/**
 * Holds one peer and answers page after page, so that a peer that hangs or dies takes only itself along. The module named
 * on the command line exports `extract(page)`, which gives mark-up, text or nothing. A page is `{ url, bytes, isPlain, html() }`:
 * bytes, as it is stored; who works on mark-up calls `html()`, which decodes them, the encoding being told.
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

process.on('message', async ({ id, url, bytes, encoding, isPlain }) => {
  const start = worked()
  try {
    const html = () => new TextDecoder(encoding).decode(bytes)
    const content = (await extract({ url, bytes, isPlain, html })) ?? ''
    const ms = worked() - start
    process.send({ id, ms, content, memory: memory() })
  } catch (error) {
    process.send({ id, ms: worked() - start, failure: String(error?.message ?? error), memory: memory() })
  }
})
process.send({ ready: true, memory: memory() })
