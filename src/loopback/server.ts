import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import type { Host } from '../contract/contract'
import { carry } from './carry'
import { ADDRESS, Door } from './door'

/** A bulk append of a long day's outbox, with room to spare. */
const MAX_MESSAGE = 32 * 1024 * 1024

/** What happens to a server: a window came, a window went, a browser was let in with the token. */
export type Change = 'connected' | 'disconnected' | 'exchanged'

export interface Served {
  readonly port: number
  /** the address that lets one browser in; another one after each exchange */
  address(): string
  /** windows connected now */
  connected(): number
  close(): Promise<void>
}

/** Listens on the port, or on another where it is taken or may not be had; answers which. */
async function listen(server: Server, port: number): Promise<number> {
  const heard = new Promise<void>((done, fail) => server.once('listening', done).once('error', fail))
  server.listen(port, ADDRESS)
  try {
    await heard
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (port === 0 || (code !== 'EADDRINUSE' && code !== 'EACCES')) throw error
    server.removeAllListeners('listening').removeAllListeners('error')
    return listen(server, 0)
  }
  return (server.address() as AddressInfo).port
}

/** Carries the contract to each window whose WebSocket the door admits. */
function carryOver(http: Server, door: Door, host: Host, tell: (change: Change) => void): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE })
  http.on('upgrade', (request, stream, head) => {
    stream.on('error', () => stream.destroy())
    if (!door.admits(request)) {
      stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, stream, head, (socket) => {
      socket.on('close', () => tell('disconnected'))
      carry(socket, host)
      tell('connected')
    })
  })
  return sockets
}

/**
 * Serves the built window at `root` and carries the contract, to browsers of this machine that hold the key.
 *
 * @param wanted the port to take if it can be had; the origin names the window's database, so it is always the same one
 */
export async function serve(host: Host, root: string, wanted: number, tell: (change: Change) => void): Promise<Served> {
  const http = createServer()
  const port = await listen(http, wanted)
  const door = new Door(port, root)
  const sockets = carryOver(http, door, host, tell)
  http.on('request', (request, response) => {
    void door.answer(request).then(({ status, headers, body }) => {
      response.writeHead(status, headers).end(body)
      if (headers['set-cookie']) tell('exchanged')
    })
  })
  return {
    port,
    address: () => `${door.origin}/?token=${door.key.token}`,
    connected: () => sockets.clients.size,
    async close() {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
      await new Promise((done) => {
        http.close(done)
        http.closeAllConnections()
      })
    },
  }
}
