import { Parser } from 'htmlparser2'

const LEFT_OUT = new Set('script style noscript template svg head iframe'.split(' '))
const BLOCK = new Set(
  (
    'address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option p pre section summary table tbody td tfoot th ' +
    'thead tr ul'
  ).split(' '),
)

/**
 * What a scraper stores of a page: all its visible text. Script, style, noscript, template, svg, head and iframe are
 * left out, a block element begins and ends a line, runs of blanks are one, empty lines are dropped.
 */
export const visibleText = (html: string): string => {
  let text = ''
  let leftOut = 0
  const parser = new Parser(
    {
      onopentag(name) {
        if (LEFT_OUT.has(name)) leftOut += 1
        else if (BLOCK.has(name)) text += '\n'
      },
      ontext(piece) {
        if (leftOut === 0) text += piece.replace(/[\r\n]/g, ' ')
      },
      onclosetag(name) {
        if (LEFT_OUT.has(name)) leftOut = Math.max(0, leftOut - 1)
        else if (BLOCK.has(name)) text += '\n'
      },
    },
    { decodeEntities: true },
  )
  parser.write(html)
  parser.end()
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}
