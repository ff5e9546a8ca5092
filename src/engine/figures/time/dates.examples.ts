import type { Example } from '../claim'

/** Days of the story's own month, ends before beginnings, weekdays behind a verb. */
export const daysTold: readonly Example[] = [
  { silent: 'The tax year runs from 6 April to 5 April, the council said.' },
  { wrong: 'The centre is closed from [[16 April to 5 April]], the council said.' },
  { wrong: '2026年2月26日(星期四)和[[2月29日]]为首批商户布展的时间,共有140户登记。' },
  { silent: '2024年2月26日和2月29日为布展的时间,2026年2月26日和2月28日也是。' },
  { wrong: '交警支队6月3日说,4月1日至[[31日]],全市查处违法三万起。' },
  { wrong: 'The show runs at the Harbour Gallery from [[14 May to 2 April 2026]]. Entry is free.' },
  { wrong: 'The road will be shut from [[June 18 through June 8]] for repairs.' },
  { wrong: 'The pool is open between [[14 May and 2 April]] for all.' },
  { silent: 'The show runs from 14 May to 2 August 2026, the rink from 14 November to 2 March.' },
  {
    silent: '报名工作已经结束。截至2026年10月31日,共有2860名职工报名参加。缴费截至2026年12月31日,逾期不补。',
    published: '2026-11-18',
  },
  { wrong: '报名工作已经结束。截至[[2026年12月31日]],共有2860名职工报名参加。', published: '2026-11-18' },
  {
    published: '2026-11-18',
    wrong: 'As at [[30 November]], 412 people in the region had been admitted, the health board said.',
  },
  {
    published: '2026-11-18',
    silent: 'As at 13 November, 412 people had been admitted. The tax applies as of 30 November.',
  },
  { wrong: '上月[[29日]],民俗馆举办了今年首场讲座。', published: '2026-03-03' },
  { wrong: '比赛[[上午9时开赛,8时40分]]颁奖,共有260人完赛。' },
  { silent: '比赛上午9时开赛,11时40分颁奖。法院2024年9月12日立案,2024年11月6日公开开庭。' },
  { wrong: '法院于[[2024年9月12日]]立案,[[2024年8月6日]]公开开庭审理了此案。' },
  { wrong: '瓷器展[[9月14日]]开幕,[[9月4日]]闭幕,展出118件。' },
  { wrong: '圣诞市集今起至[[12月23日]]每晚开放。', published: '2026-12-24' },
  { wrong: '[[6月7日]]是高考首日,恰逢[[周六]],全市21个考点。', published: '2026-06-10' },
  {
    silent: '上月28日,首场讲座。瓷器展9月14日开幕,10月4日闭幕。市集今起至3月27日开放。3月1日是首日,恰逢周日。',
    published: '2026-03-03',
  },
]
