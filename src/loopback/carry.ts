import type { WebSocket } from 'ws'
import type { Failure, Host, News } from '../contract/contract'

/** What a window sends: a request with a number of its own to know the answer by. */
interface Asked {
  readonly id: number
  readonly name: unknown
  readonly argument: unknown
}

/** A window that reads no more of its news than this is let go; it comes back and asks anew. */
const MAX_UNREAD = 64 * 1024 * 1024
/** The codes of RFC 6455, 7.4.1. */
const POLICY_VIOLATION = 1008
const TRY_AGAIN_LATER = 1013

/** Reads one message; null for what is none. The name and the argument are the host's to parse. */
export function readAsked(text: string): Asked | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return null
    const { id, name, argument } = value as Record<string, unknown>
    return Number.isSafeInteger(id) ? { id: id as number, name, argument } : null
  } catch {
    return null
  }
}

/** A host answers failures; one that throws is at fault, and the window is told rather than the process ended. */
function broken(error: unknown): Failure {
  const what = error instanceof Error ? error.message : String(error)
  return { code: 'internal', zh: `程序内部出错\uFF1A${what}`, en: `Something went wrong inside: ${what}` }
}

/**
 * Carries the contract over one window's socket: `{ id, name, argument }` is answered with `{ id, reply }`, in any order;
 * `{ news }` comes unasked. A message that is none ends the connection.
 */
export function carry(socket: WebSocket, host: Host): void {
  const send = (message: { id: number; reply: unknown } | { news: News }): void => {
    if (socket.bufferedAmount > MAX_UNREAD) socket.close(TRY_AGAIN_LATER)
    else if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message))
  }
  const quiet = host.onNews((news) => send({ news }))
  socket.on('close', quiet)
  // Without a listener an over-long message would end the process; the socket closes itself (1009).
  socket.on('error', () => {})
  socket.on('message', (data, isBinary) => {
    const asked = isBinary ? null : readAsked(String(data))
    if (!asked) return socket.close(POLICY_VIOLATION)
    host.request(asked.name, asked.argument).then(
      (reply) => send({ id: asked.id, reply }),
      (error: unknown) => send({ id: asked.id, reply: { ok: false, failure: broken(error) } }),
    )
  })
}
