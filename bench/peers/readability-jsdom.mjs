import { Readability } from '@mozilla/readability'
import { JSDOM } from 'jsdom'

export const extract = ({ html, url }) => {
  const { window } = new JSDOM(html(), { url })
  try {
    return new Readability(window.document).parse()?.content
  } finally {
    window.close()
  }
}
