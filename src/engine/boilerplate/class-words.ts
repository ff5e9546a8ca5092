/** Words of a site's style sheets that are remembered at most: pages of one site say the same again and again. */
const MOST = 10_000

/** Whether a class or id word matches, answered from memory where it was asked before. */
const remembered = (pattern: RegExp): ((word: string) => boolean) => {
  const known = new Map<string, boolean>()
  return (word) => {
    const answer = known.get(word)
    if (answer !== undefined) return answer
    if (known.size >= MOST) known.clear()
    const found = pattern.test(word)
    known.set(word, found)
    return found
  }
}

/** Names what is around a story, never the story. */
export const isForeign = remembered(
  /^(?:nav|navbar|navigation|menu|submenu|footer|foot|sidebar|aside|side|related|recommend(?:ed|ation|ations)?|comments?|disqus|share|sharing|social|breadcrumbs?|crumbs?|promo|advert|advertisement|ads?|banner|popup|modal|cookie|newsletter|subscribe|ranking|hot|copyright|login|signup|toolbar|widget|trending|popular)$/,
)

/** Names a story's own place, and little else. */
export const isOwn = remembered(
  /^(?:article|content|entry|post|story|body|text|main|articlebody|articlecontent|entry-content|post-content|article-body)$/,
)

/** Speaks of a story's place. */
export const tellsOfStory = remembered(
  /article|content|story|entry|post-body|richtext|markdown|detail|^(?:post|body|text|main)(?:[-_]?[a-z]+)?$/,
)
