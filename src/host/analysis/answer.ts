import { createHash } from 'node:crypto'
import type { MessagePort } from 'node:worker_threads'
import type { Failed } from '../../engine/analysis'
import { failed, isFailed } from '../../engine/source/failure'
import { withCleaning } from '../../review/cleaning'
import type { Engine } from './engine'
import type { Answer, AnyAnswer, AnyJob, Ask, FromWorker, HashedPart, ToWorker } from './job'

/** The worker's half of the pool: answers jobs in order, one at a time. */
export function serve(engine: Engine, port: MessagePort): void {
  port.on('message', (job: ToWorker) => {
    void answer(engine, job).then((given) => {
      const message: FromWorker = { id: job.id, answer: given }
      port.postMessage(message, buffersOf(given))
    })
  })
  const ready: FromWorker = { ready: true }
  port.postMessage(ready)
}

export async function answer(engine: Engine, job: AnyJob): Promise<AnyAnswer> {
  try {
    switch (job.kind) {
      case 'parts':
        return cut(engine, job.ask)
      case 'draft':
        return await judge(engine, job.ask)
      case 'text':
        return await engine.text(job.ask.part, job.ask.about, job.ask.options)
      case 'check':
        return engine.checks(job.ask.draft, job.ask.entries)
      case 'across':
        return { findings: engine.across(job.ask.own, job.ask.other, job.ask.pairs) }
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return failed('unreadable', `分析出错\uFF1A${why}`, `the analysis failed: ${why}`)
  }
}

function cut(engine: Engine, { bytes, name, encoding }: Ask<'parts'>): Answer<'parts'> | Failed {
  const parts = engine.parts(bytes, name, encoding === undefined ? {} : { encoding })
  if (isFailed(parts)) return parts
  return { parts: parts.map((part): HashedPart => ({ ...part, sha256: sha256(part.bytes) })) }
}

async function judge(engine: Engine, { part, about, options, rules }: Ask<'draft'>): Promise<Answer<'draft'> | Failed> {
  const judged = await engine.draft(part, about, options ?? {})
  if (isFailed(judged)) return judged
  const draft = withCleaning(judged, rules ?? [])
  return { draft, ...engine.checks(draft, []) }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** What an answer hands over instead of copying it. Parts may be views of one buffer, which crosses once. */
function buffersOf(given: AnyAnswer): ArrayBuffer[] {
  if (!('parts' in given)) return []
  return [...new Set(given.parts.map((part) => part.bytes.buffer).filter((buffer) => buffer instanceof ArrayBuffer))]
}
