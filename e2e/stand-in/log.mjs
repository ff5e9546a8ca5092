import { appendFileSync } from 'node:fs'

/**
 * Notes what was asked of the stand-in, where `STAND_IN_LOG` names a file.
 *
 * @param {string} kind @param {Record<string, unknown>} what
 */
export function note(kind, what) {
  const file = process.env['STAND_IN_LOG']
  if (file) appendFileSync(file, `${JSON.stringify({ kind, ...what })}\n`)
}

/**
 * An object that throws by name when something is asked of it that the stand-in does not have.
 *
 * @template {object} T @param {string} name @param {T} base @returns {T}
 */
export function strict(name, base) {
  return new Proxy(base, {
    get(target, key) {
      if (!(key in target) && typeof key !== 'symbol' && key !== 'then')
        throw new Error(`stand-in for Electron: ${name}.${key} is not there`)
      const value = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
