import { Gate, type Hinted } from './gates/gate'
const NOTICE = new Gate(
  /\b(?:uses?|using|accept|use of|our|these|store|necessary|third-party) cookies\b|\bcookies (?:to|are|that|policy|on|for|and)\b|\bcookie (?:policy|settings|preferences|consent)\b|\bGDPR\b|使用了?cookies?|cookies?(?:政策|设置|声明)/i,
)

/** Every notice says one of them: most lines are answered here. */
const NAMED = new Gate(/ookie|GDPR/i)

/** This website uses cookies…  */
export const isCookieNotice = (line: Hinted): boolean => line.text.length < 900 && NAMED.test(line) && NOTICE.test(line)
