import { extractFromHtml } from '@extractus/article-extractor'

export const extract = async ({ html, url }) => (await extractFromHtml(html(), url))?.content
