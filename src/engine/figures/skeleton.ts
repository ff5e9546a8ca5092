/**
 * A copy without figures, marks and blanks: what an edit of the figures leaves as it is. By its shingles two copies of a
 * story are known.
 */

/** Characters a shingle has: of Han a phrase, of Latin letters some words. */
const HAN = 6
const LATIN = 24
/** Shingles a copy needs to be known by them. */
export const LEAST = 40
/** Letters a title needs to name a story. */
export const TITLE = 6

/** How long the shingles of a skeleton are. */
export function shingleOf(bone: string): number {
  const han = bone.match(/[\u4E00-\u9FFF]/g)?.length ?? 0
  return 2 * han < bone.length ? LATIN : HAN
}

/** @param text on its shadow (see lexer/fold.ts), so that width and script make no difference */
export function skeleton(text: string): string {
  return text.replace(/[^\u4E00-\u9FFFA-Z]|[零一二两三四五六七八九十百千万亿]/gi, '')
}
