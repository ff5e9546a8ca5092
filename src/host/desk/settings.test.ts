import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readSettings, remember } from './settings'

let data: string
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'qingyang-settings-'))
})
afterEach(() => rm(data, { recursive: true }))

it('remembers the folders opened, the last first, each once, and not for ever', async () => {
  expect(await readSettings(data)).toEqual({ folder: null, recent: [] })
  for (const folder of ['/甲', '/乙', null, '/甲']) await remember(data, folder)
  expect(await readSettings(data)).toEqual({ folder: '/甲', recent: ['/甲', '/乙'] })
  await remember(data, null)
  expect(await readSettings(data)).toEqual({ folder: null, recent: ['/甲', '/乙'] })
  for (let n = 0; n < 12; n++) await remember(data, `/${n}`)
  expect((await readSettings(data)).recent).toEqual(['/11', '/10', '/9', '/8', '/7', '/6', '/5', '/4'])
})

it('reads what an earlier release wrote, and nothing out of what nobody wrote', async () => {
  await writeFile(join(data, 'settings.json'), '{"folder":"/甲"}')
  expect(await readSettings(data)).toEqual({ folder: '/甲', recent: ['/甲'] })
  await writeFile(join(data, 'settings.json'), '{"folder":7,"recent":[1,"/乙",null]}')
  expect(await readSettings(data)).toEqual({ folder: null, recent: ['/乙'] })
  await writeFile(join(data, 'settings.json'), '{')
  expect(await readSettings(data)).toEqual({ folder: null, recent: [] })
})
