/**
 * What the desk remembers on a device besides its records: where it is, which events there are of late, and how it is
 * used. Encrypted with a key that no script can read out, so that a copy of the disk tells nothing in clear.
 */
import { dayOf } from '../desk-app/rules.ts'
import { makeKey, type Sealed, seal, unseal } from './seal.ts'
import type { DeskState } from './wire.ts'
import { memoryName } from './words.ts'

export type Standing = { siteId: number; event: string | null; eventOn: string | null }
export type Remembered = {
  state: DeskState
  /** By the device's clock, when `state` came: its difference to the server's. */
  learntAt: number
  /** The last choice, and the day for which it was made. */
  standing: Standing | null
  chosenOn: string | null
  /** Single keys act; they can be turned off (WCAG 2.1.4). */
  keys: boolean
  /** The camera is put on when the desk opens, since it was on when somebody last chose. */
  camera?: boolean
}

/** What the server last told of a site's day. Nothing of it holds on another one: a device may be without a network for days. */
export const toldToday = ({ state }: Pick<Remembered, 'state'>, siteId: number, today: string) =>
  dayOf(state.now) === today
    ? // A state that an earlier version kept knows no groups.
      { counts: state.today[siteId], groups: state.groups?.[siteId] ?? [] }
    : { counts: undefined, groups: [] }

const [place, name] = ['memory', 'desk']

const done = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

const open = () => {
  const request = indexedDB.open(memoryName, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(place)
  return done(request)
}

const ownKey = async (db: IDBDatabase): Promise<CryptoKey> => {
  const read = () => done<CryptoKey | undefined>(db.transaction(place).objectStore(place).get('key'))
  const known = await read()
  if (known) return known
  const made = await makeKey()
  // Another window may have been quicker: what was added first stands.
  await done(db.transaction(place, 'readwrite').objectStore(place).add(made, 'key')).catch(() => undefined)
  return (await read())!
}

/** @throws when the browser keeps nothing (private mode) */
export const openMemory = async () => {
  const db = await open()
  // Somebody signs out, in this window or another: nothing stands in the way of forgetting.
  db.onversionchange = () => db.close()
  const key = await ownKey(db)
  return {
    read: async (): Promise<Remembered | null> => {
      const sealed = await done<Sealed | undefined>(db.transaction(place).objectStore(place).get(name))
      if (!sealed) return null
      try {
        return (await unseal(key, name, sealed)) as Remembered
      } catch {
        return null
      }
    },
    write: async (remembered: Remembered): Promise<void> => {
      const sealed = await seal(key, name, remembered)
      await done(db.transaction(place, 'readwrite').objectStore(place).put(sealed, name))
    },
  }
}
export type Memory = Awaited<ReturnType<typeof openMemory>>
