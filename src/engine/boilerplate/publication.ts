const PUBLICATION =
  /^[\p{L}\p{N}\u00B7 ]{0,14}(?:[报網网社台刊]|报道|发布|融媒|融媒体|数字报|新闻|新聞|在线|周刊|杂志|時報|News|Times|Post|Herald|Daily|Journal)$/u

/** Reads as the name of a newspaper, an agency or a site (齐鲁晚报, Harbour Herald). Takes folded text. */
export const isPublication = (folded: string): boolean => PUBLICATION.test(folded)
