import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** A zip in memory, its entries as told; `rename` puts another name of the same length into the finished zip. */
export async function packed(
  entries: Readonly<Record<string, string | Buffer>>,
  rename?: { readonly from: string; readonly to: string },
): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  const bytes = Buffer.concat((await (zip.outputStream as Readable).toArray()) as Buffer[])
  if (rename)
    for (let at = bytes.indexOf(rename.from); at !== -1; at = bytes.indexOf(rename.from, at + 1))
      bytes.write(rename.to, at)
  return bytes
}

const TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
const RELATIONS = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`

/** The entries of a DOCX of these paragraphs; `head` stands before the document's root, `body` behind the paragraphs. */
export function docxOf(
  paragraphs: readonly string[],
  { head = '', body = '' }: { readonly head?: string; readonly body?: string } = {},
): Record<string, string | Buffer> {
  const texts = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')
  const names =
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
  return {
    '[Content_Types].xml': TYPES,
    '_rels/.rels': RELATIONS,
    'word/document.xml': `<?xml version="1.0"?>${head}<w:document ${names}><w:body>${texts}${body}</w:body></w:document>`,
  }
}
