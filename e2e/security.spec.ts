import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixture'
import { opened } from './opened'
import { open, read, rows } from './window'

/** What the window's own code can reach of the host. */
interface Bridge {
  request(name: string, argument: unknown): Promise<{ ok: boolean }>
}
type WithBridge = Window & { qingyang?: Bridge }

test.describe('the window', () => {
  test('has nothing of Node', async ({ page }) => {
    await opened(page)
    const there = await page.evaluate(() =>
      ['require', 'process', 'Buffer', 'module', 'global', '__dirname', 'ipcRenderer', 'electron'].filter(
        (name) => name in window,
      ),
    )
    expect(there).toEqual([])
  })

  test('runs no script that is not in the bundle', async ({ page }) => {
    await opened(page)
    const ran = await page.evaluate(async () => {
      const marks = window as unknown as Record<string, unknown>
      const tries = [
        () => {
          const script = document.createElement('script')
          script.textContent = 'window.ranInline = 1'
          document.body.append(script)
        },
        () => {
          const script = document.createElement('script')
          script.src = 'data:text/javascript,window.ranData=1'
          document.body.append(script)
        },
        () => document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.ranHandler = 1">'),
        () => void new Function('window.ranFunction = 1')(),
        () => (location.href = 'javascript:window.ranAddress = 1'),
      ]
      // From a task of the page's own: what a debugger evaluates may use eval.
      for (const each of tries) setTimeout(each)
      await new Promise((done) => setTimeout(done, 300))
      return Object.keys(marks).filter((name) => name.startsWith('ran'))
    })
    expect(ran).toEqual([])
  })

  test('takes no string for mark-up', async ({ page }) => {
    await opened(page)
    const refused = await page.evaluate(() => {
      try {
        document.createElement('div').innerHTML = '<b>x</b>'
        return false
      } catch {
        return true
      }
    })
    expect(refused).toBe(true)
  })

  test('lets in a style by the nonce of this load alone', async ({ page }) => {
    await opened(page)
    const color = (nonce: string | null) =>
      page.evaluate((given) => {
        const style = document.createElement('style')
        const own = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''
        style.setAttribute('nonce', given ?? own)
        style.textContent = '#probe { color: rgb(1, 2, 3) }'
        const probe = document.createElement('p')
        probe.id = 'probe'
        document.body.append(style, probe)
        const seen = getComputedStyle(probe).color
        style.remove()
        probe.remove()
        return seen
      }, nonce)
    expect(await color('')).not.toBe('rgb(1, 2, 3)')
    expect(await color('__STYLE_NONCE__')).not.toBe('rgb(1, 2, 3)')
    expect(await color(null)).toBe('rgb(1, 2, 3)')
  })

  test('reaches nothing outside, not even with a picture or a frame', async ({ page }) => {
    await opened(page)
    const violations = await page.evaluate(async () => {
      const seen: string[] = []
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => seen.push(effectiveDirective))
      const outside = 'http://127.0.0.1:9/'
      await fetch(outside).catch(() => {})
      const picture = new Image()
      picture.src = outside
      const frame = document.createElement('iframe')
      frame.src = outside
      const form = Object.assign(document.createElement('form'), { action: outside })
      document.body.append(picture, frame, form)
      form.submit()
      await new Promise((done) => setTimeout(done, 300))
      return seen
    })
    expect(violations.sort()).toEqual(['connect-src', 'form-action', 'frame-src', 'img-src'])
  })

  // a browser opens tabs by itself; the key is not handed to them
  test('opens no second window', { tag: '@electron-only' }, async ({ page }) => {
    await opened(page)
    const seen = page.context().pages().length
    await page.evaluate(() => void window.open('http://127.0.0.1:9/'))
    await page.waitForTimeout(500)
    expect(page.context().pages()).toHaveLength(seen)
  })

  // a browser goes where it is told; nothing of the desk goes with it
  test('stays where it is', { tag: '@electron-only' }, async ({ page }) => {
    await opened(page)
    const before = page.url()
    for (const address of ['http://127.0.0.1:9/', 'file:///etc/passwd', 'data:text/html,x']) {
      await page.evaluate((href) => {
        const link = Object.assign(document.createElement('a'), { href })
        document.body.append(link)
        link.click()
      }, address)
      await page.waitForTimeout(200)
      expect(page.url()).toBe(before)
    }
    await expect(page.locator('#app > *').first()).toBeAttached()
  })

  // there is no preload in a browser
  test(
    'is given one carrier and where a dropped file lies, frozen, without a channel to choose',
    { tag: '@electron-only' },
    async ({ page }) => {
      await opened(page)
      const bridge = await page.evaluate(() => {
        const { qingyang } = window as WithBridge
        return { names: Object.keys(qingyang ?? {}).sort(), frozen: Object.isFrozen(qingyang) }
      })
      expect(bridge).toEqual({ names: ['onNews', 'pathOf', 'request'], frozen: true })
    },
  )

  test('is answered what the contract knows, and refused what it does not', async ({ page, host }) => {
    await opened(page)
    const replies = await page.evaluate(async (overSocket) => {
      const asks: [string, unknown][] = [
        ['hello', null],
        ['nonsense', null],
        ['__proto__', null],
        ['constructor', null],
        ['rows', { from: 'x', limit: -1 }],
        ['openFolder', null],
      ]
      if (!overSocket) {
        const { qingyang } = window as WithBridge
        return Promise.all(asks.map(async ([name, argument]) => (await qingyang!.request(name, argument)).ok))
      }
      const socket = new WebSocket(`ws://${location.host}/ws`)
      await new Promise((done) => socket.addEventListener('open', done))
      return Promise.all(
        asks.map(
          ([name, argument], id) =>
            new Promise<boolean>((done) => {
              socket.addEventListener('message', ({ data }) => {
                const message = JSON.parse(data as string) as { id?: number; reply?: { ok: boolean } }
                if (message.id === id) done(message.reply?.ok ?? true)
              })
              socket.send(JSON.stringify({ id, name, argument }))
            }),
        ),
      )
    }, host === 'loopback')
    expect(replies).toEqual([true, false, false, false, false, false])
  })
})

// only the stand-in notes what it is asked
/** An article of a hostile site: everything that runs, loads or leaves when it is taken for a page. */
const HOSTILE = `<!doctype html><html><head><meta charset="utf-8"><title>河口村修好了水渠</title>
<meta http-equiv="refresh" content="0; url=http://127.0.0.1:9/refresh"><base href="http://127.0.0.1:9/">
<link rel="stylesheet" href="http://127.0.0.1:9/style.css"><style>@import url(http://127.0.0.1:9/import.css)</style>
<script>window.ranScript = 1; alert('script')</script></head><body onload="window.ranLoad = 1">
<h1>河口村修好了水渠</h1>
<p>河口村的水渠上个月修好了<img src="http://127.0.0.1:9/x.png" onerror="window.ranError = 1">，村里的三十户人家都用上了渠水。</p>
<p>修渠的钱是村民自己凑的<svg onload="window.ranSvg = 1"><script>window.ranSvgScript = 1</script></svg>，账目贴在村口。</p>
<iframe src="http://127.0.0.1:9/frame" srcdoc="<script>parent.ranFrame = 1</script>"></iframe>
<p><a href="javascript:window.ranLink = 1">村主任说，明年还要修第二段。</a></p>
<object data="http://127.0.0.1:9/object"></object><embed src="http://127.0.0.1:9/embed">
<form action="http://127.0.0.1:9/form"><input autofocus onfocus="window.ranFocus = 1"></form></body></html>`

test('an article that attacks is inert text, and the window breaks no rule of its own', async ({ page, folder }) => {
  const seen: string[] = []
  const origin = new URL(page.url()).origin
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (asked) => {
    if (!/^(?:data|blob):/.test(asked.url()) && new URL(asked.url()).origin !== origin)
      seen.push(`request ${asked.url()}`)
  })
  page.on('pageerror', (error) => seen.push(`error ${error.message}`))
  page.on('console', (said) => {
    if (/Content Security Policy|Trusted ?Type/i.test(said.text())) seen.push(`console ${said.text()}`)
  })
  await page.reload()
  writeFileSync(join(folder, 'hostile.html'), HOSTILE)
  await expect(rows(page)).toHaveCount(1)
  await open(page, '河口村修好了水渠')
  expect(await read(page, 'copy')).toContain('账目贴在村口')
  const ran = await page.evaluate(() => Object.keys(window).filter((name) => name.startsWith('ran')))
  expect(ran).toEqual([])
  expect(seen).toEqual([])
})

test(
  'the stand-in was told to refuse permissions and spell checking',
  { tag: '@stand-in-only' },
  async ({ page, desk }) => {
    await opened(page)
    const notes = desk.notes()
    expect(notes.filter(({ kind }) => kind === 'permissions').map(({ handler }) => handler)).toEqual([
      'request',
      'check',
      'device',
    ])
    expect(notes).toContainEqual({ kind: 'spell-checker', enabled: false })
    expect(notes).toContainEqual(expect.objectContaining({ kind: 'switch', word: 'disable-back-forward-cache' }))
  },
)
