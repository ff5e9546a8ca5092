import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { approveOpened } from './approving'
import { expect, ROOT, test } from './fixture'
import { open, read, row, rows } from './window'

const GOOD = [
  { file: '04-county-government.txt', title: '松材线虫病', sentence: '无人机巡查与人工踏查相结合' },
  { file: '02-portal-share-pager.txt', title: '石桥镇', sentence: '水费也算得明白' },
] as const
/** An 8-byte PNG signature, and a header chunk. */
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000100000001008060000001ff3ff61', 'hex')
const THIRTY_MB = '这一行写满一份三十兆的稿件。\n'

interface Bad {
  readonly file: string
  put(path: string): void
  /** what the person reads, in the row and beside it */
  readonly says: RegExp
}

/** A file nobody may read. Root may read all files whatever their mode: there it is a pipe, which no reader gets through. */
function unreadable(): Bad {
  if (process.platform !== 'win32' && process.getuid?.() !== 0) {
    return {
      file: '锁着.txt',
      put(path) {
        writeFileSync(path, '锁着的稿件')
        chmodSync(path, 0)
      },
      says: /文件读不出来.*没有读取权限.*会自动再试/,
    }
  }
  return {
    file: '管道.txt',
    put: (path) => void execFileSync('mkfifo', [path]),
    says: /这是一个管道.*不是普通文件.*没有打开/,
  }
}

const BAD: readonly Bad[] = [
  { file: '空.txt', put: (path) => writeFileSync(path, ''), says: /文件是空的.*没有文字/ },
  { file: '合影.txt', put: (path) => writeFileSync(path, PNG), says: /不是文本文件.*PNG.*请换成文本/ },
  {
    file: '三十兆.txt',
    put: (path) => writeFileSync(path, THIRTY_MB.repeat(Math.ceil((30 * 2 ** 20) / Buffer.byteLength(THIRTY_MB)))),
    says: /文件有 30 MB.*超过 20 MB 的上限.*没有读取.*请拆成/,
  },
  unreadable(),
  {
    file: '坏记录.json',
    put: (path) => writeFileSync(path, '[\n  {"title": "没有写完", "content": "这里断\n'),
    says: /JSON 在第 2 行第 \d+ 列有错.*请修正/,
  },
]

async function putGood(folder: string): Promise<void> {
  for (const { file } of GOOD) cpSync(join(ROOT, 'resources/samples', file), join(folder, file))
}

test('each bad file is one row that says why, and the good ones beside it go on', async ({ page, folder }) => {
  test.skip(process.platform === 'win32', 'Windows has neither modes nor pipes that make a file unreadable')
  test.setTimeout(120_000)
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const failed = rows(page).filter({ hasText: '出错' })

  await test.step('five bad files and two good ones make seven rows', async () => {
    for (const { file, put } of BAD) put(join(folder, file))
    await putGood(folder)
    await expect(rows(page)).toHaveCount(BAD.length + GOOD.length)
    await expect(failed).toHaveCount(BAD.length)
  })

  for (const { file, says } of BAD)
    await test.step(`${file} says what is wrong and what can be done`, async () => {
      const one = row(page, file)
      await expect(one).toHaveCount(1)
      await expect(one).toContainText(says)
      await one.click()
      const place = page.getByRole('main')
      await expect(place.getByRole('heading', { level: 1 })).toHaveText(file)
      await expect(place).toContainText(says)
      await place.getByRole('button', { name: '重试' }).click()
      await expect(place).toContainText(says)
      await expect(one).toContainText(says)
    })

  for (const { title, sentence } of GOOD)
    await test.step(`${title} is reviewed all the same`, async () => {
      await open(page, title)
      expect(await read(page, 'copy')).toContain(sentence)
      await approveOpened(page, title)
    })

  await expect(failed).toHaveCount(BAD.length)
  expect(dialogs).toEqual([])
})

test('a broken record is a row that says which one it is', async ({ page, folder }) => {
  const good = (title: string) => JSON.stringify({ title, content: '石桥镇的水站昨天启用\uFF0C村民说水清了。' })
  writeFileSync(join(folder, '批.jsonl'), `${good('甲')}\n{"title": \n${good('乙')}\n`)
  const broken = rows(page).filter({ hasText: '出错' })
  await expect(broken).toContainText(/第 2 条记录 · JSON 在第 \d+ 列有错/)
  await broken.click()
  await expect(page.getByRole('main')).toContainText('第 2 条记录')
})

test('a file that is mended becomes an article by itself', async ({ page, folder }) => {
  writeFileSync(join(folder, '稿件.txt'), '')
  await expect(row(page, '稿件.txt')).toContainText(/文件是空的/)
  cpSync(join(ROOT, 'resources/samples', GOOD[0].file), join(folder, '稿件.txt'))
  await expect(row(page, GOOD[0].title)).toContainText('待审', { timeout: 20_000 })
  await expect(rows(page)).toHaveCount(1)
})

test('a link out of the folder is a row that says so, and is not followed', async ({ page, folder }) => {
  test.skip(process.platform === 'win32', 'Windows grants links to administrators alone')
  const outside = join(folder, '..', '外面')
  mkdirSync(outside)
  writeFileSync(join(outside, '别处.txt'), '别处的一篇文章')
  symlinkSync(join(outside, '别处.txt'), join(folder, '链接.txt'))
  await expect(row(page, '链接.txt')).toContainText(/这是一个链接.*没有打开.*请把文件本身放进文件夹/)
  await expect(page.getByText('别处的一篇文章')).toHaveCount(0)
})

test('invalid UTF-8 is an article with a warning, and can be reviewed', async ({ page, folder }) => {
  const half = Buffer.from('的').subarray(0, 2)
  const before = Buffer.from('桥头镇的集市开了\n\n　　本报讯　桥头镇的集市昨天开了。头一天来了三百多人。')
  const after = Buffer.from('\n\n　　摊主徐阿婆卖了一上午的豆腐。她说往年没有这么热闹。\n')
  writeFileSync(join(folder, '半个字.txt'), Buffer.concat([before, half, after]))
  const one = row(page, '桥头镇')
  await expect(one).toContainText('⚠')
  await expect(one.getByTitle('处字符可疑')).toBeVisible()
  await open(page, '桥头镇')
  await expect(page.getByRole('main')).toContainText(/⚠ 乱码字符 × \d/)
  expect(await read(page, 'source')).toContain('\uFFFD')
  expect(await read(page, 'copy')).toContain('摊主徐阿婆卖了一上午的豆腐')
  await approveOpened(page, '桥头镇')
})
