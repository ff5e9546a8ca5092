import { isFailed } from '../engine/source/failure'
import { lines } from '../host/archive/lines'
import type { Answers } from './answers'
import { analysed, answerOf, documentsOf, type Document, type Workers } from './documents'
import { FolderCensus } from './folder-census'
import { findFiles, readFound, type FoundFile } from './found'
import { inOrder } from './in-order'
import type { Progress } from './progress'
import { isBlank, parseRequest } from './request'

/** A line of standard input: a document of 20 MB with every character escaped still fits. */
const LONGEST_LINE = 160 * 2 ** 20
/** Documents under way at once: the pool takes as many as it has workers, one more waits ready for each. */
const UNDER_WAY = 8

export interface Desk {
  readonly workers: Workers
  readonly answers: Answers
  readonly progress: Progress
}

/** Answers for every document the paths name. True when all were answered without an error. */
export async function analyzePaths(paths: readonly string[], desk: Desk): Promise<boolean> {
  const files = await findFiles(paths)
  const censuses = await takeCensuses(files, desk)
  return answerAll(
    documentsIn(files, desk, (file) => desk.progress.show(file, files.length, 'analysed')),
    desk,
    (document) => {
      const census = censuses.get(document.folder ?? '')?.of(keyOf(document)) ?? null
      return { ...document, census }
    },
  )
}

/** Answers JSON Lines line by line, in order, each as soon as it is done. Blank lines are passed over. */
export async function analyzeStream(input: AsyncIterable<Uint8Array | string>, desk: Desk): Promise<boolean> {
  return answerAll(requestsIn(input, desk.workers), desk, (document) => document)
}

type Placed = Document & { readonly folder: string | null }

async function answerAll(
  documents: AsyncIterable<Placed>,
  { workers, answers }: Desk,
  complete: (document: Placed) => Document,
): Promise<boolean> {
  let sound = true
  const answered = inOrder(documents, UNDER_WAY, async (document) =>
    answerOf(document, await analysed(workers, complete(document))),
  )
  for await (const answer of answered) {
    sound &&= !isFailed(answer)
    await answers.write(answer)
  }
  return sound
}

async function* documentsIn(
  files: readonly FoundFile[],
  { workers }: Pick<Desk, 'workers'>,
  onFile: (done: number) => void,
): AsyncGenerator<Placed> {
  for (const [index, found] of files.entries()) {
    const { file, folder } = found
    const bytes = await readFound(found)
    if (isFailed(bytes)) yield { file, folder, url: null, encoding: null, census: null, part: bytes }
    else for (const document of await documentsOf(workers, { file, bytes })) yield { ...document, folder }
    onFile(index + 1)
  }
}

async function* requestsIn(input: AsyncIterable<Uint8Array | string>, workers: Workers): AsyncGenerator<Placed> {
  for await (const line of lines(input, LONGEST_LINE)) {
    if (isBlank(line)) continue
    const request = parseRequest(line)
    if (isFailed(request)) {
      const part = { error: request.error }
      yield { file: request.file, folder: null, url: null, encoding: null, census: null, part }
    } else
      for (const document of await documentsOf(workers, { ...request, file: request.name }))
        yield { ...document, folder: null }
  }
}

/** The census of each folder that was given: a first run over its documents, for their lines alone. */
async function takeCensuses(files: readonly FoundFile[], desk: Desk): Promise<Map<string, FolderCensus>> {
  const censuses = new Map<string, FolderCensus>()
  const inFolders = files.filter(({ folder, failure }) => folder !== null && failure === null)
  const documents = documentsIn(inFolders, desk, (done) => desk.progress.show(done, inFolders.length, 'read'))
  const drafts = inOrder(documents, UNDER_WAY, async ({ part, ...document }) => {
    if (isFailed(part)) return null
    const made = await desk.workers.draft({ part, about: { name: document.file ?? '' } })
    return isFailed(made) ? null : { document: { ...document, part }, draft: made.draft }
  })
  for await (const one of drafts) {
    if (!one) continue
    const { document, draft } = one
    const folder = document.folder ?? ''
    const census = censuses.get(folder) ?? new FolderCensus()
    census.add(keyOf(document), document.file ?? '', draft)
    censuses.set(folder, census)
  }
  return censuses
}

function keyOf({ file, part }: Pick<Document, 'file' | 'part'>): string {
  return `${file}\0${isFailed(part) ? '' : (part.record ?? '')}`
}
