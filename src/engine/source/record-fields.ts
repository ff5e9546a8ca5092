/**
 * Names of fields in use for scraped articles, the surest first. Names are compared without case, `_` and `-`:
 * `publish_time`, `publishTime` and `PublishTime` are one.
 */
export const fieldName = (key: string): string => key.toLowerCase().replace(/[_-]/g, '')

export const BODY_FIELDS: readonly string[] = [
  'content',
  'text',
  'body',
  'article',
  'articlebody',
  'fulltext',
  'maintext',
  'contenttext',
  'bodytext',
  'articlecontent',
  'articletext',
  'newscontent',
  'postcontent',
  '正文',
  '内容',
  '文章内容',
  '新闻内容',
  '正文内容',
  '全文',
  '文本',
  'markdown',
  'html',
  'contenthtml',
  'bodyhtml',
  'articlehtml',
  'rawhtml',
  'rawtext',
  'rawcontent',
]

/** Fields of an object that hold a list of articles. */
export const LIST_FIELDS: readonly string[] = ['items', 'articles', 'data', 'results', 'list']

/** Fields that hold the article as an object of its own. */
export const WRAPPERS: readonly string[] = [
  'article',
  'data',
  'post',
  'news',
  'item',
  'document',
  'doc',
  'result',
  'source',
]

export const TITLE_FIELDS: readonly string[] = [
  'title',
  'headline',
  'articletitle',
  'newstitle',
  '标题',
  '题目',
  '文章标题',
  '新闻标题',
  'subject',
]

export const SITE_FIELDS: readonly string[] = [
  'site',
  'sitename',
  'website',
  'publisher',
  'media',
  'medianame',
  'newspaper',
  '网站',
  '站点',
  '媒体',
  '报纸',
]

export const AGENCY_FIELDS: readonly string[] = [
  'agency',
  'source',
  'sourcename',
  'contentsource',
  '来源',
  '文章来源',
  '稿源',
]

export const PUBLISHED_FIELDS: readonly string[] = [
  'published',
  'publishedat',
  'publishtime',
  'publishdate',
  'publicationdate',
  'datepublished',
  'publishedtime',
  'publisheddate',
  'pubdate',
  'pubtime',
  'posttime',
  'postdate',
  'newstime',
  'releasetime',
  'date',
  'datetime',
  'time',
  'timestamp',
  'ctime',
  'createdat',
  'createtime',
  '发布时间',
  '发布日期',
  '发表时间',
  '日期',
  '时间',
]

export const AUTHOR_FIELDS: readonly string[] = [
  'authors',
  'author',
  'byline',
  'writer',
  'reporter',
  '作者',
  '记者',
  '撰稿',
]

export const URL_FIELDS: readonly string[] = [
  'url',
  'link',
  'href',
  'sourceurl',
  'articleurl',
  'pageurl',
  'canonicalurl',
  '链接',
  '网址',
]
