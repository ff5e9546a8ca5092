import { decode } from '../../../src/engine/source/decode'
import { ENCODINGS } from '../../../src/engine/source/encodings'
import { parts } from '../../../src/engine/source/parts'
import { must, type Target } from './target'

const NAMES = ['a.txt', 'a.json', 'a.jsonl', 'a', 'a.html']

/** The decoder and the cutter of records. The first byte chooses the name and whether an encoding was chosen by hand. */
const target: Target = {
  run(input) {
    const [choice = 0] = input
    const bytes = input.subarray(1)
    const encoding = choice >= 128 ? ENCODINGS[choice % ENCODINGS.length] : undefined
    const options = encoding === undefined ? {} : { encoding }
    const decoded = decode(bytes, options)
    if (!('error' in decoded)) {
      must(decoded.confidence >= 0 && decoded.confidence <= 1, 'a confidence between 0 and 1')
      for (const { at, count } of decoded.warnings) {
        must(count >= at.length, 'a warning counts what it shows')
        for (const one of at) must(one >= 0 && one < decoded.text.length, 'a warning lies in the text')
      }
      const sound = encoding === undefined && decoded.encoding === 'UTF-8' && decoded.warnings.length === 0
      const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
      if (sound) must(Buffer.from(decoded.text).equals(bytes.subarray(mark)), 'sound UTF-8 comes back byte by byte')
    }
    const cut = parts(bytes, NAMES[choice % NAMES.length] ?? 'a', options)
    if (!('error' in cut))
      cut.forEach(({ record }, at) => must(record === null || record === at + 1, 'records are numbered'))
  },
}
export default target
