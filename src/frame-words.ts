import { translated } from './i18n/translated.ts'

/** The people that the demo lets one be. */
export const frameWords = translated({
  fi: {
    demoUsers: [
      { user: 'issuer', label: 'Kortinjakaja' },
      { user: 'venue', label: 'Kohde' },
      { user: 'intermediary', label: 'Lipunvälittäjä' },
      { user: 'coordinator-culture', label: 'Vastuuhenkilö, kulttuuri' },
      { user: 'coordinator-sote', label: 'Vastuuhenkilö, sote' },
      { user: 'centre', label: 'Kaikukeskus' },
      { user: 'auditor', label: 'Tarkastaja' },
    ],
  },
  sv: {
    demoUsers: [
      { user: 'issuer', label: 'Kortutdelare' },
      { user: 'venue', label: 'Besöksmål' },
      { user: 'intermediary', label: 'Biljettförmedlare' },
      { user: 'coordinator-culture', label: 'Ansvarsperson, kultur' },
      { user: 'coordinator-sote', label: 'Ansvarsperson, social och hälsa' },
      { user: 'centre', label: 'Kaikukeskus' },
      { user: 'auditor', label: 'Granskare' },
    ],
  },
  en: {
    demoUsers: [
      { user: 'issuer', label: 'Card issuer' },
      { user: 'venue', label: 'Venue' },
      { user: 'intermediary', label: 'Ticket intermediary' },
      { user: 'coordinator-culture', label: 'Area coordinator, culture' },
      { user: 'coordinator-sote', label: 'Area coordinator, social and health' },
      { user: 'centre', label: 'Kaikukeskus' },
      { user: 'auditor', label: 'Auditor' },
    ],
  },
})
