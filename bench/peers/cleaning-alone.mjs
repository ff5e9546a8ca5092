/** The engine as it ships, from bytes to verdicts and stories: without its checks on figures, which no peer makes. */
import { analysisOf, draft, parts } from '../../out/engine/index.js'

export const extract = async ({ isPlain, url, bytes }) => {
  const name = isPlain ? 'page.txt' : 'page.html'
  const cut = parts(bytes, name)
  if ('error' in cut) throw new Error(`${cut.error.code}: ${cut.error.message}`)
  const verdicts = await draft(cut[0], { name, url })
  if ('error' in verdicts) throw new Error(`${verdicts.error.code}: ${verdicts.error.message}`)
  return analysisOf(verdicts, [], [])
    .articles.map((article) => article.text)
    .join('\n')
}
