/**
 * Works on up to `limit` items at once and gives the answers in the items' order, each as soon as it and those before it
 * are done: an answer never waits for an item that has not come yet.
 */
export async function* inOrder<Item, Answer>(
  items: AsyncIterable<Item>,
  limit: number,
  work: (item: Item) => Promise<Answer>,
): AsyncGenerator<Answer> {
  const source = items[Symbol.asyncIterator]()
  const running: Promise<Answer>[] = []
  let coming: Promise<IteratorResult<Item>> | null = source.next()
  try {
    while (coming || running.length > 0) {
      const [first] = running
      const isAnswer =
        first !== undefined &&
        (coming === null ||
          running.length >= limit ||
          (await Promise.race([first.then(() => true), coming.then(() => false)])))
      if (isAnswer) {
        yield await first
        running.shift()
      } else if (coming) {
        const next: IteratorResult<Item> = await coming
        if (!next.done) {
          const answer = work(next.value)
          answer.catch(() => undefined) // thrown when its turn comes
          running.push(answer)
        }
        coming = next.done ? null : source.next()
      }
    }
  } finally {
    coming?.catch(() => undefined)
    await source.return?.()
  }
}
