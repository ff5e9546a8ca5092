import { removing, type Cue } from '../cue'
import { Gate } from '../gates/gate'

const SHORTCODE = /^\[\/?[a-z][\w-]{2,20}(?: [\w-]{1,20}=[^\]]{1,120})?\]|^\{\{[^{}]{1,60}\}\}$|^\$\{[^{}]{1,60}\}$/i
const SCRIPTED = new Gate(
  /^(?:this (?:slideshow|video|page|site|content|feature) requires javascript|please enable javascript|(?:you need to |to view this[^.]{0,40})enable javascript)\b/i,
)

export const templateResidue: Cue = {
  id: 'template-residue',
  reason: { zh: '网页模板或脚本的残留', en: 'What a page’s template or script left behind' },
  examples: [
    `¶en
✗ [button link="https://example.com/send" type="big"] Send us your review[/button]
✗ This slideshow requires JavaScript.
✗ {{article.title}}
¶en`,
    `¶en
✓ [He laughs.] The boat was late, and nobody on the pier had expected anything else of it.
¶en`,
  ],
  find: (context) =>
    removing(context, (unit) => {
      if (unit.shape.size > 60) return 0
      return SHORTCODE.test(unit.text) ? 7.5 : SCRIPTED.test(unit) ? 6.5 : 0
    }),
}
