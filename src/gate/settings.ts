/** The settings of the gate: a form that is kept on the device as it is changed. */

import { isTurned, setTurned } from '../desk/turned.ts'
import { type GateSettings, settingsOf } from './steps.ts'

const memory = 'kaiku-gate-settings'

const read = (): GateSettings => {
  try {
    return settingsOf(localStorage.getItem(memory))
  } catch {
    return settingsOf(null)
  }
}
const write = (settings: GateSettings) => {
  try {
    localStorage.setItem(memory, JSON.stringify(settings))
  } catch {
    // They hold as long as the page is open.
  }
}

/** @param onChange called after every change, with what holds from now on */
export const openSettings = (form: HTMLFormElement, onChange: (settings: GateSettings) => void) => {
  let settings = read()
  let turned = isTurned()
  const control = <E extends HTMLElement>(name: string) => form.elements.namedItem(name) as unknown as E
  const box = (name: string) => control<HTMLInputElement>(name)
  const list = (name: string) => control<HTMLSelectElement>(name)
  const flags = ['asksChildren', 'sound', 'camera'] as const

  for (const flag of flags) box(flag).checked = settings[flag]
  box('turned').checked = turned
  list('guardMinutes').value = String(settings.guardMinutes)

  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('change', () => {
    const flag = (name: (typeof flags)[number]) => box(name).checked
    settings = {
      siteId: Number(list('siteId').value) || settings.siteId,
      ...{ asksChildren: flag('asksChildren'), sound: flag('sound'), camera: flag('camera') },
      guardMinutes: Number(list('guardMinutes').value),
    }
    turned = box('turned').checked
    write(settings)
    setTurned(turned)
    onChange(settings)
  })

  return {
    now: () => settings,
    isTurned: () => turned,
    /** Offers the sites where there are several; the one chosen before, else the first. @returns its id */
    offerSites: (sites: readonly { id: number; name: string }[]): number => {
      const chosen = sites.find(({ id }) => id === settings.siteId) ?? sites[0]!
      list('siteId').replaceChildren(
        ...sites.map(({ id, name }) => new Option(name, String(id), false, id === chosen.id)),
      )
      form.querySelector<HTMLElement>('[data-gate-site]')!.hidden = sites.length < 2
      settings = { ...settings, siteId: chosen.id }
      return chosen.id
    },
  }
}
