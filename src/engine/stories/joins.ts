import { isProse, type Part } from './part'

/** Words a Chinese paragraph begins with: what follows them is no second half of a sentence. */
const OPENERS =
  /^(?:今年|去年|近日|近年|日前|目前|截至|截止|据|本报|同时|此外|另外|另一方面|一方面|其中|下一步|接下来|未来|如今|现在|随后|随着|当天|当日|活动|会议|首先|其次|最后|一是|二是|三是|四是|在此|在这|记者|通过|为了|为进一步|按照|根据|针对|围绕|然而|但是|不过|因此|所以|于是|可是|第[一二三四五六七八九十])/
const OPEN_HAN = /[\u3400-\u9FFF]$/
const OPEN_FOR_CERTAIN = /[,、]$/
const REGULAR = 0.4

/** Most paragraphs of the page end as sentences do: an end without a mark means something. */
const endsRegularly = (parts: readonly Part[]): boolean => {
  const prose = parts.filter(isProse)
  return prose.filter((part) => part.unit.shape.closed).length >= prose.length * REGULAR
}

const goesOn = (before: string, after: string): boolean => {
  if (/^\p{Ll}/u.test(after)) return /[\p{Ll},]$/u.test(before)
  if (!/^[\u3400-\u9FFF]/.test(after)) return false
  return OPEN_FOR_CERTAIN.test(before) || (OPEN_HAN.test(before) && !OPENERS.test(after))
}

const canBeJoined = (earlier: Part, later: Part): boolean => {
  const { shape } = earlier.unit
  if (!(shape.prose || (shape.commas > 0 && shape.size >= 20)) || later.unit.block.indented || !later.unit.leads)
    return false
  if (earlier.unit.block.layout !== 'line' || later.unit.block.layout !== 'line') return false
  if (earlier.verdict.role !== 'body' || later.verdict.role !== 'body') return false
  const continued = later.unit.shape.prose || (later.unit.shape.sentences > 0 && later.unit.shape.closed)
  return continued && !earlier.unit.shape.closed && goesOn(earlier.unit.text, later.unit.text)
}

/**
 * Paragraphs cut by a column or a page break: index of the later part → index of the earlier. Only the very next part
 * of the text can continue one, captions and furniture between them aside; a heading never does.
 */
export const findJoins = (parts: readonly Part[], starts: ReadonlySet<number>): Map<number, number> => {
  const joins = new Map<number, number>()
  if (!endsRegularly(parts)) return joins
  let earlier: number | null = null
  parts.forEach((part, i) => {
    if (starts.has(i)) earlier = null
    if (part.verdict.fate !== 'text') return
    const before = earlier === null ? undefined : parts[earlier]
    if (before && earlier !== null && canBeJoined(before, part)) joins.set(i, earlier)
    earlier = i
  })
  return joins
}
