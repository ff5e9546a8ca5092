import type { Range } from '@codemirror/state'
import { Decoration, type DecorationSet } from '@codemirror/view'
import type { Finding, Role } from '../../engine/analysis'
import type { Flag, JudgedBlock, Review } from '../../review/review'
import type { Language } from '../desk/settings/language.svelte'
import { shownConfidence } from '../desk/changes/confidence'
import { blockId } from '../desk/proof/stops'
import { warnedPlaces, warningName } from '../desk/warned'
import type { Say, StringKey } from '../strings'
import { cutouts } from './cutouts'
import { spanInReading, type Reading } from './reading'
import { lineStarts } from './rows'
import { Chip } from './widgets'

const BECAME: Partial<Record<Role, StringKey>> = {
  title: 'role.title',
  kicker: 'role.kicker',
  subtitle: 'role.subtitle',
  caption: 'role.caption',
  credit: 'role.credit',
  dateline: 'role.dateline',
}

/** How a block of the original looks; '' for the story's own words. */
export function lookOf({ block, fate, decided }: JudgedBlock, doubtful: boolean): string {
  if (fate === 'removed') return doubtful ? 'gone doubt' : 'gone'
  if (fate === 'lifted') return doubtful ? 'lift doubt' : 'lift'
  if (block.fate === 'removed' && decided !== null) return 'back'
  return doubtful ? 'doubt' : ''
}

export interface Marked {
  readonly review: Review
  readonly flags: readonly Flag[]
  readonly current: string | null
}

/** What the original's pane marks. */
export function sourceMarks({ review, flags, current }: Marked, reading: Reading, language: Language): DecorationSet {
  const ranges: Range<Decoration>[] = []
  const doubtful = new Set(
    flags.flatMap((flag) => (flag.kind === 'block' && flag.state === 'open' ? [flag.block] : [])),
  )
  const looks = review.blocks.map((judged, index) => lookOf(judged, doubtful.has(index)))
  const alone = ownLines(reading)
  review.blocks.forEach((judged, index) => {
    const place = reading.blocks[index]
    const look = looks[index] ?? ''
    const now = blockId([judged.block.start, judged.block.end]) === current ? ' now' : ''
    if (place === undefined || (look === '' && now === '' && judged.block.role !== 'heading')) return
    const line = alone.get(index)
    const struck = judged.fate === 'removed' ? ' struck' : ''
    const heading = judged.block.role === 'heading' ? ' heading' : ''
    if (line !== undefined) ranges.push(Decoration.line({ class: `block ${look}${now}${heading}` }).range(line))
    const marked = line === undefined ? `inline ${look}${now}${struck}` : struck
    if (place.at < place.end && marked !== '') {
      ranges.push(Decoration.mark({ class: marked.trim() }).range(place.at, place.end))
    }
    const chip = look === '' ? null : chipOf(judged, look, index, language)
    if (chip !== null) ranges.push(Decoration.widget({ widget: chip, side: -1 }).range(place.at))
  })
  for (const { from, to } of cutouts(review)) {
    const [start, end] = spanInReading(reading, [from, to])
    if (start < end) ranges.push(Decoration.mark({ class: 'cutout' }).range(start, end))
  }
  for (const { at, code } of warnedPlaces(review.draft.warnings)) {
    const [from, to] = spanInReading(reading, [at, at + 1])
    if (from < to) ranges.push(oddMark(language.t, code).range(from, to))
  }
  for (const flag of flags) {
    if (flag.kind !== 'finding' || flag.state === 'silenced') continue
    const look = figureLook(flag.finding, flag.state === 'open', flag.id === current)
    for (const { start, end } of flag.finding.evidence) {
      if (start === null || end === null) continue
      const [from, to] = spanInReading(reading, [start, end])
      if (from < to) ranges.push(Decoration.mark({ class: look, attributes: { 'data-flag': flag.id } }).range(from, to))
    }
  }
  return Decoration.set(ranges, true)
}

/** A character that did not survive decoding, or is not seen. */
export function oddMark(t: Say, code: string): Decoration {
  return Decoration.mark({ class: 'odd', attributes: { title: warningName(t, code) } })
}

export function figureLook(finding: Finding, open: boolean, now: boolean): string {
  return `figure ${open ? finding.tier : 'dismissed'}${now ? ' now' : ''}`
}

function chipOf(
  { block, fate, hiddenEdits, decided }: JudgedBlock,
  look: string,
  index: number,
  language: Language,
): Chip | null {
  const { t } = language
  const byHand = fate === 'lifted' && block.fate !== 'lifted' && decided !== null
  const reason = byHand ? t('chip.titled', { by: decided.by }) : language.pick(block.reason)
  const sure = shownConfidence(block.confidence).toFixed(2).replace(/^0/, '')
  const hint = hiddenEdits > 0 ? `${reason} · ${t('chip.hiddenEdits', { n: hiddenEdits })}` : reason
  if (look === 'back') return new Chip('back', t('chip.back'), '', hint, index)
  if (fate === 'lifted') {
    const became = BECAME[block.role]
    return new Chip(look, became === undefined ? shortReason(reason) : t(became), '', hint, index)
  }
  if (fate === 'removed') return new Chip(look, shortReason(reason), sure, hint, index)
  return new Chip(look, t('chip.doubtKeep'), sure, hint, index)
}

/** The name of a reason, without what explains it. */
function shortReason(reason: string): string {
  return reason.split(/[:;,(\uFF1A\uFF1B\uFF0C\uFF08]/, 1)[0]?.trim() ?? reason
}

/** The line of each block that has one to itself. */
function ownLines(reading: Reading): Map<number, number> {
  const starts = lineStarts(reading.text)
  const lines = new Map<number, number>()
  let block = 0
  starts.forEach((start, index) => {
    const end = starts[index + 1] ?? Infinity
    const first = block
    while (block < reading.blocks.length && (reading.blocks[block]?.at ?? 0) < end) block++
    if (block === first + 1) lines.set(first, start)
  })
  return lines
}
