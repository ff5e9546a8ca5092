/** The engine as it ships: what `npm run build` made of it. */
import { analyze } from '../../out/engine/index.js'

/**
 * As a peer answers: the stories' texts. A page comes with its mark-up, a plain text without. What the engine takes is
 * bytes, so their decoding counts, and the figures do.
 */
export const extract = async (html, url, bytes) => {
  const result = await analyze(bytes, { name: html === '' ? 'page.txt' : 'page.html', url })
  if ('error' in result) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.articles.map((article) => article.text).join('\n')
}
