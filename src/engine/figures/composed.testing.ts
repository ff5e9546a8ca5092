/**
 * Sound news copy composed from sentences written for the project: names and figures vary with the number, every sum,
 * share, change, weekday and list is right by construction. It is the composed part of the sound corpus; the other
 * part (sound-copy.txt and the sound halves of the pairs) is written by hand.
 */

const PLACES =
  '青岩 柳湾 石桥 白杨 东湖 云岭 沙埠 竹溪 雾岭 银杏 榆林 北塬 渔光 盐田 南苑 望潮 松口 大坪 麻柳 桐川'.split(' ')
const FAMILY = '林 周 许 苏 顾 魏 贺 邵 孟 阮 丁 蔡 骆 温 严 高 方 石 江 路'.split(' ')
const GIVEN =
  '怀远 秋实 长河 立冬 素琴 小舟 思佳 守田 若兰 志远 海生 一鸣 春和 广平 月华 德顺 文涛 晓峰 建业 静宜'.split(' ')
const WEEK = '日一二三四五六'
const NUMERALS = '零一二三四五六七八九十'

/** What varies in a story. Every draw depends on the story's number and the draw's order alone. */
class Draw {
  #state: number
  constructor(seed: number) {
    this.#state = (seed * 2654435761 + 12345) >>> 0
  }
  int(low: number, high: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0
    return low + (this.#state % (high - low + 1))
  }
  of<T>(list: readonly T[]): T {
    return list[this.int(0, list.length - 1)] as T
  }
  get place(): string {
    return this.of(PLACES)
  }
  get name(): string {
    return this.of(FAMILY) + this.of(GIVEN)
  }
}

const percent = (part: number, whole: number): string => ((part / whole) * 100).toFixed(1)
/** Some of the list, in its order. */
const some = (draw: Draw, list: string, count: number): string[] => {
  const all = list.split(' ')
  const from = draw.int(0, all.length - count)
  return all.slice(from, from + count)
}
const date = (year: number, month: number, day: number): string => {
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay()
  return `${year}年${month}月${day}日(星期${WEEK.charAt(weekday)})`
}

type Story = (draw: Draw) => string

const STORIES: readonly Story[] = [
  (d) => {
    const [a, b, c, place] = [d.int(210, 890), d.int(130, 480), d.int(20, 90), d.place]
    return `# ${place}镇“一站式”大厅接件忙
上半年,${place}镇便民服务大厅共办件${a + b + c}件,其中社保${a}件、民政${b}件,其余${c}件为建房审批。大厅主任${d.name}说,窗口由7个并为4个,“跑一趟就能办成”。
群众最关心的是等候时间。大厅新装了3台取号机,平均等候由26分钟降到9分钟左右,周六上午照常开门。`
  },
  (d) => {
    const [n, item] = [d.int(3, 6), d.int(12, 60)]
    const names = some(d, '采茶 揉捻 制陶 扎染 竹编 剪纸 木刻 皮影', n)
    return `# 非遗进校园 课表里多了“手艺课”
${d.place}小学本学期开设${NUMERALS.charAt(n)}门手艺课:${names.join('、')}。每门课限报${item}人,由镇上的老师傅上门授课,一次两节,连上十六周。
“孩子们坐得住,也问得多。”教务主任${d.name}介绍,学期末将办一场展示,请家长来当评委。`
  },
  (d) => {
    const [old, more] = [d.int(120, 460), d.int(12, 90)]
    return `# 山货出山 驿站一年多卖${more}吨
去年,${d.place}村驿站发出山货${old}吨,今年发出${old + more}吨,增加了${more}吨。站长${d.name}把功劳记在冷链车上:头天下午采的笋,第二天早上就能到城里。
村里又在修第三座冷库,设计库容1200立方米,预计十月投用。届时,附近6个村的山货都能就近入库。`
  },
  (d) => {
    const [people, groups] = [d.int(24, 96), d.int(2, 6)]
    return `# ${d.place}义务消防队守了一冬
入冬以来,由${people * groups}名村民组成的义务消防队分成${groups}组巡山,每组${people}人,早晚各走一遍。队长${d.name}今年五十有六,他说,最怕的是清明前后的几场大风。
这支队伍没有编制,也没有工资。镇里给每人配了一件反光背心、一只哨子和一副手套。`
  },
  (d) => {
    const [total, done] = [d.int(160, 420), d.int(80, 150)]
    return `# 老旧管网改造过半程
${d.place}区今年计划改造老旧供水管网${total}公里,截至9月底已完成${done}公里,完成率${percent(done, total)}%,余下的${total - done}公里集中在老城。施工方把作业时间定在22时至次日5时,尽量不影响居民用水。
水务公司提醒,停水前一天会在楼道贴通知,也可拨打0571-86660000查询。`
  },
  (d) => {
    const [y, m, day] = [d.int(2019, 2025), d.int(1, 12), d.int(1, 28)]
    return `# 渔家乐评上星 ${d.place}岛等着你
${date(y, m, day)},${d.place}岛渔家乐星级评定结果公布,五星2家、四星5家、三星11家,共18家入选。评定看四项:卫生、消防、菜品、服务,一票否决的是消防。
店主${d.name}家评上了四星。她把院子腾出来晒鱼鲞,客人可以自己动手,一斤只收五元加工费。`
  },
  (d) => {
    const [men, women] = [d.int(18, 60), d.int(20, 70)]
    return `# 合唱团唱进养老院
重阳前夕,${d.place}街道合唱团走进养老院。全团${men + women}人,男声${men}人,女声${women}人,平均年龄六十三岁。演出不到一个小时,返场唱了三回。
指挥${d.name}退休前是物理老师。他说,合唱和做实验一样,差一点都不行。养老院里最年长的老人九十八岁,跟着打完了全场的拍子。`
  },
  (d) => {
    const [boats, crew] = [d.int(20, 90), d.int(6, 12)]
    return `# 开渔第一天 ${d.place}港早早醒了
凌晨三点,${d.place}港灯火通明。${boats}艘渔船依次解缆,每艘船上有船员${crew}名左右,最远的要开出二百多海里。渔政人员逐船查验证书、救生衣和通信设备,有2艘船因为信号弹过期被要求补齐后再走。
到傍晚,第一批小船回港,带回梭子蟹近9吨,批发价每公斤70元上下,与去年同期大体持平。`
  },
  (d) => {
    const [rise, price] = [d.int(4, 18), d.int(20, 60)]
    return `# ${d.place}县蔬菜价格两周连降
县发改局监测,上周全县36种蔬菜平均批发价环比下降${(rise / 2).toFixed(1)}%,为连续第二周下降。36种蔬菜里,22种降价,9种持平,5种上涨。涨得最多的是香菜,每公斤${price}元,主要是连阴雨所致。
局里的分析员${d.name}认为,后期随着露地菜上市,价格还有3%至5%的回落空间,不会大起大落。`
  },
  (d) => {
    const [books, visits] = [d.int(2, 9), d.int(11, 46)]
    return `# 书屋开到田埂上
${d.place}村把一间旧烤烟房改成了书屋。房子四十平方米,藏书${books}000余册,一年接待读者${visits}00多人次,农忙时关门,农闲时全天开。
管理员${d.name}每月领600元补贴,她把一半拿来买绘本。最抢手的是《昆虫记》和《十万个为什么》,借出去就难得还回来。`
  },
  (d) => {
    const [a, b] = [d.int(21, 48), d.int(12, 20)]
    return `# 两队会师决赛
昨晚,${d.place}杯篮球赛决出决赛席位,${d.place}队以${a + b}:${a + 3}取胜。上半场客队一度领先9分,下半场主队连进4个三分,把比分反超。10号队员${d.name}独得${b}分,另有7个篮板、5次助攻。
决赛定在周六19时30分,一场定胜负。看台可坐2600人,门票两天前已经售完。`
  },
  (d) => {
    const [acre, yield_] = [d.int(300, 900), d.int(4, 9)]
    return `# 再生稻收了第二茬
${d.place}乡种了${acre * 10}亩再生稻,头茬亩产${yield_ + 5}00公斤上下,二茬亩产近${yield_ - 2}00公斤。种粮大户${d.name}家的田在河湾,他算账说,省一次种、省一次秧,每亩能多挣三四百元。
农技员提醒,二茬稻怕冷,寒露风来之前要灌一次深水。全乡已备下抽水机30多台,随时可以下田。`
  },
  (d) => {
    const [n, y] = [d.int(40, 90), d.int(1930, 1975)]
    return `# 一所乡中学的校庆
建于${y}年的${d.place}中学昨天办了一场没有主席台的校庆。${y + n}年前后毕业的学生坐在前排,最老的校友八十九岁,最小的刚上高一。操场边的榕树下摆了28张长桌,一桌一个年级。
校长${d.name}只讲了五分钟。他说,学校出过院士,也出过木匠,“都是我们的学生”。`
  },
  (d) => {
    const [h, m, long] = [d.int(7, 10), d.int(0, 20), d.int(70, 150)]
    const end = h * 60 + m + long
    return `# 一台手术与一场大雪
大雪封山那天,${d.place}卫生院接到一位急产妇。手术从${h}时${m}分开始,到${Math.floor(end / 60)}时${end % 60}分结束,历时${Math.floor(long / 60)}小时${long % 60 === 0 ? '' : `${long % 60}分`},母子平安。
县医院的专家通过视频全程指导。主刀医生${d.name}说,器械是去年添的,路是今年通的,少一样都不成。`
  },
  (d) => {
    const [a, b, c] = [d.int(30, 45), d.int(25, 35), d.int(5, 10)]
    return `# 你家的垃圾去哪儿了
记者跟着清运车走了一趟。${d.place}区每天产生生活垃圾约460吨,其中厨余垃圾占${a}%,可回收物占${b}%,有害垃圾占${c}%,其余${100 - a - b - c}%为其他垃圾。厨余垃圾送去堆肥,十五天后变成花土。
分拣线上有工人19名,分三班。班长${d.name}说,最怕的是没拧紧的油壶和碎玻璃。`
  },
  (d) => {
    const [km, stops] = [d.int(9, 38), d.int(9, 26)]
    return `# 下月起增开一条旅游专线
记者从公交公司获悉,下月1日起开通${d.place}古城旅游专线,全程${km}.6公里,设站${stops}个,首班6时20分,末班21时,每隔15至20分钟一班,票价2元,65周岁以上老人免费。
专线使用12米纯电动客车,配有行李架。节假日客流大时,将采取区间车、大站车等办法疏运。`
  },
  (d) => {
    const [houses, fund] = [d.int(120, 480), d.int(2, 8)]
    return `# 危房改造不落一户
今年以来,${d.place}县投入资金${fund}.2亿元,改造农村危房${houses}0户,其中整户重建${houses}户,其余为加固维修。住房保障中心按“先急后缓、先重后轻”排队,不搞平均。
在大坪村,${d.name}一家三口上月搬进了新房。房子八十平方米,自己出了不到三成的钱。“下雨不用拿盆接水了。”她说。`
  },
  (d) => {
    const [q, share] = [d.int(20, 60), d.int(51, 88)]
    return `# 快递员有了“歇脚点”
${d.place}街道把沿街的${q}个店铺变成歇脚点,门口贴一张绿色标识,进门可以喝水、充电、热饭。街道对320名快递员和外卖员做了问卷,${share}%的人每天至少进一次,过半数的人希望再添几处厕所。
药店店主${d.name}在柜台边放了两把椅子。她说,一天最多来过三十几人,“都很客气,走时把椅子摆好”。`
  },
  (d) => {
    const [p, w] = [d.int(120, 360), d.int(3, 9)]
    return `# 候鸟来了 村里的灯关了
${d.place}湿地进入观鸟季。保护站本周记录到水鸟${p}00余只,比上周多了${w}00多只,种类有41种,其中国家重点保护的8种。为了不惊扰鸟群,岸边3个村晚上十点以后关掉路灯。
巡护员${d.name}每天沿着十一公里长的堤走一个来回。他说,看鸟最好站在二百米以外,别穿红衣服。`
  },
  (d) => {
    const [a, b] = [d.int(24, 72), d.int(3, 9)]
    return `# 三年,一座矿山披上绿衣
闭坑三年,${d.place}石矿的${a}0亩采区全部复绿。种的是紫穗槐、火棘和盐肤木,头一年成活率只有六成,补种两次以后到了93%以上。修复总共花了${b}600万元,一半来自企业保证金,一半由市县两级分担。
工程负责人${d.name}说,难的不是种树,是给石头盖一层土。运来的土有40多万立方米,够填平二十个标准足球场。`
  },
  (d) => {
    const [total, left] = [d.int(60, 140), d.int(6, 18)]
    return `# ${total}条建议怎么办
区人大常委会昨天听取建议办理情况。今年收到代表建议${total}条,已办结${total - left}条,正在办理${left}条,代表满意和基本满意率为100%。办得最快的是给小学门口加一盏红绿灯,从提出到亮灯用了十九天。
提出这条建议的是代表${d.name},一位在校门口卖了二十多年早点的个体户。`
  },
  (d) => {
    const [age, n] = [d.int(61, 79), d.int(2, 5)]
    return `# 修钟人的下午
${d.place}老街上有家钟表店,店里一百多座钟,没有两座走得一样快。修钟人${d.name}今年${age}岁,十六岁学徒,带过${n}个徒弟,如今都改了行。他的手不抖,眼睛要戴两副镜子:一副看远,一副看近。
下午三点,店里安静下来。他给一座1920年的座钟换发条,说这钟只要每七天上一次弦,还能再走一百年。`
  },
  (d) => {
    const names = some(d, '文峰社区 荷塘社区 北湖社区 柳园社区 河东社区 南桥社区 梅园社区', d.int(3, 5))
    return `# 老年食堂又开${NUMERALS.charAt(names.length)}家
昨天中午,${d.place}街道新开的${NUMERALS.charAt(names.length)}家老年食堂同时开饭,分别设在${names.join('、')}。两荤一素一汤12元,八十岁以上的老人再减4元,每天供应到13时。
食堂由街道和餐饮公司合办,厨师长${d.name}把菜炖得很烂。他说,少油、少盐、少硬菜,这三条写在墙上,一天也没有破过。`
  },
  (d) => {
    const [a, b] = [d.int(300, 700), d.int(100, 250)]
    return `# ${d.place} Library Counts Its Readers
The branch lent ${a + b} books last month, of which ${a} were novels and ${b} were for children. About 40 volunteers run the desk on weekends, and nearly half of them are students.
Head librarian ${d.of(['Ruth Callow', 'Ada Penn', 'Leo Hart', 'Helen Marsden'])} said the branch, open since 1998, will close for two weeks in August for repairs. The work will cost $${d.int(12, 80)},000, paid by a county grant.`
  },
]

/** The composed stories in order: every kind of story `rounds` times. */
export function composed(rounds: number): string[] {
  const stories: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const [kind, story] of STORIES.entries()) stories.push(story(new Draw(round * 97 + kind * 13 + 1)))
  }
  return stories
}
