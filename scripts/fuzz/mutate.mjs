/** Bytes that matter in text, mark-up, JSON and zip. */
const NOTABLE = [
  '\0',
  '\n',
  '\r\n',
  '\t',
  ' ',
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  '<',
  '>',
  '&',
  ';',
  ',',
  '%',
  '/',
  '0',
  '9',
]
const CHARACTERS = [...'一万亿%。\uFF0C\uFF1A\u200B\u202E\uFEFF😀é\uD800、《》至年月日'].map((text) =>
  Buffer.from(text),
)
const LONGEST = 32_768

/** A repeatable source of chance (mulberry32). @param {number} seed */
export function chance(seed) {
  let state = seed >>> 0
  /** An integer below `limit`. @param {number} limit */
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, limit)
  }
}

/**
 * @typedef {object} With
 * @property {(limit: number) => number} pick
 * @property {readonly Uint8Array[]} others inputs to splice with
 * @property {readonly Buffer[]} words
 */

/** @type {readonly ((input: Buffer, w: With) => Buffer)[]} */
const MUTATIONS = [
  (input, { pick }) => {
    const at = pick(input.length)
    input[at] = (input[at] ?? 0) ^ (1 << pick(8))
    return input
  },
  (input, { pick }) => {
    input[pick(input.length)] = pick(256)
    return input
  },
  (input, { pick }) => spliced(input, pick(input.length + 1), 0, Buffer.from(NOTABLE[pick(NOTABLE.length)] ?? '')),
  (input, { pick }) =>
    spliced(input, pick(input.length + 1), 0, CHARACTERS[pick(CHARACTERS.length)] ?? Buffer.alloc(0)),
  (input, { pick }) => spliced(input, pick(input.length), 1 + pick(16), Buffer.alloc(0)),
  (input, { pick }) => spliced(input, pick(input.length), pick(input.length), Buffer.alloc(0)),
  (input, { pick, words }) =>
    spliced(input, pick(input.length + 1), pick(2) * pick(4), words[pick(words.length)] ?? Buffer.alloc(0)),
  (input, { pick, words }) =>
    spliced(input, pick(input.length + 1), pick(2) * pick(4), words[pick(words.length)] ?? Buffer.alloc(0)),
  // A piece said again, and again: what is not linear shows here.
  (input, { pick }) => {
    const at = pick(input.length)
    const piece = input.subarray(at, at + 1 + pick(24))
    return spliced(input, at, 0, Buffer.concat(Array.from({ length: 1 + pick(pick(8) === 0 ? 400 : 6) }, () => piece)))
  },
  (input, { pick }) => {
    const from = pick(input.length)
    return spliced(input, pick(input.length), 0, input.subarray(from, from + pick(200)))
  },
  (input, { pick, others }) => {
    const other = others[pick(others.length)] ?? input
    const from = pick(other.length)
    return spliced(
      input,
      pick(input.length + 1),
      pick(2) * pick(200),
      Buffer.from(other.subarray(from, from + 1 + pick(400))),
    )
  },
  (input, { pick }) => {
    const at = input.findIndex((byte, index) => index >= pick(input.length) && byte >= 0x30 && byte <= 0x39)
    return at < 0 ? input : spliced(input, at, 1, Buffer.from(String(pick(10 ** (1 + pick(9))))))
  },
]

/** @param {Buffer} input @param {number} at @param {number} gone @param {Uint8Array} instead */
function spliced(input, at, gone, instead) {
  return Buffer.concat([input.subarray(0, at), instead, input.subarray(at + gone)]).subarray(0, LONGEST)
}

/** Another input, some mutations away from this one. @param {Uint8Array} input @param {With} w */
export function mutated(input, w) {
  let next = Buffer.from(input)
  for (let left = 1 + w.pick(w.pick(3) === 0 ? 12 : 3); left > 0; left--)
    next = Buffer.from(
      /** @type {(typeof MUTATIONS)[number]} */ (MUTATIONS[w.pick(MUTATIONS.length)])(
        next.length ? next : Buffer.from([0]),
        w,
      ),
    )
  return next
}
