import { describe, expect, it } from 'vitest'
import { hitsIn, MOST_WORDS, termsOf } from './words'

const found = (words: string, text: string): string[] =>
  hitsIn(text, termsOf(words)).map(([start, end]) => text.slice(start, end))

describe('the words of a search', () => {
  it.each([
    ['柳浪', '柳浪社区的柳浪食堂', ['柳浪', '柳浪']],
    ['footbridge', 'Footbridges and a FOOTBRIDGE', ['Footbridge', 'FOOTBRIDGE']],
    ['gb18030', 'ＧＢ１８０３０', ['ＧＢ１８０３０']],
    ['Ａ，', 'a, A\uFF0C', ['a,', 'A\uFF0C']],
    ['食堂 柳浪', '柳浪社区食堂', ['柳浪', '食堂']],
    ['食堂 码头', '柳浪社区食堂', []],
    ['"the bridge"', 'the old bridge, the bridge', ['the bridge']],
    ['\u201C长者 食堂\u201D', '长者\u3000食堂', ['长者\u3000食堂']],
    ['社区食 食堂', '社区食堂', ['社区食堂']],
    ['c++ (a|b)* [x]', 'c++ (a|b)* [x]', ['c++', '(a|b)*', '[x]']],
    ['straße', 'Straße', ['Straße']],
    ['\u{20BB7}野', '\u{20BB7}野家', ['\u{20BB7}野']],
  ])('%j in %j', (words, text, expected) => expect(found(words, text)).toEqual(expected))

  it('are none where there is nothing to look for', () => {
    expect(termsOf('  \u3000 "" ')).toEqual([])
    expect(hitsIn('柳浪', termsOf(''))).toEqual([])
  })

  it('are bounded', () => {
    expect(termsOf(Array.from({ length: 50 }, (_, n) => `词${n}`).join(' '))).toHaveLength(8)
    expect(termsOf('长'.repeat(1000))[0]?.source).toHaveLength(MOST_WORDS)
    expect(hitsIn('甲'.repeat(100), termsOf('甲'), 5)).toHaveLength(5)
  })
})
