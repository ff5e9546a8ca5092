import type { Example } from '../claim'

/** Names that only sound or look alike (alike.ts, strangers.ts, other-names.ts). */
export const otherNamesExamples: readonly Example[] = [
  { wrong: '院长[[欧阳鸿]]亲自坐诊。病人都说,[[欧阳洪]]有耐心。' },
  { wrong: '护林员[[韩志远]]走了三十年山路。[[韩志源]]说,他闭着眼也能走。' },
  { wrong: '导演[[罗思佳]]的新片开机。[[罗恩佳]]在片中也演了一个角色。' },
  { wrong: '村支书[[魏长庚]]领着大家修渠。[[魏长赓]]算过,能浇三百亩地。' },
  { wrong: '[[鹰嘴岭]]起火,五百人上山。凌晨,[[鹰咀岭]]明火扑灭。目前鹰嘴岭留有守火场的人。' },
  { wrong: '渔民[[张君宁]]今年第一个出海。傍晚,[[张君宇]]的船满舱而归。' },
  { wrong: '队长[[贺立军]]最先赶到。三小时后,[[贺立君]]才吃上一口热饭。' },
]
