import type { Review } from '../../review/review'
import type { Language } from '../desk/language.svelte'

/** What heads a story in the clean pane. */
export interface Head {
  readonly kicker: string | null
  readonly title: string
  readonly subtitle: string | null
}

export function headOf({ stories }: Review, story: number, { t }: Language): Head {
  const { kicker = null, title = null, subtitle = null } = stories[story] ?? {}
  return { kicker, title: title ?? t('story.untitled', { n: story + 1 }), subtitle }
}

/** As paper.css sets them: pixels of a line, and of what stands around the text. */
const TITLE = { size: 18, line: 28 }
const SMALL = { size: 13, line: 20 }
const AROUND = { above: 14, below: 6, beside: 50 }

/** Pixels a story's head takes in a pane of this width. */
export function headHeight({ kicker, title, subtitle }: Head, width: number): number {
  const room = Math.max(80, width - AROUND.beside)
  const small = [kicker, subtitle].reduce((sum, text) => sum + (text === null ? 0 : lines(text, SMALL.size, room)), 0)
  return AROUND.above + AROUND.below + lines(title, TITLE.size, room) * TITLE.line + small * SMALL.line
}

function lines(text: string, size: number, room: number): number {
  let width = 0
  for (const letter of text) width += /[\u2E80-\uFFEF]/.test(letter) ? size : size * 0.62
  return Math.max(1, Math.ceil(width / room))
}

/** Draws it into a box of that height. */
export function drawHead({ kicker, title, subtitle }: Head, box: HTMLElement): void {
  const put = (className: string, text: string | null): void => {
    if (text === null) return
    const line = document.createElement('div')
    line.className = className
    line.textContent = text
    box.append(line)
  }
  put('head-small', kicker)
  put('head-title', title)
  put('head-small', subtitle)
}
