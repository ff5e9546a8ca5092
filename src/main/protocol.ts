import type { CustomScheme } from 'electron'
import { readBundle } from '../host/bundle/file'
import { contentPolicy, newNonce, safeHeaders } from '../host/bundle/policy'

/** The window's origin: `app://` and never `file://`, whose pages could read every file. */
export const ORIGIN = 'app://bundle'

/** Standard and secure, so the page has an origin and a store; it bypasses no policy. */
export const SCHEME: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true },
}

/** Answers a request of the window out of the built bundle at `root`; 403 for all else. */
export async function answer(root: string, request: Request): Promise<Response> {
  const nonce = newNonce()
  const headers = safeHeaders(contentPolicy(nonce))
  const url = new URL(request.url)
  const asked = request.method === 'GET' && `${url.protocol}//${url.host}` === ORIGIN
  const file = asked ? await readBundle(root, url.pathname, nonce) : null
  if (!file) return new Response('', { status: 403, headers })
  return new Response(new Uint8Array(file.body), { headers: { ...headers, 'content-type': file.type } })
}
