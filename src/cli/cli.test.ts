import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answersIn, folder, put, qingyang, start, STORY } from './cli.testing'

describe('qingyang', () => {
  it('explains itself, and says its version', async () => {
    expect(await qingyang(['--help'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('analyze PATH'),
      stderr: '',
    })
    expect(await qingyang(['--version'])).toEqual({ status: 0, stdout: '0.0.0-test\n', stderr: '' })
  })

  it.each([[[]], [['analyze']], [['analyze', '-', 'x']]])(
    'ends with 2 and its usage on standard error for %j',
    async (args) => {
      const { status, stdout, stderr } = await qingyang(args)
      expect([status, stdout]).toEqual([2, ''])
      expect(stderr).toContain('qingyang analyze PATH')
    },
  )
})

describe('analyze PATH...', () => {
  it('answers a file with its sha256 and its analysis, without the source', async () => {
    const sha256 = await put('one/story.txt', STORY)
    const { status, stdout, stderr } = await qingyang(['analyze', 'one/story.txt'])
    expect([status, stderr]).toEqual([0, ''])
    const [answer, ...more] = answersIn(stdout)
    expect(more).toEqual([])
    expect(Object.keys(answer ?? {})).toEqual(
      expect.arrayContaining([
        'file',
        'sha256',
        'encoding',
        'confidence',
        'warnings',
        'blocks',
        'articles',
        'findings',
      ]),
    )
    expect(answer).not.toHaveProperty('text')
    expect(answer).not.toHaveProperty('record')
    expect(answer).toMatchObject({ file: 'one/story.txt', sha256, encoding: 'UTF-8' })
    expect(answer?.articles?.[0]?.text).toContain('三座桥总长420米')
  })

  it('walks folders, and answers in byte order of path', async () => {
    for (const name of ['b.txt', 'a/z.txt', 'a-b.txt', 'a.md', 'A.txt', '中.txt', 'no-extension'])
      await put(`tree/${name}`, STORY)
    for (const name of ['.hidden.txt', '.git/x.txt', 'half.txt.part', '~$word.docx', 'picture.png', 'x.tmp'])
      await put(`tree/${name}`, STORY)
    const { status, stdout } = await qingyang(['analyze', 'tree/'])
    expect(status).toBe(0)
    const files = answersIn(stdout).map(({ file }) => file)
    expect(files).toEqual(
      ['A.txt', 'a-b.txt', 'a.md', 'a/z.txt', 'b.txt', 'no-extension', '中.txt'].map((name) => `tree/${name}`),
    )
    const both = answersIn((await qingyang(['analyze', 'tree/b.txt', 'one', 'tree/a'])).stdout).map(({ file }) => file)
    expect(both).toEqual(['one/story.txt', 'tree/a/z.txt', 'tree/b.txt'])
  })

  it('uses the census of a folder, and none for single files', async () => {
    const line = '沐风而行向光而生'
    const names = ['甲', '乙', '丙', '丁', '戊']
    for (const name of names)
      await put(
        `census/${name}.txt`,
        STORY.replaceAll('河口', `${name}山`).replaceAll('。', `${name}。`).trimEnd() + `\n\n${line}\n`,
      )
    const cues = async (path: string) => {
      const [answer] = answersIn((await qingyang(['analyze', path])).stdout)
      return answer?.blocks?.map(({ cue }) => cue)
    }
    expect(await cues('census')).toContain('site-census')
    expect(await cues('census/甲.txt')).not.toContain('site-census')
  })

  it('answers an empty folder with nothing', async () => {
    await mkdir(join(folder, 'bare'), { recursive: true })
    expect(await qingyang(['analyze', 'bare'])).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  it('answers what cannot be analysed in its place, and ends with 1', async () => {
    await put('bad/1-empty.txt', '')
    await put('bad/2-binary.txt', Buffer.from('\0\x01\x02PK\x03\x04\0\0\xff\xfe\0\0\x05'.repeat(40), 'latin1'))
    await put('bad/3-large.txt', Buffer.alloc(21 * 2 ** 20, 'a\n'))
    await put('bad/4-good.txt', STORY)
    await put('bad/5-broken.json', '{"title": ')
    await symlink(join(folder, 'bad/4-good.txt'), join(folder, 'bad/6-link.txt'))
    const { status, stdout } = await qingyang(['analyze', 'bad', 'missing.txt'])
    expect(status).toBe(1)
    const codes = answersIn(stdout).map(({ file, error, sha256 }) => [
      file,
      error?.code ?? (sha256 ? 'sound' : 'no sum'),
    ])
    expect(codes).toEqual([
      ['bad/1-empty.txt', 'empty'],
      ['bad/2-binary.txt', 'binary'],
      ['bad/3-large.txt', 'too-large'],
      ['bad/4-good.txt', 'sound'],
      ['bad/5-broken.json', 'bad-record'],
      ['bad/6-link.txt', 'not-regular'],
      ['missing.txt', 'unreadable'],
    ])
  })

  it.skipIf(process.platform === 'win32')('does not hang on a pipe', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.txt')])
    const { status, stdout } = await qingyang(['analyze', 'pipe.txt'])
    expect([status, answersIn(stdout)[0]?.error?.code]).toEqual([1, 'not-regular'])
  })

  it('analyses a file given by name whatever its ending, through a link too', async () => {
    await put('named/.story', STORY)
    await symlink(join(folder, 'named/.story'), join(folder, 'named/link.txt'))
    const { status, stdout } = await qingyang(['analyze', 'named/.story', 'named/link.txt'])
    expect([status, answersIn(stdout).length]).toEqual([0, 2])
  })

  it('answers each record of JSON Lines, with the sha256 of its own bytes', async () => {
    const records = [
      { title: '甲题', content: STORY },
      { title: '乙题', content: STORY },
    ].map((one) => JSON.stringify(one))
    await put('records/two.jsonl', `${records.join('\n')}\nbroken\n`)
    const { status, stdout } = await qingyang(['analyze', 'records'])
    const answers = answersIn(stdout)
    expect(answers.map(({ file, record }) => [file, record])).toEqual(
      [1, 2, 3].map((record) => ['records/two.jsonl', record]),
    )
    expect(answers[1]?.sha256).toBe(
      createHash('sha256')
        .update(records[1] ?? '')
        .digest('hex'),
    )
    expect([status, answers[2]?.error?.code]).toEqual([1, 'bad-record'])
  })

  it('stops quietly when nobody reads on', async () => {
    for (let index = 0; index < 60; index += 1) await put(`many/${index}.txt`, STORY)
    const child = start('analyze', 'many')
    await once(child.stdout, 'data')
    child.stdout.destroy()
    const [stderr, [status]] = await Promise.all([child.stderr.toArray(), once(child, 'exit') as Promise<[number]>])
    expect([status, Buffer.concat(stderr).toString()]).toEqual([1, ''])
  })

  it('answers all to one who reads slowly', async () => {
    const child = start('analyze', 'many')
    child.stdout.pause()
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    const chunks: Buffer[] = await child.stdout.toArray()
    expect(answersIn(Buffer.concat(chunks).toString())).toHaveLength(60)
  })
})

describe('verify BAG', () => {
  it('ends with 1 and says why where there is no sound bag', async () => {
    expect(await qingyang(['verify', 'nothing'])).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('no bag'),
    })
    expect(await qingyang(['verify', 'one'])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('bagit.txt: is missing'),
    })
  })
})
