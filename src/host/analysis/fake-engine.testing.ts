import { parentPort } from 'node:worker_threads'
import type { Draft } from '../../engine/analysis'
import { serve } from './answer'
import type { Engine } from './engine'

/** Does as a document's name tells it: loops, throws, exits, eats all memory. */
const fake: Engine = {
  version: 'fake',
  parts: (bytes, name) => {
    behave(name)
    return [
      { record: 1, bytes: bytes.subarray(0, 2), pointer: '/0' },
      { record: 2, bytes: bytes.subarray(2), pointer: '/1' },
    ]
  },
  draft: async (part, about) => {
    behave(about.name)
    if (about.name === 'uncaught') return throwOutside()
    return emptyDraft(`${about.name}:${part.bytes.length}:${part.bytes.buffer.byteLength}`)
  },
  text: async ({ bytes }) => ({ text: new TextDecoder().decode(bytes) }),
  checks: (draft) => {
    behave(draft.text)
    return { findings: [], width: [], sketches: [] }
  },
  across: () => [],
}

function behave(name: string): void {
  const [what, amount] = name.split(' ')
  if (what === 'loop') for (;;);
  if (what === 'throw') throw new Error('thrown')
  if (what === 'exit') process.exit(3)
  if (what === 'memory') for (const all: object[] = []; ;) all.push(Array.from({ length: 1000 }, () => ({})))
  if (what === 'spin') for (const end = performance.now() + Number(amount); performance.now() < end;);
}

/** An error where nobody waits for it, and no answer. */
function throwOutside(): Promise<Draft> {
  setImmediate(() => {
    throw new Error('thrown outside')
  })
  return new Promise(() => {})
}

function emptyDraft(text: string): Draft {
  return { encoding: 'UTF-8', confidence: 1, text, warnings: [], blocks: [], stories: [] }
}

if (parentPort) serve(fake, parentPort)
