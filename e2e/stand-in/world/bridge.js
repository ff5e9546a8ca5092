// Injected as text into the page's own world and into the preload's: what contextBridge carries between the two. Values are
// copied, functions become calls across, a promise is awaited on the side that has it.

/** @param {any} value */
const isPlain = (value) =>
  typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value))

/** @param {any} value @param {(value: any) => any} change */
const changeEach = (value, change) =>
  Object.fromEntries(Object.entries(value).map(([key, each]) => [key, change(each)]))

/** @param {any} value @returns {any} */
function freezeAll(value) {
  if (typeof value !== 'object' || value === null) return value
  Object.values(value).forEach(freezeAll)
  return Object.freeze(value)
}

/** One side of the bridge. */
// eslint-disable-next-line @typescript-eslint/no-unused-vars -- used by the text it is injected with
class Side {
  /** @type {Map<number, Function>} */
  #functions = new Map()
  /** @type {Map<number, (message: any) => void>} */
  #waiting = new Map()
  #last = 0
  #to

  /** @param {string} me the name of this side @param {string} other @param {string} channel the name of the events between them */
  constructor(me, other, channel) {
    this.#to = channel + other
    addEventListener(channel + me, (event) => this.#hear(/** @type {CustomEvent} */ (event).detail))
  }

  /** Puts a frozen copy on the other side's window. @param {string} key @param {any} api */
  expose(key, api) {
    this.#post({ kind: 'expose', key, api: this.#encode(api) })
  }

  /** @param {object} detail */
  #post(detail) {
    dispatchEvent(new CustomEvent(this.#to, { detail }))
  }

  /** @param {any} value @returns {any} */
  #encode(value) {
    if (typeof value === 'function') {
      this.#functions.set(++this.#last, value)
      return { $function: this.#last }
    }
    if (Array.isArray(value)) return value.map((each) => this.#encode(each))
    if (value instanceof Error) return { $error: value.message }
    return isPlain(value) ? changeEach(value, (each) => this.#encode(each)) : value
  }

  /** @param {any} value @returns {any} */
  #decode(value) {
    if (Array.isArray(value)) return value.map((each) => this.#decode(each))
    if (!isPlain(value)) return value
    if (value.$function) return (/** @type {unknown[]} */ ...words) => this.#call(value.$function, words)
    return '$error' in value ? new Error(value.$error) : changeEach(value, (each) => this.#decode(each))
  }

  /** @param {any} answer */
  #settle(answer) {
    if (answer.error !== undefined) throw new Error(answer.error)
    return this.#decode(answer.value)
  }

  /** @param {number} target @param {unknown[]} words */
  #call(target, words) {
    const id = ++this.#last
    /** @type {any} */
    let answer
    this.#waiting.set(id, (message) => (answer = message))
    // An event is dispatched synchronously: the answer is here when it returns.
    this.#post({ kind: 'call', target, id, words: this.#encode(words) })
    if (!answer?.promise) {
      this.#waiting.delete(id)
      return answer && this.#settle(answer)
    }
    return new Promise((done, fail) => {
      this.#waiting.set(id, (message) => {
        this.#waiting.delete(id)
        try {
          done(this.#settle(message))
        } catch (error) {
          fail(error)
        }
      })
    })
  }

  /** @param {any} message */
  #hear(message) {
    if (message.kind === 'answer') this.#waiting.get(message.id)?.(message)
    else if (message.kind === 'call') this.#answer(message)
    else {
      const value = freezeAll(this.#decode(message.api))
      Object.defineProperty(window, message.key, { value, enumerable: true })
    }
  }

  /** @param {{ target: number, id: number, words: unknown[] }} call */
  #answer({ target, id, words }) {
    const failed = (/** @type {any} */ error) =>
      this.#post({ kind: 'answer', id, error: String(error?.message ?? error) })
    try {
      const value = this.#functions.get(target)?.(...this.#decode(words))
      if (typeof value?.then !== 'function') return this.#post({ kind: 'answer', id, value: this.#encode(value) })
      this.#post({ kind: 'answer', id, promise: true })
      value.then((/** @type {any} */ each) => this.#post({ kind: 'answer', id, value: this.#encode(each) }), failed)
    } catch (error) {
      failed(error)
    }
  }
}
