/** @typedef {(request: Request) => Response | Promise<Response>} Handler */

/** Schemes the application registered, and who answers them. @type {Map<string, Handler | null>} */
const schemes = new Map()

/** Chromium cannot be given a scheme from outside: `app://bundle/x` is `http://bundle.app-scheme.localhost/x` there. */
const WEB = /^http:\/\/([^./]+)\.([a-z]+)-scheme\.localhost/

/** The address in Chromium of an address of the application. @param {string} address */
export function toWeb(address) {
  const { protocol, host, pathname, search, hash } = new URL(address)
  const scheme = protocol.slice(0, -1)
  return schemes.has(scheme) ? `http://${host}.${scheme}-scheme.localhost${pathname}${search}${hash}` : address
}

/** The application's address of an address in Chromium. @param {string} address */
export const fromWeb = (address) => address.replace(WEB, '$2://$1')

/** The origin of an address of the application, as Electron serializes it. @param {string} address */
export function originOf(address) {
  const { protocol, host, origin } = new URL(address)
  return schemes.has(protocol.slice(0, -1)) ? `${protocol}//${host}` : origin
}

/** Who answers an address of the application; undefined where nobody does. @param {string} address */
export const handlerOf = (address) => schemes.get(new URL(address).protocol.slice(0, -1)) ?? undefined

/** Whether an address in Chromium is one of the application. @param {URL} url */
export const isScheme = (url) => url.hostname.endsWith('-scheme.localhost')

let ready = false
/** After this no scheme can be registered. */
export const closeSchemes = () => {
  ready = true
}

export const protocol = {
  registerSchemesAsPrivileged(/** @type {{ scheme: string, privileges?: Record<string, boolean> }[]} */ list) {
    if (ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges } of list) {
      if (!privileges?.['standard'] || !privileges['secure'])
        throw new Error('stand-in for Electron: only standard, secure schemes')
      if (privileges['bypassCSP']) throw new Error('stand-in for Electron: no scheme bypasses the policy')
      schemes.set(scheme, null)
    }
  },
  handle(/** @type {string} */ scheme, /** @type {Handler} */ handler) {
    schemes.set(scheme, handler)
  },
}
