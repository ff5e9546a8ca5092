import { isCookieNotice } from '../cookies'
import { removing, type Cue } from '../cue'
import { placeOf } from '../run'

export const cookieNotice: Cue = {
  id: 'cookie-notice',
  reason: { zh: '关于 Cookie 或隐私的提示', en: 'A notice about cookies or privacy' },
  examples: [
    `¶en
¶en
✗ This website uses cookies to improve your experience. You can opt out at any time if you wish.`,
    `¶en
✓ The bakery kept its cookies in a tin on the top shelf, where no child had ever reached them.
¶en`,
  ],
  find: (context) =>
    removing(context, (unit) => {
      if (!isCookieNotice(unit)) return 0
      return placeOf(context.run, unit.index) === 'inside' ? 2 : 5
    }),
}
