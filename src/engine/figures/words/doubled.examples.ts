import type { Example } from '../claim'

/** Words that stand twice as whole words, whatever stands around them. */
export const doubledExamples: readonly Example[] = [
  { wrong: '街道在12个[[社区社区]]设立茶室,居民代表轮流值守。' },
  { wrong: '新增[[企业企业]]备案38家,进出口货值达到24亿元。' },
  { wrong: '市里投放冻猪肉,为稳价保供[[提供提供]]有力支撑。' },
  { wrong: '展出文物126[[件件]],其中一级文物9件。' },
  { wrong: '公司去年[[营收12亿元,营收12亿元]],净利润0.8亿元。' },
  { wrong: '[[截至目前,截至目前]],全市已建成口袋公园57个。' },
  {
    silent:
      '街道在12个社区设立茶室,在社区服务站投放物资。她在中国银行银行卡部工作,5人人均30元,大家商量商量再说。截至目前,全市已建成57个。',
  },
]
