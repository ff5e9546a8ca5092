/** A manifest's lines: `<sum in hex>  <path>`, one a file (RFC 8493, 2.1.3). */

const MARKS: Record<string, string> = { '\r': '%0D', '\n': '%0A', '%': '%25' }

/** CR, LF and % of a path are percent-encoded, nothing else is. */
export function encodePath(path: string): string {
  return path.replace(/[\r\n%]/g, (mark) => MARKS[mark] ?? mark)
}

export function decodePath(path: string): string {
  return path.replace(/%0D|%0A|%25/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)))
}

export function formatManifest(sums: Iterable<readonly [path: string, sum: string]>): string {
  return [...sums]
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map(([path, sum]) => `${sum}  ${encodePath(path)}\n`)
    .join('')
}

export interface Manifest {
  /** path → sum in lower-case hex */
  readonly sums: ReadonlyMap<string, string>
  /** numbers (from 1) of lines that are no manifest line, or name a path again */
  readonly bad: readonly number[]
}

/** Never throws. `digits` is how many hex digits a sum has. */
export function parseManifest(text: string, digits: number): Manifest {
  const sums = new Map<string, string>()
  const bad: number[] = []
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (line === '') continue
    const sum = line.slice(0, digits).toLowerCase()
    const rest = line.slice(digits)
    const path = decodePath(rest.replace(/^[ \t]+/, '').replace(/^\.\//, ''))
    const sound = /^[0-9a-f]+$/.test(sum) && sum.length === digits && /^[ \t]/.test(rest) && path !== ''
    if (!sound || sums.has(path)) bad.push(index + 1)
    else sums.set(path, sum)
  }
  return { sums, bad }
}
