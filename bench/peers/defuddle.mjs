import { Defuddle } from 'defuddle/node'
import { parseHTML } from 'linkedom'

export const extract = async ({ html, url }) => (await Defuddle(parseHTML(html()).document, url)).content
