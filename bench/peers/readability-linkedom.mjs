import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'

export const extract = ({ html }) => new Readability(parseHTML(html()).document).parse()?.content
