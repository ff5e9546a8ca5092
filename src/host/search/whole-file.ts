import { headFrame, pageFrame, type Head } from './frames'
import type { Page } from './page'

/** Bytes of one write. */
export const PORTION = 4 * 1024 * 1024

/**
 * A whole page file, a portion at a time.
 *
 * @param restOf what is kept beside the page of a version, as it stands in a frame
 */
export async function* wholeFile(
  head: Head,
  pages: ReadonlyMap<string, Page>,
  restOf: (version: string) => Promise<Uint8Array | null>,
): AsyncGenerator<Uint8Array> {
  let portion: Buffer[] = [headFrame(head)]
  let size = 0
  for (const [version, page] of pages) {
    const frame = pageFrame(version, page, await restOf(version), false)
    portion.push(frame)
    size += frame.length
    if (size < PORTION) continue
    yield Buffer.concat(portion)
    portion = []
    size = 0
  }
  yield Buffer.concat(portion)
}
