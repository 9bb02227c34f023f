import { translated } from './translated.ts'

/** The four fields in which the card is used, as the national table has always named them. */
export const categoryNames = translated({
  fi: { culture: 'Kulttuuri', education: 'Koulutus', science: 'Tiede', sports: 'Liikunta' },
  sv: { culture: 'Kultur', education: 'Utbildning', science: 'Vetenskap', sports: 'Motion' },
  en: { culture: 'Culture', education: 'Education', science: 'Science', sports: 'Sports' },
})
