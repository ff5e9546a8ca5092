import type { Failure, Reply } from './contract'

/** An exception inside the host that crosses the contract as a failure. */
export class FailureError extends Error {
  readonly failure: Failure

  constructor(code: string, zh: string, en: string, options?: ErrorOptions) {
    super(`${zh} / ${en}`, options)
    this.name = 'FailureError'
    this.failure = { code, zh, en }
  }
}

/** `Chinese / English` in one string, parted at its first ' / '. A message in one language stands for both. */
export function bilingual(message: string): { zh: string; en: string } {
  const at = message.indexOf(' / ')
  if (at < 0) return { zh: message, en: message }
  return { zh: message.slice(0, at), en: message.slice(at + 3) }
}

/** Whatever was thrown, as a failure: a FailureError's own, one thrown as `{ code, zh, en }`, else 'internal' with the message. */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof FailureError) return thrown.failure
  if (isFailure(thrown)) return { code: thrown.code, zh: thrown.zh, en: thrown.en }
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return { code: 'internal', zh: `程序内部出错\uFF1A${message}`, en: `Internal error: ${message}` }
}

export function answered<T>(value: T): Reply<T> {
  return { ok: true, value }
}

export function refused(thrown: unknown): Reply<never> {
  return { ok: false, failure: asFailure(thrown) }
}

function isFailure(value: unknown): value is Failure {
  if (typeof value !== 'object' || value === null) return false
  const { code, zh, en } = value as Record<string, unknown>
  return typeof code === 'string' && typeof zh === 'string' && typeof en === 'string'
}
