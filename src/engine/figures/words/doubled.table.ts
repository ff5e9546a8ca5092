/** Words that stand twice on purpose, and words that never do. */

/** Two-syllable words that Chinese doubles on purpose: verbs tried out, adverbs stressed, onomatopoeia. */
export const REDUPLICATED = new Set(
  (
    '讨论 研究 学习 休息 考虑 了解 打听 商量 锻炼 体验 尝试 参观 交流 活动 放松 收拾 打扫 检查 比较 观察 熟悉 练习 准备 表示 意思 教育 批评 表扬 ' +
    '非常 很多 许多 好多 多少 真正 永远 慢慢 渐渐 常常 不断 一个 一步 一次 一代 一点 一层 一遍 一天 一年 一户 一家 一件 一笔 一趟 一轮 一页 一针 一线 ' +
    '加油 谢谢 再见 快点 你好 等等 哈哈 呵呵 嘿嘿 嘻嘻 叮咚 滴答 嘀嗒 轰隆 哗啦 咕咚 咔嚓 噼啪 扑通 叽喳 嗡嗡 汪汪 喵喵 咚锵 呼噜 哎呀 对不 是的 好的 知道 ' +
    '来来 走走 看看 爸爸 妈妈 宝宝 奶奶 爷爷 团结 奋斗 创新 发展 坚持 努力 合计 实干 冲啊 前进 注意 救命 起来 左右 上下 来回 进进 小心 开心 高兴 快乐 热闹 暖和 凉快 清楚 ' +
    '改善 掩饰 享受 感受 调剂 活跃 打点 张罗 算计 盘算 琢磨 合计 捉摸 思量 掂量 打量 端详 照顾 照看 招呼 应付 敷衍 糊弄 热闹 凉快 舒服 高兴 乐呵 走动 活络 疏通 联络 沟通 磨合 商议 合计 请教 指点 宣传 动员 整理 整治 清理 修理 修整 归置 拾掇 捯饬 打理 意思 如此 时乎 这般 那样 ' +
    '晃悠 溜达 转悠 唠叨 念叨 嘀咕 咕噜 吧嗒 吧唧 咔擦 哗啦 淅沥 噼里 叽里 稀里 摇晃 颤悠 忽闪 闪烁 起伏 翻腾 测试 试验 调研 请示 关照 通融 补习 复习 温习 预习 回味 品味 品尝 欣赏 见识 领教 认识 熟络'
  ).split(' '),
)
/** Words that neither begin a longer word nor are doubled: 进行进行 is always a slip. */
export const PLAIN = new Set(
  (
    '进一步 推进 继续 进行 开展 我们 他们 你们 她们 以及 并且 同时 目前 已经 通过 对于 关于 其中 为了 因为 由于 所以 如果 能够 应该 必须 需要 正在 将会 成为 实现 加强 推动 ' +
    '促进 认真 切实 全面 深入 积极 主动 有效 及时 不仅 而且 但是 然而 因此 虽然 尽管 随着 根据 按照 作为 或者 甚至 尤其 特别 例如 比如 包括 记者 群众 ' +
    '预计 联合 可以 邀请 前往 来到 走进 发现 看到 显示 表明 提出 宣布 启动 建成 投入 采用 采取 发放 发布 获得 荣获 达到 超过 涉及 属于 此外 近日 日前 参加 参与 负责 都是 还是 就是 不是 也是 而是 但是 可以 没有 曾经 ' +
    '这个 那个 这些 那些 这里 那里 什么 怎么 自己 大家 问题 情况 方面 以来 之后 之前 期间 先后 分别 累计 共计 截至 介绍 组织 举行 举办 召开 提供 解决 增加 ' +
    '用时 历时 耗时 赔偿 提前 清晨 凌晨 上午 下午 傍晚 中午 当晚 昨晚 今年 去年 明年 昨日 今日 减少 提高 完善 建立 围绕 聚焦 坚决 充分 扎实 持续 不断 进入 形成 打造 位于 来自 得到 取得 受到 引导 帮助 落实 部署 要求 指出 强调 表示 认为 希望 完成 吸引 高于 低于 超出 不足 位列 跻身 斩获 摘得 拥有 具有 具备 占据 占到 增至 降至 升至 涵盖 覆盖 惠及 带动 培育 推出 推行 出台 印发 签订 签约 落户 落成 竣工 开工 开业 开幕 闭幕 揭牌 揭晓 通车 通过 关闭 拆除 新建 扩建 改建 改造 铺设 引进 引入 建设 承担 承办 主办 协办 举报 查获 抓获 逮捕 起诉 判处 送往 抵达 前来 赶到 返回 离开 结束 开始 成功 顺利 '
  ).split(' '),
)
/** Nouns that end a name and begin another (银行银行卡): a slip only where no noun follows. */
export const NOUNS = new Set(
  (
    '农户 用户 住户 客户 社区 公司 学校 医院 街道 中心 项目 企业 工作 服务 政府 部门 单位 农村 村民 居民 农民 工程 建设 机制 平台 制度 政策 计划 体系 会议 行动 集团 大学 小学 中学 银行 ' +
    '小区 园区 广场 公园 道路 大桥 水库 车站 机场 市场 超市 工厂 产业 农业 工业 旅游 文化 教育 经济 社会 生活 环境 安全 生产 管理 治理 发展 改革 时间 地点 人员 干部 党员 职工 学生 教师 演员 队员 代表 观众 游客 乘客 市民 老人 孩子 家长 病人 医生 护士 设备 材料 车辆 船只 房屋 粮食 蔬菜 树木 河道 堤坝'
  ).split(' '),
)
/** People: said twice they are a slip, whatever follows (居民居民代表). */
export const PEOPLE = new Set(
  '居民 村民 市民 农民 渔民 牧民 游客 乘客 旅客 职工 干部 观众 业主 商户 患者 群众'.split(' '),
)

/** What a noun stands behind as a whole word: its count, a preposition. */
const LEADS = /\d[个家名所项座台位处支条]$|[十百千万余多][个家名所项座位处支条]$|[为给向被由让使跟]$/
/** Verbs that no compound begins with: 企业备案, 社区设立, 老人测量. */
const VERBS =
  /^(?:增收|备案|设立|设置|测量|存[有放着]|启用|启动|实施|建起|建有|建成|办理|拿到|收到|赶到|赶来|来到|走进|送[来去上到]|免费|报名|登记|排队|购买|缴纳|领取|签订|签约|投入|投产|入驻|入户|落户|开展|开始|开设|举办|举行|组织|参加|参与|发放|发现|安装|配备|种植|养殖|获得|接受|享受|提供|完成|达到|超过|增长|下降|同比|合计|累计|总数|总额|总量|共同|主动|积极|自发|陆续|分别|纷纷|集中|全部|联合|平均|人均|占|救援|抢修)/
/** Those that do stand in a name for an institution: 消防救援站. */
const NAMED = /^救援|^抢修/

/** 12个社区社区设立, 为旅客旅客提供, 新增企业企业备案: the first of the two is a word of its own, and so is the second. */
export function isWhole(word: string, before: string, after: string): boolean {
  if (word.length !== 2 || REDUPLICATED.has(word) || /[一二两三四五六七八九十很大小再每又越自互]/.test(word))
    return false
  if (NAMED.test(after)) return (NOUNS.has(word) || word === '消防') && /^$|[,。;:、]$/.test(before)
  if (LEADS.test(before) && !/^[了的一]/.test(after)) return true
  return (NOUNS.has(word) || PEOPLE.has(word) || /人$|[家店房院]里$/.test(word)) && VERBS.test(after)
}

/** 截至目前,截至目前: what opens a sentence opens it once. */
export const OPENING =
  /^(?:截至目前|截至[今昨]天|目前|近日|日前|据了解|据介绍|据悉|据统计|与此同时|此外|同时|为此|接下来|下一步|近年来|今年以来|随后|其中|此前|当天|昨天|记者了解到)$/
/** 消防通道被堵: what befell something is told once. */
export const BEFALLEN = /^(?=[\u4E00-\u9FFF]{6})[\u4E00-\u9FFF]{2,6}被/

/** What a noun said twice goes on with, and a verb tried out (改善改善生活) does not. */
export const GOES_ON = /^[的在和与及是将被已也都由对于中里内外等为有时后前]/
/** 很久很久, 大片大片, 一波一波: said twice for weight. */
export const WEIGHTED = /[一二两三四五六七八九十几多少很好太真大小快慢高低长短久轻重深浅远近每再又越这那]/

export const PARTICLE =
  /^(?:[\d,。;:!?、)”》的了在和与及为等是将把被已也都从由对于共中里内外上下这那该此各全三四五六七八九十提说表介要进开负可应正先每一还就才又均须需必]|$)/
