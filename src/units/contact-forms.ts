import { z } from 'zod'
import { identifierKinds, reachKinds } from '../lib/identifiers.ts'
import { isPhone, readOpenUrl } from '../lib/reach.ts'
import { freeText } from '../web/form-fields.ts'
import { longestNote, noteLanguages, type UnitContact } from './contact-rules.ts'

const phone = freeText('phone', 40, ['phone']).refine((text) => text === null || isPhone(text), {
  error: 'phone-form',
})

/** The numbers in an address on the web are its own. */
const inAddresses = identifierKinds.filter((kind) => kind !== 'identity-code')
const url = freeText('url', 500, inAddresses)
  .refine((text) => text === null || readOpenUrl(text) !== null, { error: 'url-form' })
  .transform((text) => text && readOpenUrl(text))

const note = freeText('note', longestNote, reachKinds)

/** What a unit says to the public of coming to it. */
export const ContactForm = z
  .object({
    ...{ street: freeText('street', 200, ['street-address']), phone, url },
    ...{ noteFi: note, noteSv: note, noteEn: note },
  })
  .transform(({ street, phone, url, noteFi, noteSv, noteEn }): UnitContact => {
    const typed = { fi: noteFi, sv: noteSv, en: noteEn }
    const said = noteLanguages.flatMap((language) => (typed[language] ? [[language, typed[language]]] : []))
    return { street, phone, url, notes: Object.fromEntries(said) }
  })
