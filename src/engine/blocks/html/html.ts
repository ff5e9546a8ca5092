import type { PageMeta, RawBlock } from '../page'
import { withLinkedBody } from './linked-body'
import { pageMeta } from './page-meta'
import { Walk } from './walk'

const META_CHARSET = /<meta[^>]{0,400}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{2,40})/i
const XML_ENCODING = /^\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w:.-]{2,40})/i

const LATIN = new TextDecoder('latin1')

/** The encoding an HTML file declares in its first 4,096 bytes, in the XML declaration or a meta tag. */
export const declaredEncoding = (bytes: Uint8Array): string | undefined => {
  const head = LATIN.decode(bytes.subarray(0, 4096))
  return (XML_ENCODING.exec(head) ?? META_CHARSET.exec(head))?.[1]
}

/**
 * The blocks of an HTML source and what the page says of itself. One block a line of text as a browser would set it:
 * the own text of a block element, ended by <br> and by inner blocks. Elements nested deeper than 1,000 are flattened.
 * Null for a page of more than MOST_BLOCKS blocks.
 */
export const htmlBlocks = (
  source: string,
  { isXml, url }: { readonly isXml: boolean; readonly url: string | undefined },
): { blocks: RawBlock[]; meta: PageMeta } | null => {
  const walk = new Walk(source, isXml)
  if (!walk.run()) return null
  return { blocks: withLinkedBody(source, walk.blocks, walk.notes.jsonLd), meta: pageMeta(walk.notes, url) }
}
