import { dice, hanValue, slipped, type Finder } from './site'

/** Days with their weekdays, stretches with both ends, ranges. */

const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const MONTHS = 'January February March April May June July August September October November December'.split(' ')

const ENGLISH = new RegExp(
  `(?<weekday>${DAYS.join('|')}),? (?<month>${MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')})\\.? (?<day>\\d{1,2}),? (?<year>(?:19|20)\\d\\d)`,
  'g',
)
const HAN =
  /(?<year>(?:19|20)\d\d)年(?<month>\d{1,2})月(?<day>\d{1,2})日[(\uFF08]?(?:星期|周|礼拜)(?<weekday>[一二三四五六日天])/g

export const weekdays: Finder = function* (text) {
  for (const match of text.matchAll(ENGLISH)) {
    const { weekday = '', month = '', day = '', year = '' } = match.groups ?? {}
    const number = MONTHS.findIndex((name) => name.startsWith(month.slice(0, 3)))
    if (new Date(Date.UTC(Number(year), number, Number(day))).getUTCDay() !== DAYS.indexOf(weekday)) continue
    const put = DAYS[(DAYS.indexOf(weekday) + 1 + (dice(`${match.index}`) % 5)) % 7] ?? ''
    yield { relation: 'weekday and date', start: match.index, end: match.index + weekday.length, put }
  }
  for (const match of text.matchAll(HAN)) {
    const { weekday = '', month = '', day = '', year = '' } = match.groups ?? {}
    const said = weekday === '天' || weekday === '日' ? 0 : (hanValue(weekday) ?? 0)
    if (new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay() !== said) continue
    const end = match.index + match[0].length
    yield { relation: 'weekday and date', start: end - 1, end, put: '一二三四五六'.charAt((said + 2) % 6) }
  }
}

const LIVES = [
  /\b(?<a>1[6-9]\d\d|20\d\d)\s?[-–—~至]\s?(?<b>1[6-9]\d\d|20\d\d)\b/g,
  /\bfrom (?<a>1[6-9]\d\d|20\d\d) (?:to|until) (?<b>1[6-9]\d\d|20\d\d)\b/gi,
  /(?<a>1[6-9]\d\d|20\d\d)年?[到至](?<b>1[6-9]\d\d|20\d\d)年/g,
]

/** Years of a stretch change places. */
export const ranges: Finder = function* (text) {
  for (const pattern of LIVES)
    for (const match of text.matchAll(pattern)) {
      const { a = '', b = '' } = match.groups ?? {}
      if (Number(a) >= Number(b)) continue
      const put = match[0].replace(a, '@').replace(b, a).replace('@', b)
      yield { relation: 'range', start: match.index, end: match.index + match[0].length, put }
    }
  for (const match of text.matchAll(
    /(?<![\d.–—~-])(?<a>\d{1,3})[~\uFF5E至到](?<b>\d{1,3})(?=[\u4E00-\u9FFF%\uFF05])/g,
  )) {
    const { a = '', b = '' } = match.groups ?? {}
    if (Number(a) >= Number(b) || /[月日号时点分]/.test(text.charAt(match.index + match[0].length))) continue
    const put = match[0].replace(a, '@').replace(b, a).replace('@', b)
    yield { relation: 'range', start: match.index, end: match.index + match[0].length, put }
  }
}

const SUBSET =
  /(?<![\d,.])(?<whole>\d[\d,]*(?:\.\d+)?)(?<unit>[\u4E00-\u9FFF]{1,2})[^。\d\n]{0,14}其中[^。\d\n]{0,12}(?<part>\d[\d,]*(?:\.\d+)?)\k<unit>/g

/** A part made more than its whole. */
export const subsets: Finder = function* (text) {
  for (const match of text.matchAll(SUBSET)) {
    const { whole = '', part = '' } = match.groups ?? {}
    if (Number(part.replaceAll(',', '')) >= Number(whole.replaceAll(',', ''))) continue
    const start = match.index + match[0].lastIndexOf(part)
    yield { relation: 'part of a whole', start, end: start + part.length, put: `${9}${whole}` }
  }
}

const AGED = [
  /(?<born>(?:18|19|20)\d\d)年?[^。\n]{0,30}?(?<died>(?:18|19|20)\d\d)年[^。\n]{0,20}?享年(?<age>\d{1,3})岁/g,
  /\bborn\b[^.\n]{1,30}?(?<born>(?:18|19|20)\d\d)[^.\n]{1,60}?\bdied\b[^.\n]{1,30}?(?<died>(?:18|19|20)\d\d)[^.\n]{0,30}?(?:aged?|at) (?<age>\d{1,3})\b/gi,
]

export const ages: Finder = function* (text) {
  for (const pattern of AGED)
    for (const match of text.matchAll(pattern)) {
      const { born = '', died = '', age = '' } = match.groups ?? {}
      if (Math.abs(Number(died) - Number(born) - Number(age)) > 1) continue
      const start = match.index + match[0].lastIndexOf(age)
      const put = slipped(age, `${start}`)
      if (put !== null && Math.abs(Number(put) - Number(age)) > 2)
        yield { relation: 'age and years', start, end: start + age.length, put }
    }
}
