import { basename } from 'node:path/posix'
import type { Row } from '../../../contract/contract'
import type { Draft, Finding } from '../../../engine/analysis'
import { fold } from '../../../review/fold'
import { CONFIDENT, flags } from '../../../review/flags'
import type { Entry } from '../../../review/operation'
import { signatures } from '../../../review/stages'
import { askOf, type Ask } from '../checking/asked'

/** What a row tells of a version as its review stands. */
export type Standing = Pick<
  Row,
  'site' | 'encoding' | 'stories' | 'status' | 'signed' | 'warnings' | 'removed' | 'doubtful'
> & {
  /** findings nobody dismissed, before any rule of the house */
  readonly asks: readonly Ask[]
  /** null where the document names none */
  readonly title: string | null
}

/**
 * @param entries of the version; none for a document nobody worked on
 * @param findings of the checks on the draft as the entries leave it
 */
export function standing(draft: Draft, entries: readonly Entry[], findings: readonly Finding[]): Standing {
  const common = {
    encoding: draft.encoding,
    warnings: draft.warnings.map(({ code, count }) => ({ code, count })),
  }
  // Without entries nothing is folded: a folder of thousands is listed from its drafts alone.
  if (entries.length === 0) {
    return {
      ...common,
      ...display(draft.stories),
      status: 'open',
      signed: [],
      removed: draft.blocks.filter(({ fate }) => fate === 'removed').length,
      doubtful: draft.blocks.filter(({ confidence }) => confidence < CONFIDENT).length,
      asks: findings.map(askOf),
    }
  }
  const review = fold(draft, entries)
  const open = flags(review, findings).filter(({ state }) => state === 'open')
  return {
    ...common,
    ...display(review.stories),
    status: review.status,
    signed: signatures(review).map(({ stage, by }) => ({ stage, by })),
    removed: review.blocks.filter(({ fate }) => fate === 'removed').length,
    doubtful: open.filter(({ kind }) => kind === 'block').length,
    asks: open.flatMap((flag) => (flag.kind === 'finding' ? [askOf(flag.finding)] : [])),
  }
}

function display(stories: Draft['stories']): Pick<Standing, 'title' | 'site' | 'stories'> {
  return { title: stories[0]?.title ?? null, site: stories[0]?.site ?? null, stories: stories.length }
}

/** What a row is called until, or unless, its document names a title. */
export function fileName(path: string): string {
  return basename(path)
}
