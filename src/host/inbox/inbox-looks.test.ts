import { EventEmitter } from 'node:events'
import type { FSWatcher } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { afterEach, expect, it } from 'vitest'
import { disk, type FileAccess } from './access'
import { ROUND } from './roll'
import { Trial, wait } from './trial.testing'

let trial: Trial
afterEach(() => trial.end())

const MANY = 60
/** Looks at the folder itself in one scan. */
const A_SCAN = 3

/** A disk that counts how often files are looked at. */
function counting(over: Partial<FileAccess> = {}): { readonly access: FileAccess; readonly looked: string[] } {
  const looked: string[] = []
  const lstat: FileAccess['lstat'] = (place) => {
    if (String(place).endsWith('.txt')) looked.push(String(place))
    return disk.lstat(place)
  }
  return { access: { ...disk, lstat, ...over }, looked }
}

/** A watch that is set but never hints. */
const deaf: FileAccess['watch'] = () => Object.assign(new EventEmitter(), { close: () => undefined }) as FSWatcher

/** A folder whose files all rest; how often they were looked at since. */
async function rested(options: object, over: Partial<FileAccess> = {}): Promise<string[]> {
  const { access, looked } = counting(over)
  trial = new Trial({ access, young: 0, ...options })
  for (let n = 0; n < MANY; n++) await trial.put(`夹${n % 3}/${n}.txt`, '文')
  await trial.start()
  await expect.poll(() => trial.contents.size).toBe(MANY)
  await wait(200)
  looked.splice(0)
  return looked
}

it('looks at a share of the files that rest, scan by scan, and at all of them in a round', async () => {
  let scans = 0
  const stat: FileAccess['stat'] = (place) => (scans++, disk.stat(place))
  const looked = await rested({ every: 30, watch: false }, { stat })
  const before = scans
  await expect.poll(() => scans - before, { timeout: 10_000 }).toBeGreaterThan(A_SCAN * (ROUND + 1))
  expect(new Set(looked).size).toBe(MANY)
  expect(looked.length).toBeLessThan(((scans - before) / A_SCAN + 2) * (MANY / ROUND))
})

it('finds a change in place that nobody hinted of', async () => {
  await rested({ every: 30 }, { watch: deaf })
  await writeFile(trial.at('夹1/1.txt'), '改')
  await expect.poll(() => trial.content('夹1/1.txt'), { timeout: 10_000 }).toBe('改')
})

it('finds a file put in the place of another that nobody hinted of, by its folder, in the next scan', async () => {
  await rested({ every: Infinity }, { watch: deaf })
  await writeFile(trial.at('夹1/1.txt.part'), '改')
  await rename(trial.at('夹1/1.txt.part'), trial.at('夹1/1.txt'))
  // A scan that is not whole: a read that came too early asks for one.
  const other = trial.listed.get('夹0/0.txt')!
  await writeFile(trial.at('夹0/0.txt'), '也改')
  await trial.inbox.read(other)
  await expect.poll(() => trial.content('夹1/1.txt')).toBe('改')
})

it('looks at what was hinted alone, and at everything when woken', async () => {
  const looked = await rested({ every: Infinity })
  await writeFile(trial.at('夹1/1.txt'), '改')
  await expect.poll(() => trial.content('夹1/1.txt')).toBe('改')
  // By the scans of one round at most, and by those who read it.
  expect(new Set(looked).size).toBeLessThan(MANY / 2)
  trial.inbox.wake()
  await expect.poll(() => new Set(looked).size).toBe(MANY)
})

it.runIf(process.platform === 'linux')('takes a folder put in the place of another for what it holds', async () => {
  await rested({ every: Infinity })
  await trial.put('../neu/1.txt', '另一份')
  await rename(trial.at('夹1'), trial.at('../alt'))
  await rename(trial.at('../neu'), trial.at('夹1'))
  await expect.poll(() => trial.content('夹1/1.txt')).toBe('另一份')
})
