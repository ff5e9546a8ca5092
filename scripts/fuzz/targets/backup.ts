import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FailureError } from '../../../src/host/archive/failure'
import { isKept } from '../../../src/host/backup/contents'
import { checkBackup } from '../../../src/host/backup/restore'
import { must, type Target } from './target'

const folder = mkdtempSync(join(tmpdir(), 'qingyang-fuzz-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

/** The reader of backups: the input is a zip. It holds only what a backup keeps, or it is refused with a sentence. */
const target: Target = {
  async run(input) {
    const file = join(folder, 'desk.zip')
    writeFileSync(file, input)
    try {
      const { files } = await checkBackup(file)
      for (const { path } of files) must(isKept(path), 'only what a backup keeps')
    } catch (error) {
      if (!(error instanceof FailureError)) throw error
      must(error.failure.zh !== '' && error.failure.en !== '', 'a refusal says why')
    }
  },
}
export default target
