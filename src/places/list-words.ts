import { translated } from '../i18n/translated.ts'
import type { Attention } from './rules.ts'

const byAttention = (texts: Record<Attention, string>) => texts

/** What the lists of units and sites have in common. */
export const listWords = translated({
  fi: {
    attention: 'Huomiota vaatii',
    all: 'Kaikki',
    anyAttention: 'Jokin näistä',
    attentions: byAttention({
      contact: 'Yhteyshenkilö puuttuu',
      silent: 'Hiljaista 60 päivää',
      confirmation: 'Tietoja ei ole vahvistettu tänä vuonna',
    }),
    listCaption: 'Huomiota vaativat ensin',
    inShort: byAttention({
      contact: 'Yhteyshenkilö puuttuu',
      silent: 'Hiljaista',
      confirmation: 'Vahvistamatta',
    }),
  },
  sv: {
    attention: 'Kräver uppmärksamhet',
    all: 'Alla',
    anyAttention: 'Något av dessa',
    attentions: byAttention({
      contact: 'Kontaktperson saknas',
      silent: 'Tyst i 60 dagar',
      confirmation: 'Uppgifterna har inte bekräftats i år',
    }),
    listCaption: 'De som kräver uppmärksamhet först',
    inShort: byAttention({ contact: 'Kontaktperson saknas', silent: 'Tyst', confirmation: 'Obekräftad' }),
  },
  en: {
    attention: 'Needs attention',
    all: 'All',
    anyAttention: 'Any of these',
    attentions: byAttention({
      contact: 'No contact person',
      silent: 'Quiet for 60 days',
      confirmation: 'Details not confirmed this year',
    }),
    listCaption: 'Those that need attention first',
    inShort: byAttention({ contact: 'No contact person', silent: 'Quiet', confirmation: 'Not confirmed' }),
  },
})
