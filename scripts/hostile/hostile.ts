import { mkdirSync, openSync, closeSync, ftruncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A file that means harm, or is broken, or is merely odd: the table of the design's security page, one by one. */
export interface Hostile {
  /** below the folder it is put into */
  readonly file: string
  /** of the design's table */
  readonly kind: string
  /** its content, or how it is put there where it is more than content */
  readonly content: string | Buffer | ((path: string) => void | Promise<void>)
  /** what its one row becomes: an 'article' or a failure's code; one of these where it depends on how fast the machine is */
  readonly becomes: readonly string[]
  /** codes of warnings its row shows */
  readonly warns?: readonly string[]
  /** what its source holds, character by character */
  readonly holds?: string
  /** what neither its cleaned text nor its title holds */
  readonly without?: readonly string[]
}

/** Puts one below `root`. Throws where the system has no such thing (Windows, a file system without odd names). */
export async function put(root: string, { file, content }: Hostile): Promise<void> {
  const path = join(root, file)
  mkdirSync(dirname(path), { recursive: true })
  if (typeof content === 'function') await content(path)
  else writeFileSync(path, content)
}

/** A file of so many bytes that takes no room. */
export function sparse(path: string, size: number): void {
  const file = openSync(path, 'w')
  ftruncateSync(file, size)
  closeSync(file)
}
