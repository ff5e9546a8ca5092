import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { build } from 'vite'
import { ROOT } from '../../e2e/hosts'
import { findChromium, QUIET } from '../chromium.mjs'
import { IN_PAGE, SIZE } from './page'

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** The peers' page, built and served to this machine alone, in a Chromium of its own. */
export class PeersPage {
  readonly page: Page
  readonly #browser: Browser
  readonly #server: Server
  readonly #out: string

  private constructor(page: Page, browser: Browser, server: Server, out: string) {
    this.page = page
    this.#browser = browser
    this.#server = server
    this.#out = out
  }

  static async start(): Promise<PeersPage> {
    const out = mkdtempSync(join(tmpdir(), 'qingyang-peers-'))
    await build({
      configFile: false,
      root: join(ROOT, 'bench/window'),
      logLevel: 'error',
      build: { outDir: out, emptyOutDir: true, chunkSizeWarningLimit: 10_000 },
    })
    const server = await serve(out)
    const executablePath = findChromium()
    const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: QUIET })
    const page = await browser.newPage({ viewport: SIZE, locale: 'zh-CN' })
    await page.addInitScript({ path: IN_PAGE })
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/index.html`)
    await page.waitForFunction('window.peers !== undefined')
    return new PeersPage(page, browser, server, out)
  }

  async stop(): Promise<void> {
    await this.#browser.close()
    await new Promise((done) => this.#server.close(done))
    rmSync(this.#out, { recursive: true, force: true })
  }
}

async function serve(folder: string): Promise<Server> {
  const server = createServer(({ url = '/' }, response) => {
    const path = join(folder, normalize(new URL(url, 'http://127.0.0.1').pathname))
    if (!path.startsWith(folder) || !existsSync(path)) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' })
    createReadStream(path).pipe(response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return server
}
