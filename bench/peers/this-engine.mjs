/** The engine as it ships: what `npm run build` made of it. */
import { analyze } from '../../out/engine/index.js'

/**
 * As a peer answers: the stories' texts. What the engine takes is bytes: telling their encoding counts, and the figures do.
 */
export const extract = async ({ isPlain, url, bytes }) => {
  const result = await analyze(bytes, { name: isPlain ? 'page.txt' : 'page.html', url })
  if ('error' in result) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.articles.map((article) => article.text).join('\n')
}
