import { removing, type Cue } from '../cue'
import { hitsIn, hitsOf } from '../wording'
import { Gate } from '../gates/gate'

const CLOCK = /(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])/g
const PLAYER = new Gate(
  /倍速(?:播放)?|正常播放|(?<![\d.])\d(?:\.\d{1,2})?\s?[x倍](?![A-Z])|静音|全屏|退出全屏|播放(?:视频|音频|器)?|暂停|重播|快进|清晰度|自动播放|高清|标清|流畅|超清|自动|视频加载失败|请刷新(?:页面)?(?:重试)?|您的浏览器版本过低|浏览器版本过低|请升级(?:您的浏览器)?(?:后观看)?|弹幕|音量|加载中|视频加载中|字幕|画中画|(?:您的)?浏览器不支持(?:视频|音频|video|audio)?(?:标签|播放)?|\b(?:play(?:ing)?|pause|mute|unmute|fullscreen|full screen|loaded|progress|current time|duration|remaining time|playback rate|captions(?: off)?|subtitles(?: off)?|live|autoplay|video player is loading|skip ad|up next|watch later|replay)\b/gi,
)
/** A sentence that nobody but a player says. */
const ONLY = new Gate(
  /^(?:video player is loading|this video (?:file )?cannot be played|loading the player|您的浏览器不支持[^。]{0,12}|视频加载失败[^。]{0,12})\W*$/i,
)

export const player: Cue = {
  id: 'player',
  reason: { zh: '音视频播放器的残留文字', en: 'What a video or audio player left behind' },
  examples: [
    `¶
✗ 倍速 1.0x 静音 全屏
✗ 00\uFF1A00 / 02\uFF1A36
¶`,
    `¶en
✗ Video Player is loading.
¶en`,
    `¶
✓ 比赛在19:30准时开始。
✓ 8:30 集合 9:00 出发
¶`,
  ],
  find: (context) =>
    removing(context, (unit) => {
      const { text, shape } = unit
      if (text.length > 120) return 0
      if (shape.sentences > 0) return ONLY.test(unit) ? 6 : 0
      if (/^\d{1,2}:\d{2}(?::\d{2})? ?\/ ?\d{1,2}:\d{2}(?::\d{2})?$/.test(text)) return 6.5
      const hits = text.includes(':') ? hitsIn(text.replace(CLOCK, ' '), PLAYER.pattern) : hitsOf(unit, PLAYER)
      return hits >= 2 ? 6 : hits === 1 ? 3.5 : 0
    }),
}
