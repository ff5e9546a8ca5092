import type { Disk } from './disk'
import { readWhole, writeWhole } from './whole'

/**
 * Says beside the journal how far it had come: written every so often and at the end, and never ahead of what is synced.
 * A journal that is shorter, or reads otherwise there, was rolled back.
 */
export interface Head {
  readonly v: 1
  /** of the journal */
  readonly id: string
  readonly seq: number
  /** sha256 (hex) of the line with that seq */
  readonly hash: string
  /** where that line ends in the file, with its line break */
  readonly bytes: number
  /** milliseconds since the epoch */
  readonly time: number
}

export async function writeHead(disk: Disk, path: string, head: Head): Promise<void> {
  await writeWhole(disk, path, Buffer.from(`${JSON.stringify(head)}\n`))
}

/** Null where there is none or it cannot be read: it only confirms, nothing rests on it. */
export async function readHead(disk: Disk, path: string): Promise<Head | null> {
  const bytes = await readWhole(disk, path).catch(() => null)
  if (!bytes) return null
  try {
    const head = JSON.parse(Buffer.from(bytes).toString('utf8')) as Partial<Head>
    const whole =
      head.v === 1 &&
      typeof head.id === 'string' &&
      typeof head.hash === 'string' &&
      [head.seq, head.bytes, head.time].every(Number.isSafeInteger)
    return whole ? (head as Head) : null
  } catch {
    return null
  }
}
