/**
 * Characters of Chinese given names that are taken for one another: alike in sound, or alike in shape. One group a line
 * of words; a character may stand in several groups. Simplified and traditional stand together.
 */
const GROUPS =
  '宁宇字 宁凝柠 宇羽雨玉瑜 青清晴情卿倩 青靑 佑祐右 舟州洲周 鸣呜明铭名 庚赓耕更 得德 昭召照朝 田由甲申 实石识时诗拾 翰瀚汉 思恩斯司 铭明名茗 ' +
  '勋勳勛 永水冰咏泳 如茹儒汝 玉王钰育 建健剑键 军君钧均俊骏峻 伟玮炜卫维韦 志智治致之芝 华花桦骅 国帼果 平萍苹坪屏 红宏洪虹鸿弘 丽莉立力利俪历 ' +
  '敏民闽 民明 静靖婧菁晶净竞 燕艳雁焰彦岩颜妍研砚 娜那 婷亭廷庭 强墙 林琳霖麟 波博渤柏伯勃 海凯 涛滔陶 超朝潮 飞非菲斐 辉晖挥徽惠慧会 勇永咏 杰洁捷 ' +
  '磊雷蕾 鹏朋 新欣心鑫昕馨信 文闻雯纹 斌彬宾滨 峰锋丰枫风凤 龙隆 阳杨扬洋 东冬栋 春椿 生声升胜盛昇 福富复 荣容蓉融 成诚城承程 祥翔详 德得 ' +
  '光广 学雪 庆青 云芸耘韵 霞侠 芳方坊 兰岚蓝 珍真臻 英瑛颖映盈莹 梅美 凤峰 桂贵 玲铃灵凌岭羚 琴勤芹沁 佳嘉家加 怡仪宜益逸毅艺义忆 婉宛 ' +
  '晓小笑肖 莹滢萤 雅亚 倩茜 妮妃 坤昆 乾前 鑫金 锦瑾谨堇进晋 浩皓昊豪灏 然冉 轩宣萱璇 泽择则 睿瑞锐 涵函寒晗 子紫梓 一逸壹依伊 ' +
  '启起琪琦祺奇齐其 远元源苑媛原 安桉 长常昌 根耕跟 兴星 友有佑 仁人任 义艺 礼李理 守首寿 树书舒淑 本木 士土仕 才材 大太犬 天夭无 千干 ' +
  '末未 己已 日曰 人入 午牛 今令 刀力 风凤 白百 池驰 贝见 代伐 仑伦 折拆 辛幸 析拆 拔拨 晴睛 炜玮伟 栋拣 桢祯 锡扬 喻愉瑜 密蜜 钧钩 帅师 洒酒 ' +
  '卓桌 淮准 淳谆 竞竟 兢竟 治冶 沐沭 祎玮 彤形 衫彬 晨辰臣宸 曦希熙溪西锡曦 颐怡 臻真 锴凯 恺凯 翊翌 翼冀 骥冀 晟盛 昱煜育 瑛英 琅朗 烨晔 奕弈亦 ' +
  '秀绣 发法 达大 顺舜 良梁亮 全泉权 传川 山珊杉 万婉 仲中忠钟 季纪继 孟梦 叔舒 承成 绍少邵 继季纪 先贤宪 宪献 光广 耀跃 祖组 培佩 振震镇 ' +
  '秋丘 夏霞 春纯 向响 前钱 忠中 孝晓 廉莲连 洁杰 正政征 直植 秉炳 炳丙 焕换 灿璨 煌皇 鼎顶 钢刚纲 铁轶 银寅 铜彤 锁所 宝保 财才 旺望 顺 喜禧 乐 ' +
  '尔迩 娟涓绢 媚眉 姗珊 娅亚 嫣妍 蓓贝 薇微 菊桔 荷何禾和河 莲连 苇伟 蔚卫 茂懋 葆保 藻早 若偌 芷止 苏素 岳悦月越 岭玲 峥争 嵘荣 崇重 巍威 巧桥 ' +
  '广厂 康慷 庸镛 延岩 弛驰 彭鹏 彰章 影颖 御玉 微薇 恒横衡 恬甜 悦月 惟唯维 慎真 懿仪 戈弋 扬杨 拓托 捷杰 敬静 敦墩 旭序 昂 易益 星兴 映英 显宪 ' +
  '景璟 晖辉 暄轩 曼蔓 朔 杏幸 村春 松嵩 枝芝 柯珂可 栩许 桐彤童 梁良 棋琪 棠堂 森申 楠男南 榕容 槐怀 樱英 欢环 歌戈 毓育 江姜 沛佩 泓宏 泰太 ' +
  '洵询 津金 浚俊 润闰 淇琪 渊元 湘相 源园 滢莹 漪依 澄成 澜岚 灵玲 炎岩 烁硕 煊轩 熠易 燊森 牧木 献宪 珂可 珏觉 珑龙 珺君 琛晨深 琨昆 琬婉 瑗媛 瑶遥 ' +
  '璋章 璐露路 璟景 畅 略 皎娇 益义 盛胜 睦木 瞳童 硕烁 磐盘 祁齐 禄录 禹宇 科柯 程成 稼嘉 穆木 竹祝 笛迪 筠云 简建 精晶 纯春 纶伦 绮琪 维伟 缨英'

const groups = new Map<string, Set<string>>()
for (const group of GROUPS.split(' ')) {
  for (const character of group) {
    const alike = groups.get(character) ?? new Set<string>()
    for (const other of group) alike.add(other)
    groups.set(character, alike)
  }
}

/** Whether two characters are taken for one another. */
export function alike(a: string, b: string): boolean {
  return groups.get(a)?.has(b) === true
}
