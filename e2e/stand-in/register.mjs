// `node --import ./register.mjs MAIN` makes 'electron' mean the stand-in, in every import of the main process.
import { register } from 'node:module'

const electron = new URL('./electron.mjs', import.meta.url).href
const hook = `export const resolve = (name, context, next) =>
  name === 'electron' ? { url: ${JSON.stringify(electron)}, shortCircuit: true } : next(name, context)`
register(`data:text/javascript,${encodeURIComponent(hook)}`)
Object.defineProperty(process.versions, 'electron', { value: 'stand-in' })
