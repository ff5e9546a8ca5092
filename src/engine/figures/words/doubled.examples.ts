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
  { wrong: '评委认为这部片子[[拍得扎实,拍得扎实]],节奏也好。' },
  { wrong: '河东社区、柳园[[社区社区]]2个服务站本月开门。' },
  { wrong: '新规([[为山区学校配齐教师,让孩子就近读书),为山区学校配齐教师,让孩子就近读书]]。' },
  { wrong: '雨后,[[护林员沿着山脊查看防火道,护林员沿着山脊查看防火道]],天黑才下山。' },
  { wrong: '她[[教了四十年数学,教了四十年数学]],学生遍布各地。' },
  { wrong: '[[He plans to fix the roof. He plans to fix the roof.]] The station gets a bonus.' },
  { wrong: 'Volunteers painted [[the the]] railings along the river.' },
  { silent: '大家讨论讨论、商量商量,一步一步地走,非常非常慢。' },
  { silent: '以增产为目的的试验的的确确有用,这件事不了了之,了了解到的情况另报。' },
  { silent: '他在中国银行银行卡部工作,女儿是北方大学大学生。向前,向前,向前,队伍唱着歌出发。' },
  { silent: '“加油!加油!”看台上喊声一片,哗啦哗啦的雨也没有停。' },
  { silent: '许许多多的人高高兴兴地来,看看花,渐渐散去。一户一户走访,一页一页登记,一个一个解决。' },
  { silent: 'She had had enough, and said that that was very, very late. “We shall win. We shall win.”' },
]
