const NOTICE =
  /\b(?:uses?|using|accept|use of|our|these|store|necessary|third-party) cookies\b|\bcookies (?:to|are|that|policy|on|for|and)\b|\bcookie (?:policy|settings|preferences|consent)\b|\bGDPR\b|使用了?cookies?|cookies?(?:政策|设置|声明)/i

/** Every notice says one of them: most lines are answered here. */
const NAMED = /ookie|GDPR/i

/** This website uses cookies… Takes folded text. */
export const isCookieNotice = (folded: string): boolean =>
  folded.length < 900 && NAMED.test(folded) && NOTICE.test(folded)
