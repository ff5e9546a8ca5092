import { join } from 'node:path'
import { AnalysisPool } from '../analysis/pool'
import type { Disk } from '../journal/disk'
import type { Journal } from '../journal/journal'
import { Pages } from '../search/pages'
import { Sources } from '../sources/sources'
import type { Announcer } from './announcer'
import { Asked } from './checking/asked'
import { Checking } from './checking/checking'
import { Documents } from './reviews/documents'
import type { FolderServices } from './folder/folder'
import type { House } from './house'
import { Recurrence } from './rejudging/recurrence'
import { Rows } from './folder/rows'
import { Twins } from './checking/twins'

interface Place {
  /** the app's data folder */
  readonly data: string
  /** the built analysis worker */
  readonly worker: URL
  readonly disk?: Disk
}

/** What the desk works with, each knowing those it asks. */
export function furnish(
  { data, worker, disk }: Place,
  journal: Journal,
  house: House,
  announcer: Announcer,
): FolderServices {
  const sources = new Sources(join(data, 'sources'), disk)
  const pool = new AnalysisPool({ worker })
  const rows = new Rows(announcer)
  const asked = new Asked(house, rows)
  const twins = new Twins()
  const pages = new Pages(data, journal)
  const recurrence = new Recurrence({ journal, rows, pages })
  const documents = new Documents(
    sources,
    pool,
    pages,
    () => house.cleaning,
    (version) => recurrence.of(version),
  )
  const checking = new Checking({ journal, documents, pool, rows, pages, asked, twins, announcer })
  const now = Date.now
  return {
    data,
    journal,
    sources,
    documents,
    pool,
    checking,
    recurrence,
    twins,
    pages,
    rows,
    asked,
    house,
    announcer,
    now,
  }
}
