/**
 * What is measured inside a page: the window's and its peers' alike. Times are milliseconds; they count from the moment
 * the browser took the press, or the page was told to act.
 */
;(() => {
  const GIVE_UP = 30_000

  /** @param {(now: number) => void} done hears when the next frame is drawn */
  const drawn = (done) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => done(performance.now())
      port2.postMessage(null)
    })

  /** Until a frame finds it there, and the frame behind it begins: of nothing at all that is one to two frames. */
  const untilShown = (start, there) =>
    new Promise((done, fail) => {
      const look = () => {
        if (performance.now() - start > GIVE_UP) fail(new Error(`not there after ${GIVE_UP} ms: ${there}`))
        else if (there()) requestAnimationFrame(() => done(performance.now() - start))
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })

  const has = (selector) => document.querySelector(selector) !== null

  /** The window shows the article of this title: its text, marks, chips and alignment. */
  const isOpen = (title) =>
    document.querySelector('main h1')?.textContent.includes(title) === true &&
    has('.pane.source .cm-line.gone') &&
    has('.pane.source .chip') &&
    has('.pane.copy .cm-line') &&
    has('.pane.copy .room-hatch')

  const current = () => document.querySelector('article.card[aria-current=true]')

  /** What each press of a key took: [kind, ms][]. */
  let pressed = []
  let frames = null

  addEventListener(
    'keydown',
    ({ timeStamp, key }) => {
      if (window.bench.watch === 'keys') drawn((now) => pressed.push(now - timeStamp))
      if (window.bench.watch !== 'decisions' || key !== 'x') return
      const before = current()
      const look = () => {
        if (current() === before && performance.now() - timeStamp < GIVE_UP) requestAnimationFrame(look)
        else drawnNow(timeStamp)
      }
      requestAnimationFrame(look)
    },
    { capture: true },
  )

  /** Inside a frame: until it is drawn. */
  const drawnNow = (from) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => pressed.push(performance.now() - from)
    port2.postMessage(null)
  }

  window.bench = {
    /** 'keys' or 'decisions' while their times are taken */
    watch: '',
    untilShown,
    nothing: async () => untilShown(await window.bench.somewhen(), () => true),
    /** a moment that no frame is near to more than to another */
    somewhen: () => new Promise((done) => setTimeout(() => done(performance.now()), 40 + Math.random() * 34)),
    /** to be called before the press that opens the article */
    opening(title) {
      window.bench.opened = new Promise((done, fail) =>
        addEventListener('mousedown', (event) => untilShown(event.timeStamp, () => isOpen(title)).then(done, fail), {
          capture: true,
          once: true,
        }),
      )
    },
    opened: Promise.resolve(0),
    /** the times taken since it was called last */
    took() {
      const taken = pressed
      pressed = []
      return taken
    },
    startFrames() {
      const taken = []
      frames = taken
      let last = 0
      const next = (now) => {
        if (frames !== taken) return
        if (last > 0) taken.push(now - last)
        last = now
        requestAnimationFrame(next)
      }
      requestAnimationFrame(next)
    },
    endFrames() {
      const taken = frames
      frames = null
      return taken ?? []
    },
    /** from a press of a key or the pointer, or a word typed, until something is there */
    until(kind, there) {
      const isThere = new Function(`return (${there})`)
      window.bench.seen = new Promise((done, fail) =>
        addEventListener(kind, ({ timeStamp }) => untilShown(timeStamp, isThere).then(done, fail), {
          capture: true,
          once: true,
        }),
      )
    },
    seen: Promise.resolve(0),
  }
})()
