import { translatedForHolders } from './holder-languages.ts'
import { translated } from './translated.ts'

/** The four fields in which the card is used, as the national table has always named them. */
export const categoryNames = translated({
  fi: { culture: 'Kulttuuri', education: 'Koulutus', science: 'Tiede', sports: 'Liikunta' },
  sv: { culture: 'Kultur', education: 'Utbildning', science: 'Vetenskap', sports: 'Motion' },
  en: { culture: 'Culture', education: 'Education', science: 'Science', sports: 'Sports' },
})

/** The same four in the languages that only holders have. */
export const holderCategoryNames = translatedForHolders({
  ...categoryNames,
  'fi-simple': categoryNames.fi,
  ar: { culture: 'ثقافة', education: 'تعليم', science: 'علوم', sports: 'رياضة' },
  ru: { culture: 'Культура', education: 'Образование', science: 'Наука', sports: 'Спорт' },
  uk: { culture: 'Культура', education: 'Освіта', science: 'Наука', sports: 'Спорт' },
  so: { culture: 'Dhaqan', education: 'Waxbarasho', science: 'Cilmi', sports: 'Ciyaaraha' },
  se: { culture: 'Kultuvra', education: 'Skuvlejupmi', science: 'Dieđa', sports: 'Lihkadeapmi' },
})
