import type { Layout } from '../page'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Elements without content or end tag. */
export const VOID = words(
  'area base basefont br col command embed frame hr img input keygen link meta param source track wbr',
)

/** Elements that begin a line of their own; all others are part of one. */
export const BLOCK = words(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form frameset h1 h2 h3 h4 h5 h6 header hgroup html legend li listing main menu nav ol optgroup option p plaintext ' +
    'pre search section summary table tbody td tfoot th thead tr ul xmp',
)

/** Elements that end a line without holding one. */
export const BREAK = words('br hr')

/** Elements whose content is not read: code, drawings, frames, controls, fallbacks of media. */
export const LEFT_OUT = words(
  'script style noscript template svg math iframe textarea select datalist button title noembed noframes audio video ' +
    'canvas object applet',
)

/** Elements whose content is text up to their own end tag, whatever it looks like; of the second kind with entities. */
export const RAW = words('script style iframe noembed noframes xmp plaintext')
export const RAW_WITH_ENTITIES = words('textarea title')

/** Elements in which another of the same name is content, so that ends must be counted. */
export const NESTING = words('template svg math object noscript audio video canvas applet')

/** What may stand in a head; anything else begins the body. */
export const IN_HEAD = words('meta link title script style base basefont bgsound noscript template object')

/** A start tag that ends an open paragraph. */
export const ENDS_PARAGRAPH = words(
  'address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hgroup hr li listing main menu nav ol p pre search section summary table ul xmp',
)

/** Tags that start an element by ending the open ones named, unless one of the bounds was opened later. */
export const ENDS_SIBLING: ReadonlyMap<
  string,
  { readonly ends: readonly string[]; readonly bounds: readonly string[] }
> = new Map([
  ['li', { ends: ['li'], bounds: ['ul', 'ol', 'menu', 'dir'] }],
  ['dt', { ends: ['dt', 'dd'], bounds: ['dl'] }],
  ['dd', { ends: ['dt', 'dd'], bounds: ['dl'] }],
  ['td', { ends: ['td', 'th'], bounds: ['tr', 'table'] }],
  ['th', { ends: ['td', 'th'], bounds: ['tr', 'table'] }],
  ['tr', { ends: ['tr'], bounds: ['table'] }],
  ['tbody', { ends: ['tbody', 'thead', 'tfoot', 'caption'], bounds: ['table'] }],
  ['thead', { ends: ['tbody', 'thead', 'tfoot', 'caption'], bounds: ['table'] }],
  ['tfoot', { ends: ['tbody', 'thead', 'tfoot', 'caption'], bounds: ['table'] }],
])

/** An end tag does not reach out of a cell, except one that ends a part of the table. */
export const SCOPE = words('td th caption table')
export const TABLE_PARTS = words('td th tr tbody thead tfoot caption table html body')

/** How an element's own text stands; that of any other stands as what it is in (a paragraph in a list item is that item). */
export const LAYOUTS: ReadonlyMap<string, Layout> = new Map([
  ['h1', 'heading'],
  ['h2', 'heading'],
  ['h3', 'heading'],
  ['h4', 'heading'],
  ['h5', 'heading'],
  ['h6', 'heading'],
  ['li', 'list-item'],
  ['dt', 'list-item'],
  ['dd', 'list-item'],
  ['figcaption', 'caption'],
  ['caption', 'caption'],
  ['blockquote', 'quote'],
  ['pre', 'preformatted'],
  ['listing', 'preformatted'],
  ['xmp', 'preformatted'],
  ['plaintext', 'preformatted'],
  ['td', 'paragraph'],
  ['th', 'paragraph'],
  ['ul', 'paragraph'],
  ['ol', 'paragraph'],
  ['dl', 'paragraph'],
])

/** Elements that only set the text of a line, and all else that pages are full of. */
export const INLINE = words(
  'a abbr acronym b bdi bdo big cite code data del dfn em font g i ins kbd label map mark nobr output path picture progress ' +
    'q ruby rp rt s samp small span strike strong sub sup time tt u use var',
)
