import { dice, type Finder } from './site'

/** Names a story writes three times or more: one letter of one of them is another. */

const ENGLISH = /\b[A-Z][a-z]{2,} (?:[A-Z]\. )?(?<last>[A-Z][a-z]{3,})\b/g
const COMMON =
  /^(?:The|This|That|These|When|After|Before|North|South|East|West|New|United|Prime|White|Los|San|Hong|World|High|Supreme|President|January|February|March|April|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|States|Kingdom|Times|Street|Court|University|House|City|County|America|American|School|Council|News|Party|Congress|Senate|Office|Committee|Department|Press)$/
const HAN =
  /(?<=[\u4E00-\u9FFF\n\uFF0C。、“:\uFF1A]|^)(?<name>[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤][\u4E00-\u9FFF]{2})(?=[说称表认介告指坦回透])/g
const LIKE: Readonly<Record<string, string>> = {
  明: '名',
  华: '花',
  伟: '玮',
  军: '君',
  平: '萍',
  林: '琳',
  文: '雯',
  志: '智',
  红: '虹',
  国: '帼',
}

export const names: Finder = function* (text) {
  const lasts = new Set<string>()
  for (const match of text.matchAll(ENGLISH)) {
    const last = match.groups?.['last'] ?? ''
    const speaks = new RegExp(
      `\\b${last}(?:,? (?:said|says|told|wrote|tweeted|testified|added|explains?)\\b|['\u2019]s? )`,
    )
    if (!COMMON.test(last) && !COMMON.test(match[0].split(' ')[0] ?? '') && speaks.test(text)) lasts.add(last)
  }
  for (const last of lasts) {
    const all = [...text.matchAll(new RegExp(`\\b${last}\\b`, 'g'))]
    const alone = all.slice(1).filter(({ index }) => !/[A-Z][a-z.]+ $/.test(text.slice(0, index).slice(-16)))
    const match = alone.at(-1)
    if (all.length < 3 || match === undefined) continue
    const at = 1 + (dice(last) % (last.length - 2))
    const [a, b] = [last.charAt(at), last.charAt(at + 1)]
    const put = a === b ? last.slice(0, at) + last.slice(at + 1) : last.slice(0, at) + b + a + last.slice(at + 2)
    yield { relation: 'name', start: match.index, end: match.index + last.length, put }
  }
  const people = new Set([...text.matchAll(HAN)].map((match) => match.groups?.['name'] ?? ''))
  for (const name of people) {
    const all = [...text.matchAll(new RegExp(name, 'g'))]
    const match = all.at(-1)
    if (all.length < 3 || match === undefined) continue
    const last = name.charAt(2)
    const put = name.slice(0, 2) + (LIKE[last] ?? (last === '宇' ? '宁' : '宇'))
    yield { relation: 'name', start: match.index, end: match.index + 3, put }
  }
}
