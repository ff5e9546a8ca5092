import Parser from '@postlight/parser'

export const extract = async ({ html, url }) => {
  const { content, error, message } = await Parser.parse(url, {
    html: html(),
    contentType: 'html',
    fetchAllPages: false,
  })
  if (error) throw new Error(message)
  return content
}
