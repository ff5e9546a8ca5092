import type { HostKind } from '../../../contract/contract'
import { KEYS, type Action, type Binding, type Where } from './keys.table'
import { ownKeys } from './own-keys.svelte'
import { shownPress } from './presses'

export { KEYS }
export type { Action, Binding, Where }

/** The presses of an action at one host: the reviewer's own, else the desk's. */
export function pressesOf({ action, keys, loopback = [] }: Binding, host: HostKind): readonly string[] {
  return ownKeys.of(action) ?? [...keys, ...(host === 'loopback' ? loopback : [])]
}

/** All bindings of one host, one press each. */
export function bindings(host: HostKind): { readonly press: string; readonly action: Action; readonly where: Where }[] {
  return KEYS.flatMap((binding) =>
    pressesOf(binding, host).map((press) => ({ press, action: binding.action, where: binding.where })),
  )
}

/** The first key of an action, for a button; empty where it has none. */
export function keyOf(action: Action): string {
  const binding = KEYS.find((each) => each.action === action)
  const press = binding && (ownKeys.of(action) ?? binding.keys)[0]
  return press === undefined ? '' : shownPress(press)
}

/** What has the press already, beside the action itself. */
export function holderOf(press: string, action: Action, host: HostKind): Binding | null {
  return KEYS.find((binding) => binding.action !== action && pressesOf(binding, host).includes(press)) ?? null
}

/** Gives an action one key of the reviewer's choice; whoever had it has it no more. */
export function bind(action: Action, press: string, host: HostKind): void {
  const holder = holderOf(press, action, host)
  if (holder !== null)
    ownKeys.set(
      holder.action,
      pressesOf(holder, host).filter((each) => each !== press),
    )
  ownKeys.set(action, [press])
}
