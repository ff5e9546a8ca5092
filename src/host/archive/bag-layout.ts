/** Where things stand in a bag. Every name in it is made here: a document's own name stands in the records only. */

export const DATA = 'data/'
export const BAGIT = 'bagit.txt'
export const BAG_INFO = 'bag-info.txt'
export const ARTICLES = 'data/articles.jsonl'
export const DECISIONS = 'data/decisions.jsonl'
export const CLEAN = 'data/clean/'
export const TAG_MANIFEST = /^tagmanifest-[a-z0-9]+\.txt$/

export const BAGIT_TEXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** A line of decisions.jsonl, or a text that is rebuilt, is never longer: a bag that holds one is refused rather than read. */
export const LONGEST = 256 * 2 ** 20

export function originalPath(sha256: string, extension: string): string {
  const plain = extension.replace(/^\./, '').toLowerCase()
  return `data/original/${sha256}.${/^[a-z0-9]{1,8}$/.test(plain) ? plain : 'bin'}`
}

export function sourcePath(sha256: string): string {
  return `data/source/${sha256}.txt`
}

/** `document` and `story` count from 1. Without extension. */
export function cleanPath(document: number, story: number): string {
  return `${CLEAN}${String(document).padStart(5, '0')}-${story}`
}

export function manifestPath(algorithm: string): string {
  return `manifest-${algorithm}.txt`
}

export function tagManifestPath(algorithm: string): string {
  return `tagmanifest-${algorithm}.txt`
}
