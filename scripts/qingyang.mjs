import './node-version.mjs'
import { join } from 'node:path'
import { prepare } from './prepare.mjs'
import { calledFrom, ROOT, run, say } from './run.mjs'

// Its standard error belongs to whoever reads the outcome: progress goes to a terminal only.
await prepare(process.stderr.isTTY ? say : () => {})
const args = [join(ROOT, 'out/cli/index.js'), ...process.argv.slice(2)]
process.exitCode = await run(process.execPath, args, { stdio: 'inherit', cwd: calledFrom('qingyang') })
