import { join } from 'node:path'
import type { Entry } from '../../review/operation'
import { listed } from '../../review/rule-list'
import { writeRules } from '../../review/rule-file'
import { systemDisk } from '../journal/disk'
import { writeWhole } from '../journal/whole'

/**
 * Writes the rules that hold into a file of its own, named by the moment. Throws what the disk throws.
 *
 * @param entries of the house
 */
export async function writeRuleFile(
  folder: string,
  entries: readonly Entry[],
): Promise<{ readonly path: string; readonly count: number }> {
  const at = new Date().toISOString().replace(/[-:]/g, '').replace(/\..*/, '').replace('T', '-')
  const path = join(folder, `qingyang-rules-${at}.json`)
  await systemDisk.makeFolder(folder)
  await writeWhole(systemDisk, path, Buffer.from(writeRules(entries)))
  return { path, count: listed(entries).filter(({ on }) => on).length }
}
