import { translated } from '../i18n/translated.ts'
import type { ClosingState } from './period-rules.ts'
import type { Period } from './rules.ts'
import { periodName } from './words.ts'

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const command = 'kaiku statistics close'

/** Why a period that is due is not there yet; null where nothing is due. The centre is told what begins it. */
type Note = (state: ClosingState, toCentre: boolean) => string | null
const noteOf =
  (say: { closing: (period: Period) => string; waits: string; begin: string }): Note =>
  (state, toCentre) => {
    if (state.kind === 'closing') return say.closing(state.period)
    return state.kind === 'waits' ? (toCentre ? `${say.waits} ${say.begin}` : say.waits) : null
  }

export const closingNotes = translated<Note>({
  fi: noteOf({
    closing: (period) =>
      `${capital(periodName('fi', period))} suljetaan parhaillaan. Päivitä sivu hetken päästä.`,
    waits: 'Luvut julkaistaan, kun kaikki aiemmat tiedot on tuotu.',
    begin: `Kun kaikki on tuotu, pyydä ylläpitoa ajamaan komento ${command}. Se sulkee jaksot pysyvästi.`,
  }),
  sv: noteOf({
    closing: (period) =>
      `${capital(periodName('sv', period))} stängs just nu. Ladda om sidan om en liten stund.`,
    waits: 'Siffrorna publiceras när alla tidigare uppgifter har förts in.',
    begin: `När allt är infört, be driften köra kommandot ${command}. Det stänger perioderna för gott.`,
  }),
  en: noteOf({
    closing: (period) =>
      `${capital(periodName('en', period))} is being closed right now. Reload the page in a moment.`,
    waits: 'The figures are published once all earlier records have been imported.',
    begin: `When everything is in, ask operations to run ${command}. It closes the periods for good.`,
  }),
})
