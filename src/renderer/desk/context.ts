import { createContext } from 'svelte'
import type { Desk } from './desk.svelte'

/** The desk the window shows. */
export const [getDesk, setDesk] = createContext<Desk>()
