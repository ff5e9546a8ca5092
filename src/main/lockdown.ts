import type { Session, WebContents } from 'electron'

/**
 * Shuts a session to everything but the window's own origin: no permission, no device, no download, no request that
 * leaves, no spell checker (it would fetch its dictionaries).
 */
export function shutSession(session: Session, origin: string): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayAsk(details.url, origin) }))
}

/** Whether a request may go out: to the window's origin (its WebSocket too, when Vite serves it), or the developer tools' own. */
export function mayAsk(url: string, origin: string): boolean {
  const { protocol, host } = new URL(url)
  if (protocol === 'devtools:' || protocol === 'data:') return true
  const own = new URL(origin)
  return host === own.host && (protocol === own.protocol || (protocol === 'ws:' && own.protocol === 'http:'))
}

/** Holds any contents where they are: no navigation, no redirect, no frame, no webview, no second window. */
export function holdContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
