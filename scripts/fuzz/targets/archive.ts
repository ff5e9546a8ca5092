import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FailureError } from '../../../src/host/archive/failure'
import { verifyBag } from '../../../src/host/archive/verify-bag'
import { must, type Target } from './target'

const folder = mkdtempSync(join(tmpdir(), 'qingyang-fuzz-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

/** The archive's reader: the input is a zip. It is sound, or its problems are named, or it is refused with a sentence. */
const target: Target = {
  async run(input) {
    const file = join(folder, 'bag.zip')
    writeFileSync(file, input)
    try {
      const { problems, files, bytes } = await verifyBag(file)
      for (const { zh, en } of problems) must(zh !== '' && en !== '', 'a problem says what is wrong')
      must(problems.length > 0 || (files > 0 && bytes > 0), 'what is sound holds something')
    } catch (error) {
      if (!(error instanceof FailureError)) throw error
    }
  },
}
export default target
