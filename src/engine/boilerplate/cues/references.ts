import { removing, type Cue, type Evidence } from '../cue'
import { placeOf } from '../run'

export const references: Cue = {
  id: 'references',
  reason: { zh: '文末的参考文献或资料来源', en: 'References or sources listed below the story' },
  examples: [
    `¶
¶
¶
✗ 参考资料
✗ 1. 江城年鉴[M]. 江城出版社, 2019.
✗ 2. 东湖区志. 江城方志馆. 2021-03-05.
✗ 3. 老字号访谈录. https://example.com/laozihao`,
    `¶
✓ 参考资料不多\uFF0C他便一家一家去问\uFF0C三年下来记满了六个本子\uFF0C最后写成了这部街道志。
¶`,
  ],
  find: (context): Evidence[] =>
    removing(context, ({ index }, { run, appendix }) =>
      index < appendix.references ? 0 : placeOf(run, index) !== 'inside' ? 3.4 : index === appendix.references ? 3 : 0,
    ),
}
