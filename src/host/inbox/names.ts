/**
 * Which names the inbox takes. All functions see a name's bytes as latin1; what they look for is ASCII, which no other
 * character contains in UTF-8.
 */

/** Everything else in the folder (pictures, PDF, spreadsheets …) is not listed at all. */
const TAKEN = new Set([
  'txt',
  'md',
  'markdown',
  'html',
  'htm',
  'xhtml',
  'mht',
  'mhtml',
  'json',
  'jsonl',
  'ndjson',
  'docx',
  '',
])

/** Left by browsers and editors while they write; listed once renamed. Listed here although not TAKEN, to say so. */
const UNFINISHED = new Set(['tmp', 'part', 'crdownload'])

/** Folders of the system at the root of a drive. */
const OF_THE_SYSTEM = new Set(['$recycle.bin', 'system volume information', 'lost+found'])

export function takesFile(name: string): boolean {
  if (name.startsWith('.') || name.startsWith('~$') || name.endsWith('~')) return false
  if (name.toLowerCase() === 'thumbs.db') return false
  const extension = extensionOf(name)
  return !UNFINISHED.has(extension) && TAKEN.has(extension)
}

export function entersFolder(name: string): boolean {
  return !name.startsWith('.') && !OF_THE_SYSTEM.has(name.toLowerCase())
}

/** Lower case, '' for none. Only ASCII with a letter is an extension: 报道3.5 and 2026.3.5要闻 have none. */
function extensionOf(name: string): string {
  const extension = name.slice(name.lastIndexOf('.') + 1)
  const isExtension = extension !== name && /^\w{1,12}$/.test(extension) && /[a-z]/i.test(extension)
  return isExtension ? extension.toLowerCase() : ''
}
