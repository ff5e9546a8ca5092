import { Gate, type Hinted } from './gates/gate'
const NOTICE = new Gate(
  /\b(?:uses?|using|accept|use of|our|these|store|necessary|third-party) cookies\b|\bcookies (?:to|are|that|policy|on|for|and)\b|\bcookie (?:policy|settings|preferences|consent)\b|\bGDPR\b|^privacy notice ?:|使用了?cookies?|cookies?(?:政策|设置|声明)|同意[^。]{0,8}(?:隱私|隐私)(?:權|权)?(?:政策|规则|規範|规范|聲明|声明)/i,
)

/** Every notice says one of them: most lines are answered here. */
const NAMED = new Gate(/ookie|GDPR|[隱隐]私|rivacy notice/i)

/** This website uses cookies…  */
export const isCookieNotice = (line: Hinted): boolean => line.text.length < 900 && NAMED.test(line) && NOTICE.test(line)
