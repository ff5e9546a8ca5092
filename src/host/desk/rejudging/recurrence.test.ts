import { afterEach, beforeEach, expect, it } from 'vitest'
import type { FolderState } from '../../../contract/contract'
import { BRIDGE, DeskTrial, eventually, review } from '../desk.testing'

const STRANGE = '沐风而行向光而生'
const PLACES = ['东门', '西关', '南塘', '北岸', '中坝']
const article = (place: string): string =>
  `${BRIDGE.replaceAll('江湾二桥', `${place}大桥`).replaceAll('。', `${place}。`)}`.replace(
    '\n\n分享到',
    `\n\n${STRANGE}\n\n分享到`,
  )

let desk: DeskTrial
beforeEach(async () => {
  desk = await DeskTrial.make()
})
afterEach(() => desk.end())

async function line(path: string) {
  const opened = await desk.opened(path)
  const block = review(opened).blocks.find(
    ({ block: { start, end } }) => opened.draft.text.slice(start, end) === STRANGE,
  )!
  return { opened, fate: block.fate, cue: block.block.cue }
}
const cueOf = async (path: string): Promise<string> => (await line(path)).cue
const rejudged = (): string[] => desk.news.flatMap((news) => (news.kind === 'rejudged' ? [news.version] : []))
/** Files that were read again at one time, at most, since so many news. */
const unread = (since: number): number =>
  Math.max(0, ...desk.news.slice(since).map((news) => (news.kind === 'folder' ? left(news.folder) : 0)))
const left = (folder: FolderState | null): number => (folder ? folder.listed - folder.analysed : 0)

it('removes a line that most articles of the site hold, once they are known; a review keeps what it began on', async () => {
  for (const place of PLACES.slice(0, 2)) await desk.put(`${place}.txt`, article(place))
  await desk.start()
  const begun = await line('东门.txt')
  expect(begun.cue).not.toBe('site-census')
  const [first] = begun.opened.draft.blocks
  await desk.append(begun.opened, { kind: 'decide', spans: [[first!.start, first!.end]], fate: 'text' })
  for (const place of PLACES.slice(2)) await desk.put(`${place}.txt`, article(place))
  for (const place of PLACES.slice(1)) await eventually(() => cueOf(`${place}.txt`)).toBe('site-census')
  expect(await cueOf('东门.txt')).toBe(begun.cue)
})

it('changes nothing under the eyes of who looks at it: the next time it is opened', async () => {
  for (const place of PLACES.slice(0, 2)) await desk.put(`${place}.txt`, article(place))
  await desk.start()
  const { cue } = await line('东门.txt')
  const before = await desk.row('东门.txt')
  for (const place of PLACES.slice(2)) await desk.put(`${place}.txt`, article(place))
  await eventually(async () => (await desk.row('西关.txt'))?.removed).toBe(before!.removed + 1)
  expect(await desk.row('东门.txt')).toEqual(before)
  expect(cue).not.toBe('site-census')
  expect(rejudged()).toEqual([])
  await eventually(() => cueOf('东门.txt')).toBe('site-census')
  // Another window may have it open still, and is told.
  expect(rejudged()).toEqual([before!.version])
  await cueOf('东门.txt')
  expect(rejudged()).toHaveLength(1)
  expect(await desk.row('东门.txt')).toMatchObject({ removed: before!.removed + 1 })
})

it('is judged once more, and not at the next start; what comes later is judged by it', async () => {
  for (const place of PLACES) await desk.put(`${place}.txt`, article(place))
  await desk.start()
  await eventually(() => cueOf('中坝.txt')).toBe('site-census')
  for (const place of PLACES) await eventually(() => cueOf(`${place}.txt`)).toBe('site-census')
  await desk.stop()
  const before = desk.news.length
  await desk.start()
  await eventually(() => cueOf('中坝.txt')).toBe('site-census')
  await desk.put('河口.txt', article('河口'))
  // Once the sixth is judged by the census, the five have been counted.
  await eventually(() => cueOf('河口.txt')).toBe('site-census')
  expect(unread(before)).toBe(1)
})
