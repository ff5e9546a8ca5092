import type { Example } from '../claim'

/** Shares of one whole and rates that are a part of it (wholes.ts, halves.ts). */
export const shareExamples: readonly Example[] = [
  { wrong: '观众的年龄构成是:青少年[[22%]],中青年[[51%]],老年[[37%]]。' },
  { wrong: '经费分三级承担,省级承担[[50%]],市级承担[[30%]],县级承担[[30%]]。' },
  { wrong: '全市私家车里燃油车占[[64%]],新能源车占[[46%]],共有120万辆。' },
  { wrong: '全县三次产业比重为[[14.2∶41.5∶54.3]],服务业成了大头。' },
  { wrong: '城区的雨污[[分流率提高到113%]],黑臭水体没有了。' },
  {
    silent:
      '观众的年龄构成是:青少年22%,中青年51%,老年27%。燃油车占64%,新能源车占36%。雨污分流率提高到93%,产量提高到去年的113%。男职工占68%,有驾照的占42%。',
  },
]
