/** Words of a site's style sheets that are remembered at most: pages of one site say the same again and again. */
const MOST = 10_000

/** What a class or id word may tell, one bit each. */
const TELLING: readonly RegExp[] = [
  /^(?:nav|navbar|navigation|menu|submenu|footer|foot|sidebar|aside|side|related|recommend(?:ed|ation|ations)?|comments?|disqus|share|sharing|social|breadcrumbs?|crumbs?|promo|advert|advertisement|ads?|banner|popup|modal|cookie|newsletter|subscribe|ranking|hot|copyright|login|signup|toolbar|widget|trending|popular)$/,
  /^(?:article|content|entry|post|story|body|text|main|articlebody|articlecontent|entry-content|post-content|article-body)$/,
  /article|content|story|entry|post-body|richtext|markdown|detail|^(?:post|body|text|main)(?:[-_]?[a-z]+)?$/,
  /(?:^|[-_]|image|img|photo|pic|embed)(?:fig)?captions?(?:$|[-_](?:text|full|truncated|body|wrap|content|credit))|^(?:cutline|photo-?credit|image-?credit)$/,
  /(?:^|[_-])(?:pull|pull-?quote|callout)(?:$|[_-])/,
]

/** Names what is around a story, never the story. */
export const FOREIGN = 1
/** Names a story's own place, and little else. */
export const OWN = 2
/** Speaks of a story's place. */
export const OF_STORY = 4
/** What a site's style sheet calls a caption: caption-full, wp-caption-text, image__caption. */
export const CAPTION = 8
/** What it calls a sentence of the text that is set large beside it. */
export const PULLED = 16

const known = new Map<string, number>()

/** What a word tells, of those above; answered from memory where it was asked before. */
export const told = (word: string): number => {
  const answer = known.get(word)
  if (answer !== undefined) return answer
  if (known.size >= MOST) known.clear()
  const found = TELLING.reduce((bits, pattern, i) => (pattern.test(word) ? bits | (1 << i) : bits), 0)
  known.set(word, found)
  return found
}
