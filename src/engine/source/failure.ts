import type { Failed, FailureCode } from '../analysis'

/** A failure as a value: what is wrong with this one file and what can be done, `<Chinese> / <English>`. */
export const failed = (code: FailureCode, zh: string, en: string): Failed => ({
  error: { code, message: `${zh} / ${en}` },
})

/** A text of millions of lines. */
export const tooMany = () =>
  failed(
    'too-large',
    '文件里的行或段落太多。请拆成小文件后再放入',
    'the file has too many lines or paragraphs: split it into smaller files',
  )

export const isFailed = (value: unknown): value is Failed =>
  typeof value === 'object' && value !== null && 'error' in value
