const PAUSE = 30

/** Resolves once it holds, or after `limit` milliseconds. */
export async function until(holds: () => boolean, limit: number): Promise<void> {
  const end = Date.now() + limit
  while (!holds() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, PAUSE))
}
