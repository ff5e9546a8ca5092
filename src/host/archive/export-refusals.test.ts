import { spawnSync } from 'node:child_process'
import { mkdir, readdir, symlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fold } from '../../review/fold'
import { approvedDocument, operation, request, scratch, titledDraft } from './bag.testing'
import { exportBag } from './export-bag'
import { stagingPath } from './staged-folder'

const DRAFT = titledDraft(
  '- 分享到',
  '^ 清河修好二十座桥',
  '= 清河县修好了20座桥。',
  '- 上一篇',
  '= 村民说&〈;方便&〉;。',
)

describe('what an export refuses', () => {
  it('overwrites nothing', () =>
    scratch(async (folder) => {
      await mkdir(join(folder, 'there'))
      await expect(exportBag(request(join(folder, 'there'), [approvedDocument(DRAFT)]))).rejects.toMatchObject({
        failure: { code: 'exists' },
      })
      expect(await readdir(folder)).toEqual(['there'])
    }))

  it('writes nothing into the inbox, by whatever way it is named', () =>
    scratch(async (folder) => {
      await mkdir(join(folder, 'inbox'))
      await symlink(join(folder, 'inbox'), join(folder, 'link'))
      for (const at of ['inbox', 'inbox/bag', 'inbox/new/bag', 'link/bag']) {
        const inbox = { root: join(folder, 'inbox'), ignored: [] }
        const exported = exportBag(request(join(folder, at), [approvedDocument(DRAFT)], { inbox }))
        await expect(exported).rejects.toMatchObject({ failure: { code: 'inside-inbox' } })
      }
      expect(await readdir(join(folder, 'inbox'))).toEqual([])
      const beside = { root: join(folder, 'inbox'), ignored: [] }
      await exportBag(request(join(folder, 'inbox-bag'), [approvedDocument(DRAFT)], { inbox: beside }))
    }))

  it('writes a document once that stands in the folder twice', () =>
    scratch(async (folder) => {
      const twice = ['一.txt', '二.txt'].map((path) => approvedDocument(DRAFT, [], { path }))
      expect(await exportBag(request(join(folder, 'bag'), twice))).toMatchObject({ documents: 1, refused: [] })
    }))

  it('never writes an empty archive', () =>
    scratch(async (folder) => {
      await expect(exportBag(request(join(folder, 'bag'), []))).rejects.toMatchObject({
        failure: { code: 'nothing-approved', en: expect.stringContaining('2 open, 1 rejected') },
      })
      expect(await readdir(folder)).toEqual([])
    }))

  it('leaves out a document that is not approved, or no longer reads as approved, and says so', () =>
    scratch(async (folder) => {
      const sound = approvedDocument(DRAFT)
      const open = { ...sound, review: fold(DRAFT, []) }
      const stories = [{ pieces: [], sha256: '0'.repeat(64) }]
      const approval = operation({ kind: 'approve', stories }, 'other')
      const stale = { ...sound, version: 'f'.repeat(64), review: fold(DRAFT, [approval]) }
      const result = await exportBag(request(join(folder, 'bag'), [open, sound, stale]))
      expect(result).toMatchObject({
        written: 1,
        refused: [{ en: 'is not approved' }, { en: 'story 1 is not what was approved' }],
      })
    }))

  it.each(['folder', 'zip'] as const)('leaves nothing behind when it is stopped or fails midway (%s)', (form) =>
    scratch(async (folder) => {
      const stop = new AbortController()
      async function* stopped() {
        yield approvedDocument(DRAFT)
        stop.abort()
        yield approvedDocument(DRAFT)
      }
      async function* broken() {
        yield approvedDocument(DRAFT)
        throw new Error('the disk is gone')
      }
      const at = join(folder, 'bag')
      const aborted = exportBag(request(at, [], { form, documents: stopped(), signal: stop.signal }))
      await expect(aborted).rejects.toMatchObject({ failure: { code: 'aborted' } })
      const failed = exportBag(request(at, [], { form, documents: broken() }))
      await expect(failed).rejects.toMatchObject({
        failure: { code: 'write', en: expect.stringContaining('the disk is gone') },
      })
      const sealing = new AbortController()
      const late = exportBag(
        request(at, [approvedDocument(DRAFT)], {
          form,
          signal: sealing.signal,
          onProgress: (_done, _total, phase) => phase === 'seal' && sealing.abort(),
        }),
      )
      await expect(late).rejects.toMatchObject({ failure: { code: 'aborted' } })
      expect(await readdir(folder)).toEqual([])
    }),
  )

  it('takes away what a killed export left, and nothing of one that runs', () =>
    scratch(async (folder) => {
      const at = join(folder, 'bag')
      const { pid } = spawnSync(process.execPath, ['--version'])
      const running = basename(stagingPath(at))
      const left = running.replace(`-${process.pid}-`, `-${pid}-`)
      for (const name of [running, left, `${left}.zip.part`]) await mkdir(join(folder, name))
      await exportBag(request(at, [approvedDocument(DRAFT)]))
      expect((await readdir(folder)).sort()).toEqual([running, 'bag'])
    }))

  it('stands only under its hidden name until it is whole', () =>
    scratch(async (folder) => {
      const seen = new Set<string>()
      const at = join(folder, 'bag.zip')
      const onProgress = async () => (await readdir(folder)).forEach((name) => seen.add(name))
      async function* slow() {
        yield approvedDocument(DRAFT)
        await onProgress()
      }
      await exportBag(request(at, [], { form: 'zip', documents: slow() }))
      expect([...seen]).toEqual([expect.stringMatching(/^\.bag\.zip\.[0-9a-f]{8}-\d+-[0-9a-f]+\.part$/)])
      expect(await readdir(folder)).toEqual(['bag.zip'])
    }))
})
