import { analyze } from '../../src/engine/index'

/** As a peer answers: the stories' texts. What the engine takes is bytes, so their decoding counts, and the figures do. */
const textOf = async (bytes: Uint8Array, name: string, url: string): Promise<string> => {
  const result = await analyze(bytes, { name, url })
  if ('error' in result) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.articles.map((article) => article.text).join('\n')
}

/** A page comes with its mark-up, a plain text without. */
export const extract = (html: string, url: string, bytes: Uint8Array): Promise<string> =>
  textOf(bytes, html === '' ? 'page.txt' : 'page.html', url)
