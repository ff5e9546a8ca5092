import { crc32 } from 'node:zlib'
import { draft, parts } from '../../../src/engine/index'
import { FaultyDisk } from '../../../src/host/journal/faulty-disk'
import { Journal } from '../../../src/host/journal/journal'
import { JOURNAL } from '../../../src/host/journal/sealing'
import { fold } from '../../../src/review/fold'
import type { Entry } from '../../../src/review/operation'
import { must, type Target } from './target'

const FOLDER = '/data/journal'
const ARTICLE = Buffer.from('河口村修好水渠\n\n河口村的水渠修好了。村民都用上了水。\n分享到\uFF1A微信 微博\n')
const ENTRY: Entry = { opId: 'fuzzed', document: 'd', version: 'v', op: { kind: 'reopen' }, by: '林', ts: 1 }

const opened = (disk: FaultyDisk): Promise<Journal> =>
  Journal.open({ folder: FOLDER, disk, locked: null, now: () => 0 })

/**
 * The journal's reader: the input is the file. Opening never throws, what was read is read again, a new record follows it;
 * and what the records do to a document is folded without harm.
 */
const target: Target = {
  async run(input) {
    const disk = new FaultyDisk()
    disk.put(`${FOLDER}/${JOURNAL}`, input)
    const journal = await opened(disk)
    const records = await journal.after(0, 10_000)
    records.forEach(({ seq }, at) => must(at === 0 || seq > (records[at - 1]?.seq ?? 0), 'records in order'))
    const [part] = parts(ARTICLE, { name: 'a.txt' }.name) as Exclude<ReturnType<typeof parts>, { error: unknown }>
    const verdicts = part ? await draft(part, { name: 'a.txt' }) : null
    if (verdicts && !('error' in verdicts)) fold(verdicts, records)
    const writable = journal.storage.mode === 'ok'
    if (writable) {
      const [record] = await journal.append('fuzz', [ENTRY])
      must(record?.opId === 'fuzzed', 'a new record is acknowledged')
    }
    await journal.close()
    const again = await opened(disk)
    const there = await again.after(0, 10_000)
    must(JSON.stringify(there.slice(0, records.length)) === JSON.stringify(records), 'what was read is read again')
    if (writable) must(again.has('fuzzed'), 'what was acknowledged is there')
    await again.close()
  },
  repair(input) {
    const lines = Buffer.from(input).toString('latin1').split('\n')
    const sound = lines.map((line) => {
      const at = line.lastIndexOf(',"crc":')
      if (at < 0) return line
      return `${line.slice(0, at)},"crc":${crc32('}', crc32(Buffer.from(line.slice(0, at), 'latin1')))}}`
    })
    return Buffer.from(sound.join('\n'), 'latin1')
  },
}
export default target
