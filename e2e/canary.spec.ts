import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { browsersOn } from '../scripts/bench-inbox/processes'
import { put } from '../scripts/hostile/hostile'
import { hostileInputs } from '../scripts/hostile/inputs.table'
import { expect, test } from './fixture'
import { canTrace, Trace } from './trace'
import { rows } from './window'

/** Documentation's own addresses (RFC 5737, RFC 2606): whoever asks for them leaves this machine. */
const OUTSIDE = ['http://192.0.2.7/', 'http://canary.example.com/', 'http://[2001:db8::7]/']

test.describe('nothing leaves', { tag: '@loopback-only' }, () => {
  test.skip(!canTrace(), 'strace is not here, or may not watch')

  test('the whole hostile corpus, analysed and opened: no call to the network but to this machine', async ({
    page,
    folder,
    desk,
    dir,
  }) => {
    test.setTimeout(400_000)
    const caught: string[] = []
    const canary = createServer((socket) => {
      caught.push(String(socket.remotePort))
      socket.destroy()
    })
    canary.listen(0, '127.0.0.1')
    await once(canary, 'listening')
    const bases = [`http://127.0.0.1:${(canary.address() as AddressInfo).port}/`, ...OUTSIDE]
    let next = 0
    const inputs = hostileInputs((what) => bases[next++ % bases.length]! + what, 0.01)

    const host = await Trace.of([desk.pid()], join(dir, 'host.strace'))
    const window = await Trace.of(browsersOn(join(dir, 'browser')), join(dir, 'window.strace'))
    const asked: string[] = []
    const own = new URL(page.url()).origin
    page.on('request', (request) => {
      if (!/^(?:data|blob):/.test(request.url()) && new URL(request.url()).origin !== own) asked.push(request.url())
    })
    for (const input of inputs) await put(folder, input)
    writeFileSync(join(folder, '好稿.txt'), '城南公园新添步道\n\n城南公园本周新添一条步道\uFF0C沿湖而建。\n')

    await expect(page.getByRole('navigation', { name: '稿件' })).toContainText(`共 ${inputs.length + 1} 条`, {
      timeout: 120_000,
    })
    await expect(page.locator('header [role=progressbar]')).toHaveCount(0, { timeout: 200_000 })
    await rows(page).first().click()
    for (let at = 0; at <= inputs.length; at++) {
      await page.keyboard.press('Control+PageDown')
      await page.waitForTimeout(150)
    }
    await page.reload()
    await expect(rows(page).first()).toBeVisible()

    const [ofHost, ofWindow] = [await host.end(), await window.end()]
    canary.close()
    expect(next).toBeGreaterThanOrEqual(25)
    expect(caught).toEqual([])
    expect(asked).toEqual([])
    expect(ofHost.outside).toEqual([])
    expect(ofWindow.outside).toEqual([])
    // The watching saw the page come back to its own host.
    expect(ofWindow.inside).toBeGreaterThan(0)
  })

  test('and a call to the outside would be seen: the control', async ({ dir }) => {
    const asks = `setTimeout(() => fetch('${OUTSIDE[0]}').catch(() => {}), 1500); setTimeout(() => process.exit(), 3000)`
    const child = spawn(process.execPath, ['-e', asks], { stdio: 'ignore' })
    const trace = await Trace.of([child.pid ?? 0], join(dir, 'control.strace'))
    await once(child, 'exit')
    const { outside } = await trace.end()
    expect(outside.join('\n')).toContain('192.0.2.7')
  })
})
