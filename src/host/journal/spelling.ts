const SPELLED = new WeakMap<object, Uint8Array>()

/** Says which JSON (UTF-8) a value was read from. Neither changes any more. */
export function spell(value: object, json: Uint8Array): void {
  SPELLED.set(value, json)
}

/** The JSON a value was read from; null where it is not at hand. */
export function spellingOf(value: object): Uint8Array | null {
  return SPELLED.get(value) ?? null
}
