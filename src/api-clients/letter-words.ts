import { formatDay, type Language, plural, translated } from '../i18n/translated.ts'
import type { Letter } from '../mail/queries.ts'

type Facts = { program: string; start: string; ends: string; days: number; url: string }

const inDays = {
  fi: plural('fi', { one: '# päivän', other: '# päivän' }),
  sv: plural('sv', { one: '# dag', other: '# dagar' }),
  en: plural('en', { one: '# day', other: '# days' }),
} satisfies Record<Language, (count: number) => string>

/** The letter before a key ends. @param ends the day in Finland */
export const keyEndsLetter = translated<(facts: Facts) => Letter>({
  fi: ({ program, start, ends, days, url }) => ({
    subject: `Avain päättyy ${inDays.fi(days)} päästä: ${program}`,
    paragraphs: [
      'Hei,',
      `järjestelmän ${program} avain ${start} lakkaa toimimasta ${formatDay('fi', ends)}.`,
      'Tee uusi avain ajoissa. Molemmat toimivat rinnakkain, kunnes päätät vanhan.',
    ],
    link: { label: 'Avaa järjestelmä', url },
    after: ['Jos uusi avain on jo käytössä, sinun ei tarvitse tehdä mitään.'],
  }),
  sv: ({ program, start, ends, days, url }) => ({
    subject: `En nyckel går ut om ${inDays.sv(days)}: ${program}`,
    paragraphs: [
      'Hej,',
      `nyckeln ${start} till systemet ${program} slutar fungera ${formatDay('sv', ends)}.`,
      'Skapa en ny nyckel i tid. Båda fungerar tills du avslutar den gamla.',
    ],
    link: { label: 'Öppna systemet', url },
    after: ['Om den nya nyckeln redan är i bruk behöver du inte göra något.'],
  }),
  en: ({ program, start, ends, days, url }) => ({
    subject: `A key ends in ${inDays.en(days)}: ${program}`,
    paragraphs: [
      'Hello,',
      `The key ${start} of the system ${program} stops working on ${formatDay('en', ends)}.`,
      'Make a new key in time. Both work side by side until you end the old one.',
    ],
    link: { label: 'Open the system', url },
    after: ['If the new key is already in use, you need not do anything.'],
  }),
})
