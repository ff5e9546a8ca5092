import { version } from '../../package.json'
import { run } from './run'

/** `qingyang` on the command line, built to out/cli/index.js. */
const { stdin, stdout, stderr } = process
const worker = new URL('../worker/index.js', import.meta.url)
const status = await run(process.argv.slice(2), { stdin, stdout, stderr }, { version, worker })
// Everything written was taken by then; standard input may still be open when whoever read the answers went away.
process.exit(status)
