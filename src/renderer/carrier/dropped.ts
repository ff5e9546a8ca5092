/**
 * Where dropped files lie. Electron's preload can tell; a browser never tells a page, and then the answer is null.
 */
export function pathsOf(files: readonly File[]): string[] | null {
  const pathOf = window.qingyang?.pathOf
  if (pathOf === undefined) return null
  return files.map((file) => pathOf(file)).filter((path) => path !== '')
}
