import type { Review } from '../../review/review'
import type { Language } from '../desk/settings/language.svelte'

/** What heads a story in the clean pane. */
export interface Head {
  readonly kicker: string | null
  readonly title: string
  readonly subtitle: string | null
  /** names the button that joins the story to the one before; null where that cannot be */
  readonly join: string | null
}

export function headOf({ stories, status }: Review, story: number, { t }: Language): Head {
  const { kicker = null, title = null, subtitle = null } = stories[story] ?? {}
  const join = story > 0 && status === 'open' ? t('pane.joinStory') : null
  return { kicker, title: title ?? t('story.untitled', { n: story + 1 }), subtitle, join }
}

/** As paper.css sets them: pixels of a line, and of what stands around the text. */
const TITLE = { size: 18, line: 28 }
const SMALL = { size: 13, line: 20 }
const AROUND = { above: 14, below: 6, beside: 50 }
const BUTTON = 13

/** Pixels a story's head takes in a pane of this width. */
export function headHeight({ kicker, title, subtitle, join }: Head, width: number): number {
  const button = join === null ? 0 : 24 + widthOf(join, BUTTON)
  const room = Math.max(80, width - AROUND.beside - button)
  const small = [kicker, subtitle].reduce((sum, text) => sum + (text === null ? 0 : lines(text, SMALL.size, room)), 0)
  return AROUND.above + AROUND.below + lines(title, TITLE.size, room) * TITLE.line + small * SMALL.line
}

function lines(text: string, size: number, room: number): number {
  return Math.max(1, Math.ceil(widthOf(text, size) / room))
}

function widthOf(text: string, size: number): number {
  let width = 0
  for (const letter of text) width += /[\u2E80-\uFFEF]/.test(letter) ? size : size * 0.62
  return width
}

/** Draws it into a box of that height. */
export function drawHead({ kicker, title, subtitle, join }: Head, box: HTMLElement): void {
  const words = document.createElement('div')
  words.className = 'head-words'
  box.append(words)
  const put = (className: string, text: string | null): void => {
    if (text === null) return
    const line = document.createElement('div')
    line.className = className
    line.textContent = text
    words.append(line)
  }
  put('head-small', kicker)
  put('head-title', title)
  put('head-small', subtitle)
  if (join === null) return
  const button = document.createElement('button')
  button.className = 'btn small'
  button.type = 'button'
  button.dataset['join'] = ''
  button.textContent = join
  box.append(button)
}
