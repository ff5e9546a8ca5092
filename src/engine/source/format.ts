/** The formats that are read, each in its own way. */
export type DocumentFormat = 'text' | 'markdown' | 'html' | 'mhtml' | 'json' | 'docx'

/** How a file is read, by its name; 'sniff' where the name does not tell, or what kind it is that cannot be read. */
export type FileFormat = DocumentFormat | 'json-lines' | 'sniff' | { readonly unsupported: string }

const KNOWN: Readonly<Record<string, DocumentFormat | 'json-lines'>> = {
  txt: 'text',
  text: 'text',
  log: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  shtml: 'html',
  mht: 'mhtml',
  mhtml: 'mhtml',
  json: 'json',
  jsonl: 'json-lines',
  ndjson: 'json-lines',
  docx: 'docx',
}

const UNSUPPORTED = new Set(
  (
    'pdf doc dot docm wps odt rtf xls xlsx csv ppt pptx epub mobi zip rar 7z gz tar png jpg jpeg gif webp bmp tif ' +
    'tiff svg heic mp3 mp4 m4a wav mov avi mkv exe dll xml rss eml msg warc'
  ).split(' '),
)

/** `name` is a file's name or path; what follows its last dot counts only when it is a known extension. */
export const formatOf = (name: string): FileFormat => {
  const extension = /\.([a-z\d]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (Object.hasOwn(KNOWN, extension)) return KNOWN[extension] ?? 'sniff'
  return UNSUPPORTED.has(extension) ? { unsupported: extension } : 'sniff'
}
