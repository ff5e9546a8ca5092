import { execFileSync } from 'node:child_process'
import { symlinkSync, writeFileSync } from 'node:fs'
import { type Hostile, sparse } from './hostile'
import { docxOf, packed } from './pack'

/** Whatever a file of the corpus would fetch, were it taken for a page. */
export type Canary = (what: string) => string

const ARTICLE = ['article']
/** Too much for a slow machine, never too much to say so. */
const HEAVY = ['article', 'timeout']
const SENTENCE = '河口村的水渠上个月修好了\uFF0C村里的三十户人家都用上了渠水。'
const MORE = '修渠的钱是村民自己凑的\uFF0C账目贴在村口。村主任说\uFF0C明年还要修第二段。'
const article = (title: string, sentence = SENTENCE): string =>
  `${title}\n\n\u3000\u3000${sentence}\n\u3000\u3000${MORE}\n`
const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const page = (title: string, inside: string, head = ''): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title>${head}</head><body><h1>${title}</h1><p>${SENTENCE}</p>${inside}<p>${MORE}</p></body></html>`

/** GB18030 for 河口村修好水渠, and for two sentences behind it. */
const GB = Buffer.from(
  'bad3bfdab4e5d0debac3cbaec7fe0a0abad3bfdab4e5b5c4cbaec7fed0debac3c1cba1a3b4e5c3f1b6bcd3c3c9cfc1cbcbaea1a30a',
  'hex',
)
/** Big5 for 河口村修好水渠 and the like; short, so that it may be taken for another encoding. */
const BIG5 = Buffer.from(
  'aa65a466a7f8add7a66ea4f4b4eb0a0aaa65a466a7f8aabaa4f4b4ebadd7a66ea446a143a7f8a5c1b3a3a5cea457a446a4f4a1430a',
  'hex',
)

const broken: Hostile[] = [
  { file: '空.txt', kind: '0 bytes', content: '', becomes: ['empty'] },
  { file: '空白.txt', kind: '0 bytes', content: '\uFEFF \n\t\u3000\n', becomes: ['empty'] },
  { file: '一吉.txt', kind: '1 GB', content: (path) => sparse(path, 2 ** 30), becomes: ['too-large'] },
  {
    file: '合影.txt',
    kind: 'binary',
    content: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    becomes: ['binary'],
  },
  {
    file: '程序.txt',
    kind: 'binary',
    content: Buffer.concat([Buffer.from('\x7fELF'), Buffer.alloc(4000, 3)]),
    becomes: ['binary'],
  },
  { file: '压缩.html', kind: 'binary', content: Buffer.from('1f8b0800000000000003', 'hex'), becomes: ['binary'] },
]

const encodings: Hostile[] = [
  {
    file: '半个字.txt',
    kind: 'invalid UTF-8',
    content: Buffer.concat([
      Buffer.from(article('半个字的稿件')),
      Buffer.from([0xe7, 0x9a]),
      Buffer.from(`\n\n${MORE}\n`),
    ]),
    becomes: ARTICLE,
    warns: ['replacement-character'],
  },
  {
    file: '混合编码.txt',
    kind: 'mixed encodings',
    content: Buffer.concat([Buffer.from(article('两种编码的稿件').repeat(4)), GB]),
    becomes: ARTICLE,
    warns: ['replacement-character'],
  },
  { file: '国标.txt', kind: 'GB18030', content: GB, becomes: ARTICLE, holds: '河口村的水渠修好了' },
  { file: '大五码.txt', kind: 'Big5', content: BIG5, becomes: ARTICLE },
  {
    file: '半个代理.txt',
    kind: 'lone surrogates',
    content: utf16(article('半个代理的稿件', `头\uD800${SENTENCE}\uDC00尾`)),
    becomes: ARTICLE,
    // No decoder keeps half a pair: it is counted and shown, and the bytes are kept.
    warns: ['replacement-character'],
  },
  {
    file: '半个代理.json',
    kind: 'lone surrogates',
    content: `{"title":"半个代理的记录","content":"头\\ud800${SENTENCE}${MORE}\\udc00尾"}`,
    becomes: ARTICLE,
    warns: ['lone-surrogate'],
    holds: '头\uD800河口村',
  },
  {
    file: '空字符.txt',
    kind: 'NULs',
    content: article('有空字符的稿件', `头\u0000${SENTENCE}`),
    becomes: ARTICLE,
    warns: ['nul'],
    holds: '头\u0000河口村',
  },
  {
    file: '反向.txt',
    kind: 'bidi overrides',
    content: article('方向被改的稿件', `\u202E${SENTENCE}\u202C\u2066\u2069`),
    becomes: ARTICLE,
    warns: ['bidi-control'],
    holds: '\u202E河口村',
  },
  {
    file: '零宽.txt',
    kind: 'zero-width characters',
    content: article('藏着字符的稿件', `河\u200B口\u2060村修好了三\u200C十户的水渠。`),
    becomes: ARTICLE,
    warns: ['zero-width'],
    holds: '河\u200B口\u2060村',
  },
]

/** Under the cap, and all the same more than any newspaper prints. `share` of it for tests that have no time. */
const large = (share: number): Hostile[] => [
  { file: '一行.txt', kind: 'one line of 15 MB', content: SENTENCE.repeat(180_000 * share), becomes: HEAVY },
  { file: '百万行.txt', kind: '1,000,000 lines', content: '村里修渠\n'.repeat(1_000_000 * share), becomes: HEAVY },
  { file: '数字.txt', kind: 'one line of 15 MB', content: '3,'.repeat(7_500_000 * share), becomes: HEAVY },
  {
    file: '实体.html',
    kind: 'entity bombs',
    content: page('许多实体的网页', '&amp;&#x4e00;&notanentity;&#99999999;&#xd800;'.repeat(50_000 * share)),
    becomes: HEAVY,
  },
]

const pages = (canary: Canary): Hostile[] => [
  {
    file: '脚本.html',
    kind: 'script',
    content: page(
      '带脚本的网页',
      `<script src="${canary('script')}"></script><script>globalThis.ran=1;fetch("${canary('fetch')}")</script>`,
    ),
    becomes: ARTICLE,
    without: ['globalThis', 'fetch('],
  },
  {
    file: '事件.html',
    kind: 'onerror',
    content: page(
      '带事件的网页',
      `<img src="${canary('img')}" onerror="globalThis.ran=2"><body onload="globalThis.ran=3"><a href="javascript:globalThis.ran=4" ping="${canary('ping')}">村口</a>`,
    ),
    becomes: ARTICLE,
    without: ['onerror', 'javascript:'],
  },
  {
    file: '跳转.html',
    kind: 'meta refresh',
    content: page(
      '会跳转的网页',
      '',
      `<meta http-equiv="refresh" content="0;url=${canary('refresh')}"><base href="${canary('base')}"><link rel="stylesheet" href="${canary('css')}"><link rel="prefetch" href="${canary('prefetch')}"><link rel="dns-prefetch" href="${canary('dns')}"><style>@import url(${canary('import')})</style>`,
    ),
    becomes: ARTICLE,
    without: ['refresh', '@import'],
  },
  {
    file: '框架.html',
    kind: 'iframe',
    content: page(
      '带框架的网页',
      `<iframe src="${canary('iframe')}" srcdoc="&lt;script>parent.ran=5&lt;/script>"></iframe><object data="${canary('object')}"></object><embed src="${canary('embed')}"><video src="${canary('video')}" autoplay></video><form action="${canary('form')}"><input autofocus onfocus="globalThis.ran=6"></form>`,
    ),
    becomes: ARTICLE,
    without: ['srcdoc', 'parent.ran'],
  },
  {
    file: '图形.html',
    kind: 'SVG',
    content: page(
      '带图形的网页',
      `<svg onload="globalThis.ran=7"><image href="${canary('svg')}"/><script>globalThis.ran=8</script><foreignObject><img src=x onerror="globalThis.ran=9"></foreignObject><use href="${canary('use')}#x"/></svg><math><mtext><table><mglyph><style><img src=x onerror=globalThis.ran=10></style></table></math>`,
    ),
    becomes: ARTICLE,
    without: ['onload', 'onerror'],
  },
  {
    file: '外部实体.xhtml',
    kind: 'XXE',
    content: `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY net SYSTEM "${canary('xxe')}"><!ENTITY % more SYSTEM "${canary('dtd')}"> %more;]><html xmlns="http://www.w3.org/1999/xhtml"><head><title>带外部实体的网页</title></head><body><h1>带外部实体的网页</h1><p>${SENTENCE}&file;&net;</p><p>${MORE}</p></body></html>`,
    becomes: ARTICLE,
    without: ['root:'],
  },
  {
    file: '邮件.mht',
    kind: 'script',
    content: `From: <saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"; type="text/html"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: ${canary('mht')}\r\n\r\n${page('存下来的网页', `<img src="${canary('mht-img')}"><script>globalThis.ran=11</script>`)}\r\n--b--\r\n`,
    becomes: ARTICLE,
    without: ['globalThis'],
  },
  {
    file: '标记.md',
    kind: 'script',
    content: `# 带标记的稿件\n\n${SENTENCE}\n\n![图](${canary('md')}) <img src=x onerror=globalThis.ran=12>\n\n<script>globalThis.ran=13</script>\n\n[链接](javascript:globalThis.ran=14)\n\n${MORE}\n`,
    becomes: ARTICLE,
  },
]

const bombs: Hostile[] = [
  {
    file: '深.html',
    kind: '100,000 nested tags',
    content: page('深层的网页', `${'<div>'.repeat(100_000)}深${'</div>'.repeat(100_000)}`),
    becomes: HEAVY,
  },
  {
    file: '不闭合.html',
    kind: '100,000 nested tags',
    content: page('不闭合的网页', '<b><i><a><table><td>'.repeat(20_000)),
    becomes: HEAVY,
  },
  {
    file: '十亿.xhtml',
    kind: 'entity bombs',
    content: `<!DOCTYPE html [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">${Array.from({ length: 20 }, (_, n) => `<!ENTITY ${String.fromCharCode(98 + n)} "${`&${String.fromCharCode(97 + n)};`.repeat(10)}">`).join('')}]><html><head><title>实体炸弹</title></head><body><h1>实体炸弹</h1><p>${SENTENCE}&u;&u;</p><p>${MORE}</p></body></html>`,
    becomes: ARTICLE,
  },
  {
    file: '属性.html',
    kind: 'entity bombs',
    content: page('许多属性的网页', `<p ${'a="b" '.repeat(100_000)}>村口</p>`),
    becomes: HEAVY,
  },
  { file: '深.json', kind: 'deep JSON', content: '['.repeat(100_000) + ']'.repeat(100_000), becomes: ['too-deep'] },
  {
    file: '深对象.json',
    kind: 'deep JSON',
    content: '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000),
    becomes: ['too-deep'],
  },
  {
    file: '大.json',
    kind: 'huge JSON',
    content: `{"title":"许多键的记录","content":${JSON.stringify(SENTENCE + MORE)},${Array.from({ length: 200_000 }, (_, n) => `"k${n}":${n}`).join(',')}}`,
    becomes: HEAVY,
  },
  { file: '坏.json', kind: 'huge JSON', content: '[{"title":"没有写完","content":"这里断\n', becomes: ['bad-record'] },
  {
    file: '原型.json',
    kind: '__proto__ keys',
    content: `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":2}},"toString":"x","title":"改原型的记录","content":${JSON.stringify(SENTENCE + MORE)}}`,
    becomes: ARTICLE,
  },
]

const archives = (canary: Canary): Hostile[] => [
  {
    file: '出夹.docx',
    kind: 'zip slip',
    content: async (path) => {
      const entries = docxOf(['压缩包里的路径', SENTENCE, MORE])
      writeFileSync(
        path,
        await packed({ ...entries, 'word/xx/out.txt': '出来了' }, { from: 'word/xx/out.txt', to: '../../../out.txt' }),
      )
    },
    // Nothing of a DOCX is ever written to disk: what it names elsewhere is not looked at.
    becomes: ['unreadable', 'unsupported', 'article'],
  },
  {
    file: '炸弹.docx',
    kind: 'zip bomb',
    content: async (path) =>
      writeFileSync(
        path,
        await packed({ ...docxOf(['炸弹']), 'word/document.xml': Buffer.alloc(100 * 2 ** 20, 0x20) }),
      ),
    becomes: ['too-large', 'unreadable', 'timeout'],
  },
  {
    file: '实体.docx',
    kind: 'entity bombs',
    content: async (path) => {
      const head = `<!DOCTYPE d [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈"><!ENTITY b "${'&a;'.repeat(1000)}"><!ENTITY c "${'&b;'.repeat(1000)}"><!ENTITY d "${'&c;'.repeat(1000)}"><!ENTITY x SYSTEM "${canary('docx-xxe')}">]>`
      writeFileSync(path, await packed(docxOf(['实体&d;&x;', SENTENCE, MORE], { head })))
    },
    becomes: ['unreadable', 'unsupported', 'article', 'timeout'],
  },
  {
    file: '外链.docx',
    kind: 'script',
    content: async (path) => {
      const body = '<w:p><w:hyperlink r:id="x1"><w:r><w:t>村口</w:t></w:r></w:hyperlink></w:p>'
      const relations = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="x1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${canary('docx-link')}" TargetMode="External"/><Relationship Id="x2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${canary('docx-template')}" TargetMode="External"/></Relationships>`
      writeFileSync(
        path,
        await packed({
          ...docxOf(['带外链的文档', SENTENCE, MORE], { body }),
          'word/_rels/document.xml.rels': relations,
        }),
      )
    },
    becomes: ARTICLE,
  },
  {
    file: '断.docx',
    kind: 'zip bomb',
    content: Buffer.from('504b0304140000000800', 'hex'),
    becomes: ['unreadable', 'binary', 'unsupported'],
  },
]

const CELLS = ['=HYPERLINK("http://127.0.0.1:9/","村口")', '+1+cmd|calc', '-2+3', '@SUM(1)', '\t=1+1']
const cells: Hostile[] = CELLS.map((title, at) => ({
  file: `表格${at}.json`,
  kind: 'CSV cells',
  content: JSON.stringify({ title, author: title, source: title, content: `${SENTENCE}${MORE}` }),
  becomes: ARTICLE,
}))

const LONG = `${'长'.repeat(83)}.txt`
/** Names a file system of Linux takes; others refuse some. */
const NAMES = [
  '夹．．．.txt',
  '夹\\..\\..\\出夹.txt',
  'CON.txt',
  'aux',
  '末尾. .txt',
  '末尾...',
  '换\n行.txt',
  '😀.txt',
  LONG,
  '同名.txt',
  '同名.TXT',
  'caf\u00E9.txt',
  'cafe\u0301.txt',
  '-rf.txt',
  '“引号”\u202Etxt.exe.txt',
  '%2e%2e%2f.txt',
  '<img src=x onerror=ran=1>.txt',
]
const names: Hostile[] = NAMES.map((file, at) => ({
  file,
  kind: 'file names',
  content: article(`名字古怪的第${at + 1}篇稿件`),
  becomes: ARTICLE,
}))

const special: Hostile[] = [
  {
    file: '链接.txt',
    kind: 'link out of the folder',
    content: (path) => symlinkSync('/etc/hostname', path),
    becomes: ['not-regular'],
  },
  {
    file: '链接夹',
    kind: 'link out of the folder',
    content: (path) => symlinkSync('/etc', path),
    becomes: ['not-regular'],
  },
  { file: '管道.txt', kind: 'FIFO', content: (path) => void execFileSync('mkfifo', [path]), becomes: ['not-regular'] },
]

/** The device null, which only root can make. */
const device: Hostile = {
  file: '设备.txt',
  kind: 'device',
  content: (path) => void execFileSync('mknod', [path, 'c', '1', '3']),
  becomes: ['not-regular'],
}

/** All of them. @param share of the size of the large ones, 1 for all of it */
export function hostileInputs(canary: Canary, share = 0.1): Hostile[] {
  const root = process.getuid?.() === 0 ? [device] : []
  return [
    ...broken,
    ...encodings,
    ...large(share),
    ...pages(canary),
    ...bombs,
    ...archives(canary),
    ...cells,
    ...names,
    ...special,
    ...root,
  ]
}
