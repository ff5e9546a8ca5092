/** Portions on their way at once: the host looks at one while its disk takes the one before. */
const ABREAST = 2

/**
 * Works through a list portion by portion, in its order.
 *
 * @param told how many are done; once it answers true no other portion is begun, and those under way are waited for
 * @returns what the work made of those that were begun, and the others
 */
export async function inPortions<T>(
  all: readonly T[],
  portion: number,
  work: (some: readonly T[]) => Promise<readonly T[]>,
  told: (done: number) => boolean,
): Promise<{ readonly made: T[]; readonly left: readonly T[] }> {
  const made: T[] = []
  const underWay: Promise<readonly T[]>[] = []
  let begun = 0
  let done = 0
  while (begun < all.length && !told(done)) {
    underWay.push(work(all.slice(begun, begun + portion)))
    begun += portion
    if (underWay.length < ABREAST) continue
    made.push(...(await underWay.shift()!))
    done += portion
  }
  made.push(...(await Promise.all(underWay)).flat())
  told(Math.min(begun, all.length))
  return { made, left: all.slice(begun) }
}
