import type { Role } from '../../engine/analysis'
import type { Review, StoryView } from '../../review/review'

const STYLE =
  'body{max-width:42em;margin:3em auto;padding:0 1em;font:1.05em/1.9 "Source Han Serif SC","Noto Serif CJK SC",serif}' +
  'h1{line-height:1.35}.by,.caption{color:#555}'

/** A story as a page of its own: its words escaped, no link, no script, nothing fetched. */
export function cleanHtml(review: Review, story: number): string {
  const view = review.stories[story]
  if (!view) throw new RangeError(`Story ${story} is out of ${review.stories.length}`)
  const title = view.title ?? ''
  const lang = /\p{Script=Han}/u.test(view.text) ? 'zh-CN' : 'en'
  return [
    '<!doctype html>',
    `<html lang="${lang}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${escape(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<article>',
    ...headLines(view),
    ...bodyLines(review, view),
    ...view.captions.map((caption) => `<p class="caption">${escape(caption)}</p>`),
    '</article>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function headLines(view: StoryView): string[] {
  const by = [view.published, view.agency, ...view.authors].filter((part) => part !== null && part !== '')
  return [
    ...(view.kicker ? [`<p class="by">${escape(view.kicker)}</p>`] : []),
    ...(view.title ? [`<h1>${escape(view.title)}</h1>`] : []),
    ...(view.subtitle ? [`<p class="by">${escape(view.subtitle)}</p>`] : []),
    ...(by.length > 0 ? [`<p class="by">${by.map((part) => escape(String(part))).join(' · ')}</p>`] : []),
  ]
}

function bodyLines(review: Review, view: StoryView): string[] {
  const roles = new Map<number, Role>()
  for (const { block, at, end } of review.copy.placed)
    if (end > at && !roles.has(at)) roles.set(at, review.draft.blocks[block]?.role ?? 'body')
  let at = view.at
  return view.text.split('\n').map((line) => {
    const tag = roles.get(at) === 'heading' ? 'h2' : 'p'
    at += line.length + 1
    return `<${tag}>${escape(line)}</${tag}>`
  })
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\0': '\uFFFD',
}

function escape(text: string): string {
  // NUL cannot stand in HTML, not even as a reference.
  return text.replace(/[&<>"'\0]/g, (mark) => ESCAPES[mark] ?? mark)
}
