import type { Example } from '../claim'

/** Names that only sound or look alike (alike.ts, strangers.ts, other-names.ts). */
export const otherNamesExamples: readonly Example[] = [
  { wrong: '院长[[欧阳鸿]]亲自坐诊。病人都说,[[欧阳洪]]有耐心。' },
  { wrong: '护林员[[韩志远]]走了三十年山路。[[韩志源]]说,他闭着眼也能走。' },
  { wrong: '导演[[罗思佳]]的新片开机。[[罗恩佳]]在片中也演了一个角色。' },
  { wrong: '村支书[[魏长庚]]领着大家修渠。[[魏长赓]]算过,能浇三百亩地。' },
]
