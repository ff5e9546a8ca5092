import { readdirSync, readFileSync } from 'node:fs'
import { MB } from './outcome'

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // It ended in between, or this machine has no /proc.
    return ''
  }
}

/** A process's resident memory in MB, now or at its highest; null where there is no /proc. */
export function resident(pid: number, which: 'now' | 'highest'): number | null {
  const kilobytes = new RegExp(`${which === 'now' ? 'VmRSS' : 'VmHWM'}:\\s+(\\d+) kB`).exec(read(`/proc/${pid}/status`))
  return kilobytes?.[1] === undefined ? null : (Number(kilobytes[1]) * 1024) / MB
}

const parentOf = (pid: number): number => Number(/PPid:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0)

function descends(pid: number, from: number): boolean {
  for (let at = pid; at > 1; at = parentOf(at)) if (at === from) return true
  return false
}

/** The renderer processes of browsers this process started: one a page. */
export function renderers(): number[] {
  if (read('/proc/self/status') === '') return []
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && read(`/proc/${pid}/cmdline`).includes('--type=renderer') && descends(pid, process.pid))
}

/** All processes of browsers this process started on a profile. */
export function browsersOn(profile: string): number[] {
  if (read('/proc/self/status') === '') return []
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && read(`/proc/${pid}/cmdline`).includes(profile))
    .filter((pid) => descends(pid, process.pid))
}
