import { elements } from '../about'
import { Gate } from '../gates/gate'
import { distanceTo } from '../run'
import { flag, much, together, type Features } from './feature'
import type { Surroundings } from './surroundings'

type Looks = Features<Surroundings>

/** 1 where it stands, 0 at 15 lines and more */
const near = (lines: number): number => 1 - Math.min(1, Math.log2(1 + lines) / 4)

const QUOTATION = /["\u201C\u201D\u300C]/
const TO_THE_READER = new Gate(/\b(?:our|your|you)\b|我们|您|本站|本网|点击|关注|订阅/i)

const SHAPE: Looks = {
  names: [
    'length',
    'shorter than 6',
    '24 or longer',
    '60 or longer',
    'a sentence',
    'sentences',
    'commas',
    'colon',
    'quotation',
    'speaks to the reader',
  ],
  write: (unit, _, row, at) => {
    const { shape, text } = unit
    row[at] = much(shape.size)
    row[at + 1] = flag(shape.size < 6)
    row[at + 2] = flag(shape.size >= 24)
    row[at + 3] = flag(shape.size >= 60)
    row[at + 4] = flag(shape.sentences > 0)
    row[at + 5] = Math.min(1, shape.sentences / 3)
    row[at + 6] = Math.min(1, shape.commas / 4)
    row[at + 7] = flag(text.includes(':'))
    row[at + 8] = flag(QUOTATION.test(text))
    row[at + 9] = flag(TO_THE_READER.test(unit))
  },
}

const PLACE: Looks = {
  names: [
    'before the run',
    'inside the run',
    'behind the run',
    'before the run: distance',
    'behind the run: distance',
    'behind the run: clutter',
    'inside the run: near its start',
    'inside the run: near its end',
    'inside the run: no sentence',
    'how far down the page',
    'lines of the page',
    'above the headline',
    'closing headings since the run',
    'behind a closing heading',
  ],
  write: ({ index, shape }, { place: places, closings, context: { run, clutter, units, headline } }, row, at) => {
    const place = places[index]
    const [before, inside, after] = [place === 'before', place === 'inside', place === 'after']
    const closed = closings[index] ?? 0
    row[at] = flag(before)
    row[at + 1] = flag(inside)
    row[at + 2] = flag(after)
    row[at + 3] = before ? much(distanceTo(run, index)) : 0
    row[at + 4] = after ? much(distanceTo(run, index)) : 0
    row[at + 5] = after ? clutter.after : 0
    row[at + 6] = inside ? near(index - run.first) : 0
    row[at + 7] = inside ? near(run.last - index) : 0
    row[at + 8] = flag(inside && !shape.prose && shape.sentences === 0)
    row[at + 9] = index / units.length
    row[at + 10] = much(units.length / 8)
    row[at + 11] = flag(headline !== null && index < headline)
    row[at + 12] = Math.min(1, closed / 3)
    row[at + 13] = flag(closed > 0)
  },
}

const EVIDENCE: Looks = {
  names: [
    'hand-set odds',
    'hand-set odds for removal',
    'cues for removal',
    'a strong cue for removal',
    'said elsewhere too',
    'of the prose’s topic',
    'of the prose’s topic, outside',
  ],
  write: ({ index, same }, { hand, cues, topic, place, context: { repeats } }, row, at) => {
    const [odds, cued, shared] = [hand.at(index), cues[index] ?? 0, topic[index] ?? 0]
    row[at] = odds
    row[at + 1] = Math.max(0, odds)
    row[at + 2] = Math.min(2, cued / 6)
    row[at + 3] = flag(cued >= 4)
    row[at + 4] = Math.min(1, ((repeats.get(same) ?? 1) - 1) / 2)
    row[at + 5] = shared
    row[at + 6] = place[index] === 'inside' ? 0 : shared
  },
}

const AROUND: Looks = {
  names: [
    'hand-set odds in 2 lines',
    'hand-set odds in 6 lines',
    'prose in 2 lines',
    'prose in 6 lines',
    'length in 2 lines',
    'dates in 4 lines',
    'links in 3 lines',
  ],
  write: ({ index }, { hand, prose, length, dates, links }, row, at) => {
    row[at] = hand.around(index, 2)
    row[at + 1] = hand.around(index, 6)
    row[at + 2] = prose.around(index, 2)
    row[at + 3] = prose.around(index, 6)
    row[at + 4] = length.around(index, 2)
    row[at + 5] = dates.around(index, 4)
    row[at + 6] = links.around(index, 3)
  },
}

const LINKS: Looks = {
  names: ['links: share', 'links: most of it', 'links: all of it', 'links: several'],
  write: ({ block: { markUp } }, _, row, at) => {
    const share = markUp?.linkDensity ?? 0
    row[at] = share
    row[at + 1] = flag(share > 0.5)
    row[at + 2] = flag(share > 0.95)
    row[at + 3] = Math.min(1, (markUp?.links ?? 0) / 4)
  },
}

const [LIST, TABLE, ARTICLE, MAIN] = [elements('li'), elements('td'), elements('article'), elements('main')]
const [BESIDE, ABOVE] = [elements('aside', 'footer', 'nav'), elements('header', 'form')]

const ELEMENTS: Looks = {
  names: [
    'heading',
    'list item',
    'table row',
    'paragraph element',
    'in a list',
    'in a table',
    'in article',
    'in main',
    'in aside, footer or nav',
    'in header or form',
    'hidden',
    'depth',
  ],
  write: ({ block: { markUp, layout }, stands }, _, row, at) => {
    row[at] = flag((markUp?.level ?? 0) > 0)
    row[at + 1] = flag(layout === 'list-item')
    row[at + 2] = flag(layout === 'table-row')
    row[at + 3] = flag(markUp?.path.at(-1) === 'p')
    row[at + 4] = flag((stands & LIST) !== 0)
    row[at + 5] = flag((stands & TABLE) !== 0)
    row[at + 6] = flag((stands & ARTICLE) !== 0)
    row[at + 7] = flag((stands & MAIN) !== 0)
    row[at + 8] = flag((stands & BESIDE) !== 0)
    row[at + 9] = flag((stands & ABOVE) !== 0)
    row[at + 10] = flag(markUp?.hidden ?? false)
    row[at + 11] = Math.min(1.5, (markUp?.depth ?? 0) / 20)
  },
}

const WORDS: Looks = {
  names: [
    'words of furniture',
    'words of furniture near',
    'words of a story',
    'words of a story near',
    'in the prose’s container',
    'in the prose’s container, no prose',
    'siblings',
    'no sibling',
  ],
  write: ({ index, shape, about }, { contained, siblings }, row, at) => {
    const alike = siblings[index]
    const inside = contained[index] ?? false
    row[at] = flag(about.foreign)
    row[at + 1] = flag(about.foreignNear)
    row[at + 2] = flag(about.ofStory)
    row[at + 3] = flag(about.ofStoryNear)
    row[at + 4] = flag(inside)
    row[at + 5] = flag(inside && !shape.prose)
    row[at + 6] = much(alike ?? 0)
    row[at + 7] = flag(alike === 1)
  },
}

/** What one unit looks like where it stands: the features of the first pass. */
export const LOOKS: Looks = together([SHAPE, PLACE, EVIDENCE, AROUND, LINKS, ELEMENTS, WORDS])
