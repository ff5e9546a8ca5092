import { readFile } from 'node:fs/promises'
import { extname, isAbsolute, join, relative, sep } from 'node:path'
import { NONCE_MARK } from './policy'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** The characters of the names a build gives; no drive, stream, device or escape is made of them. */
const NAME = /^\/[\w./-]*$/

/**
 * The file below `root` that a URL's path names, '/' being index.html; null for anything else: a path that leaves the
 * root, a name no build gives, a kind of file no window has.
 *
 * @param path percent-encoded, as a URL carries it
 */
export function fileOf(root: string, path: string): string | null {
  let name: string
  try {
    name = decodeURIComponent(path)
  } catch {
    return null
  }
  if (!NAME.test(name)) return null
  const file = join(root, name === '/' ? 'index.html' : name)
  const inside = relative(root, file)
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null
  return extname(file) in TYPES ? file : null
}

/** One file of the built window, as a host sends it. */
export interface BundleFile {
  readonly type: string
  readonly body: Buffer
}

/** Reads the file a URL's path names; null where there is none. The page gets the nonce of this load. */
export async function readBundle(root: string, path: string, nonce: string): Promise<BundleFile | null> {
  const file = fileOf(root, path)
  if (file === null) return null
  try {
    const body = await readFile(file)
    const type = TYPES[extname(file)] ?? ''
    if (extname(file) !== '.html') return { type, body }
    return { type, body: Buffer.from(body.toString('utf8').replaceAll(NONCE_MARK, nonce)) }
  } catch {
    return null
  }
}
