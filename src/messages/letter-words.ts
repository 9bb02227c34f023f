import { translated } from '../i18n/translated.ts'
import type { Letter } from '../mail/queries.ts'

type Facts = {
  title: string
  /** Who writes: an area; null for Kaikukeskus. */
  area: string | null
  /** The text as plain lines, in the order in which they are read. */
  lines: string[]
  /** What is said of its language, where it is not the reader's. */
  inOther: string | null
  url: string
}

const letterOf =
  (told: { from: (who: string) => string; open: string; choose: string }) =>
  ({ title, area, lines, inOther, url }: Facts): Letter => ({
    subject: title,
    paragraphs: [told.from(area ?? 'Kaikukeskus'), ...(inOther ? [inOther] : []), ...lines],
    link: { label: told.open, url },
    after: [told.choose],
  })

/** A message as its readers get it by mail: its words, and a plain link to the same in Kaikukanta. */
export const messageLetter = translated({
  fi: letterOf({
    from: (who) => `Tiedote, jonka lähettää ${who}.`,
    open: 'Avaa tiedote Kaikukannassa',
    choose: 'Omalla sivullasi valitset, mitkä tiedotteet saat sähköpostiin.',
  }),
  sv: letterOf({
    from: (who) => `Infobrev från ${who}.`,
    open: 'Öppna infobrevet i Kaikukanta',
    choose: 'På din sida väljer du vilka infobrev du får per e-post.',
  }),
  en: letterOf({
    from: (who) => `A bulletin from ${who}.`,
    open: 'Open the bulletin in Kaikukanta',
    choose: 'On your own page you choose which bulletins you get by e-mail.',
  }),
})
