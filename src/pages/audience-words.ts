import { translated } from '../i18n/translated.ts'

/** Words of whom a news item or a question is for. */
export const audienceWords = translated({
  fi: {
    change: 'Muuta',
    title: 'Kenelle',
    hint: 'Uutinen näkyy myös lukijoidensa sivulla. Kysymys näkyy lukijoidensa kysymysten sivulla.',
    audiences: { issuers: 'Kortinjakajille', venues: 'Kohteille', coordinators: 'Vastuuhenkilöille' },
    everyone: 'Kaikille',
    forHolders: 'Kortinhaltijoille',
    everyoneOrHolders: 'Kaikille (kysymys: kortinhaltijoille)',
    lead: 'Teksti siirtyy heti valittujen lukijoiden sivulle.',
  },
  sv: {
    change: 'Ändra',
    title: 'För vem',
    hint: 'En nyhet visas också på läsarnas egen sida. En fråga visas på sidan med deras frågor.',
    audiences: { issuers: 'För kortutdelare', venues: 'För besöksmål', coordinators: 'För ansvarspersoner' },
    everyone: 'För alla',
    forHolders: 'För kortinnehavare',
    everyoneOrHolders: 'För alla (en fråga: för kortinnehavare)',
    lead: 'Texten flyttas genast till de valda läsarnas sida.',
  },
  en: {
    change: 'Change',
    title: 'For whom',
    hint: 'News is shown on its readers’ own page too. A question is shown with their questions.',
    audiences: { issuers: 'For issuers', venues: 'For venues', coordinators: 'For coordinators' },
    everyone: 'For everyone',
    forHolders: 'For cardholders',
    everyoneOrHolders: 'For everyone (a question: for cardholders)',
    lead: 'The text moves at once to the page of the chosen readers.',
  },
})
