import { describe, expect, it } from 'vitest'
import { entersFolder, takesFile } from './names'

const raw = (name: string): string => Buffer.from(name).toString('latin1')

describe('names the inbox takes', () => {
  it.each(['稿.txt', 'A.TXT', 'a.md', 'a.markdown', 'a.html', 'a.htm', 'a.xhtml', 'a.mht', 'a.mhtml', 'a.json'])(
    '%s',
    (name) => expect(takesFile(raw(name))).toBe(true),
  )
  it.each(['a.jsonl', 'a.ndjson', '稿.docx', '稿件', '报道3.5', '2026.3.5要闻', 'con', 'a.b.c.txt', '~稿.txt'])(
    '%s',
    (name) => expect(takesFile(raw(name))).toBe(true),
  )
  it.each(['图.jpg', 'a.pdf', 'a.xlsx', 'a.zip', 'a.mp3', 'a.html5'])('lists no %s', (name) =>
    expect(takesFile(raw(name))).toBe(false),
  )
  it.each(['a.txt.tmp', 'a.txt.PART', 'a.crdownload', '~$稿.docx', 'a.txt~', '.DS_Store', '.a.txt', 'Thumbs.db'])(
    'passes over %s, left by a program',
    (name) => expect(takesFile(raw(name))).toBe(false),
  )
  it('enters folders but hidden ones and the system’s', () => {
    expect(entersFolder(raw('三月'))).toBe(true)
    expect(entersFolder(raw('a.txt'))).toBe(true)
    expect(entersFolder('.git')).toBe(false)
    expect(entersFolder('$RECYCLE.BIN')).toBe(false)
  })
})
