import type { Bilingual } from '../../engine/analysis'
import type { Desk } from './desk.svelte'
import { changeList, changesBeside, tellChange } from './changes/change-list'
import type { Action } from './keys/keys'
import { settleMarked, undoMarked } from './many/marked'
import { lookAtRule } from './rules/making-rules'
import { openOther } from './proof/other-copy'
import type { Proof } from './proof/proof.svelte'
import { beginStory, joinStory, storyHere } from './proof/story-bounds'

/** What a key, a button or the palette stands for. Each answers whether there was something to do. */
type Doing = (desk: Desk) => boolean
type Deciding = (proof: Proof, desk: Desk) => unknown

/** It was done, or is on its way. */
const done = (...did: readonly unknown[]): boolean => did.length > 0

const covered = ({ panels, exporting, bulk, overview, learning, routine }: Desk): boolean =>
  overview.open ||
  panels.reasons !== null ||
  panels.sheet ||
  panels.rules ||
  panels.licences ||
  panels.palette ||
  panels.changes ||
  panels.stages ||
  exporting.open ||
  bulk.wanted !== null ||
  learning.trial !== null ||
  routine.phase !== 'closed'

/** Speaks of the document on the desk, and of nothing while something lies over it. */
const deciding =
  (decide: Deciding): Doing =>
  (desk) =>
    desk.proof !== null && !covered(desk) && done(decide(desk.proof, desk))

const ACTIONS: Readonly<Record<Action, Doing>> = {
  'next-article': (desk) => !desk.overview.open && done(desk.openBeside(1)),
  'previous-article': (desk) => !desk.overview.open && done(desk.openBeside(-1)),
  overview: (desk) => desk.folder !== null && done(showOverview(desk, !desk.overview.open)),
  export: (desk) => done(desk.exporting.show(true)),
  palette: (desk) => !desk.panels.sheet && !desk.exporting.open && done(desk.panels.showPalette(!desk.panels.palette)),
  folder: (desk) => desk.folder !== null && done(desk.leaveFolder()),
  theme: (desk) => done(desk.language.switchTheme()),
  tongue: (desk) => done(desk.language.switchTongue()),
  rules: (desk) => done(desk.panels.showRules(!desk.panels.rules)),
  'make-rule': (desk) => !covered(desk) && lookAtRule(desk),
  routine: (desk) => desk.folder !== null && !covered(desk) && done(desk.routine.look()),
  stages: (desk) => done(desk.panels.showStages(!desk.panels.stages)),
  raw: (desk) => desk.proof !== null && done(desk.layout.showRaw(!desk.layout.raw)),
  fold: deciding((_, desk) => fold(desk)),
  sheet: (desk) => done(desk.panels.showSheet(!desk.panels.sheet)),
  find: (desk) => desk.proof !== null && !desk.overview.open && done(findHere(desk)),
  search: (desk) => desk.folder !== null && done(document.querySelector<HTMLInputElement>('[data-search]')?.select()),
  queue: (desk) => desk.folder !== null && done(desk.layout.showQueue(!desk.layout.queue)),
  rail: (desk) => desk.proof !== null && done(desk.layout.showRail(!desk.layout.rail)),
  panes: (desk) => desk.proof !== null && desk.layout.turnPanes(),
  approve: (desk) =>
    listed(desk)
      ? done(settleMarked(desk, { kind: 'approve' }))
      : desk.proof !== null && !desk.overview.open && done(desk.settling.approve()),
  reject: (desk) =>
    listed(desk)
      ? done(desk.panels.askReason('batch'))
      : desk.proof !== null && !desk.overview.open && done(desk.settling.askReason(true)),
  leave,
  accept: deciding((proof) => proof.accept()),
  dismiss: deciding((proof) => proof.dismiss()),
  'never-ask': (desk) => desk.proof !== null && !covered(desk) && desk.proof.neverAsk() && done(sayRule(desk)),
  other: (desk) => !covered(desk) && openOther(desk),
  widen: deciding((proof, desk) => sayWidened(desk, proof.widen())),
  skip: deciding((proof) => proof.move(1)),
  changes: (desk) => desk.proof !== null && !covered(desk) && done(desk.panels.showChanges(true)),
  'next-change': deciding((proof, desk) => toChange(proof, desk, 1)),
  'previous-change': deciding((proof, desk) => toChange(proof, desk, -1)),
  'next-flag': deciding((proof) => proof.move(1)),
  'previous-flag': deciding((proof) => proof.move(-1)),
  edit: deciding((proof) => proof.edit()),
  heading: (desk) =>
    desk.proof !== null && !covered(desk) && desk.heading.open(desk.proof, storyHere(desk, desk.proof)),
  'remove-picked': deciding((proof, desk) => sayRefused(desk, desk.picked.remove(proof))),
  'begin-story': deciding((proof, desk) => beginStory(desk, proof)),
  'join-story': deciding((proof, desk) => joinStory(desk, proof)),
  undo: deciding(undoLast),
  'accept-alike': deciding((proof, desk) => lookAlike(proof, desk, 'removed')),
  'dismiss-alike': deciding((proof, desk) => lookAlike(proof, desk, 'text')),
  'undo-alike': (desk) =>
    !covered(desk) && Math.max(desk.bulk.madeAt, desk.batch.madeAt) > 0 && done(undoTogether(desk)),
  'accept-confident': deciding((proof, desk) => sayAccepted(desk, proof.acceptConfident())),
}

/** Does what a key or a button stands for. Answers whether there was something to do. */
export function act(desk: Desk, action: Action): boolean {
  return ACTIONS[action](desk)
}

/** Closes the uppermost of what is open. */
function leave(desk: Desk): boolean {
  if (desk.panels.palette) desk.panels.showPalette(false)
  else if (desk.panels.changes) desk.panels.showChanges(false)
  else if (desk.panels.stages) desk.panels.showStages(false)
  else if (desk.panels.rules) desk.panels.showRules(false)
  else if (desk.panels.licences) desk.panels.showLicences(false)
  else if (desk.panels.sheet) desk.panels.showSheet(false)
  else if (desk.panels.reasons !== null) desk.panels.askReason(null)
  else if (desk.exporting.open) desk.exporting.show(false)
  else if (desk.bulk.wanted !== null) desk.bulk.close()
  else if (desk.learning.trial !== null) desk.learning.close()
  else if (desk.routine.phase !== 'closed') desk.routine.close()
  else if (desk.overview.open) desk.overview.show(false)
  else if (desk.proof !== null && desk.heading.storyOf(desk.proof) !== null) desk.heading.close()
  else if (desk.find.open && desk.proof !== null) desk.find.close()
  else if (desk.queue.marks.size > 0) desk.queue.marks.clear()
  else return desk.layout.clear()
  return true
}

/** The panes make room for it: what was typed there is told first. */
export function showOverview({ proof, overview }: Desk, open: boolean): void {
  proof?.flush()
  overview.show(open)
}

/** In the pane that has the keyboard, or the one that is in sight. */
function findHere({ find, layout }: Desk): void {
  const writing = document.activeElement?.closest('.pane.copy') != null
  find.ask(layout.panes === 'copy' || (writing && layout.panes === 'both') ? 'copy' : 'source')
}

/** A house rule made after the document's last decision goes first; one made on identical lines is taken back on all. */
function undoLast(proof: Proof, desk: Desk): void {
  const rule = desk.house.last
  if (rule !== null && rule.ts >= (proof.lastDecision?.ts ?? 0)) desk.house.revoke(rule.opId)
  else if (desk.bulk.made(proof.lastDecision?.opId ?? null)) void undoAlike(desk)
  else if (!proof.undoLast()) desk.notes.say({ zh: '没有可撤销的决定', en: 'No decision to undo' })
}

/** The changes of the block after, or before, the one the keys speak of; said in their sentences. */
function toChange(proof: Proof, { language, notes }: Desk, step: 1 | -1): void {
  const beside = changesBeside(changeList(proof.review, proof.openFlags), proof.review, proof.current, step)
  const [next] = beside
  if (next === undefined) return notes.say({ zh: '没有更多改动', en: 'There are no more changes' })
  if (next.kind === 'finding') proof.show('open')
  proof.point(next.id)
  const says = beside.map((change) => tellChange(change, proof.review, language)).join(language.t('change.and'))
  notes.say({ zh: says, en: says })
}

/** Whether the keyboard is in the list, and rows of it are marked. */
function listed({ queue }: Desk): boolean {
  return queue.marks.size > 0 && document.activeElement?.closest('nav') != null
}

/** What was done to several articles last. */
async function undoTogether(desk: Desk): Promise<void> {
  await (desk.batch.madeAt > desk.bulk.madeAt ? undoMarked(desk) : undoAlike(desk))
}

async function undoAlike({ bulk, notes }: Desk): Promise<void> {
  const all = bulk.count
  const count = await bulk.undo()
  const left = all - count
  const zh = left > 0 ? `\uFF1B另有 ${left} 篇没有动` : ''
  const en = left > 0 ? `; ${left} left as they are` : ''
  notes.say({
    zh: `已在 ${count} 篇里撤销${zh}`,
    en: `${count === 1 ? 'Undone in 1 article' : `Undone in ${count} articles`}${en}`,
  })
}

/** Of the block the keys speak of. */
function lookAlike(proof: Proof, desk: Desk, fate: 'removed' | 'text'): void {
  const line = proof.lineHere(desk.picked.block)
  if (line === null) desk.notes.say({ zh: '先选一行', en: 'Choose a line first' })
  else void desk.bulk.preview({ line, fate, site: proof.opened.row.site })
}

function sayAccepted(desk: Desk, count: number): void {
  desk.notes.say(
    count === 0
      ? { zh: '没有待确认的删除', en: 'No removal is left to confirm' }
      : { zh: `已确认 ${count} 处有把握的删除`, en: `${count} confident removals confirmed` },
  )
}

function fold({ layout, notes }: Desk): void {
  layout.fold(!layout.folded)
  notes.say(
    layout.folded
      ? { zh: '未改动的段落已收起', en: 'Unchanged paragraphs are folded' }
      : { zh: '段落已全部展开', en: 'All paragraphs are shown' },
  )
}

function sayRule({ house, notes }: Desk): void {
  const made = house.last?.op
  const phrase = made?.kind === 'rule' ? made.phrase : ''
  notes.say({
    zh: `以后不再询问“${phrase}”`,
    en: `“${phrase}” will never be asked about again`,
  })
}

function sayWidened({ notes }: Desk, count: number): void {
  notes.say(
    count === 0
      ? { zh: '没有要改全角的标点', en: 'No punctuation is left to widen' }
      : { zh: `已把 ${count} 处标点改为全角`, en: `${count} marks set full-width` },
  )
}

function sayRefused({ notes }: Desk, why: Bilingual | null): void {
  if (why !== null) notes.say(why)
}
