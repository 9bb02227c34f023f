import { translated } from '../i18n/translated.ts'

/** Only where everything is invented: one may be anybody. */
export const demoWords = translated({
  fi: {
    title: 'Kokeile jotakin roolia',
    why: 'Tämä on harjoitusaineisto. Ihmiset ja kortit ovat keksittyjä, joten voit kokeilla vapaasti.',
  },
  sv: {
    title: 'Prova en roll',
    why: 'Det här är övningsmaterial. Personerna och korten är påhittade, så du kan prova fritt.',
  },
  en: {
    title: 'Try a role',
    why: 'This is practice data. The people and the cards are invented, so feel free to try anything.',
  },
})

type DemoRoles = { user: string; label: string }[]

/** Who one may be in the demo, in the order of the card's own path: given, used, followed. */
export const demoRoles = translated({
  fi: [
    { user: 'issuer', label: 'Kortinjakaja' },
    { user: 'venue', label: 'Kohde' },
    { user: 'intermediary', label: 'Lipunvälittäjä' },
    { user: 'coordinator-culture', label: 'Vastuuhenkilö, kulttuuri' },
    { user: 'coordinator-sote', label: 'Vastuuhenkilö, sote' },
    { user: 'centre', label: 'Kaikukeskus' },
    { user: 'auditor', label: 'Tarkastaja' },
  ] satisfies DemoRoles,
  sv: [
    { user: 'issuer', label: 'Kortutdelare' },
    { user: 'venue', label: 'Besöksmål' },
    { user: 'intermediary', label: 'Biljettförmedlare' },
    { user: 'coordinator-culture', label: 'Ansvarsperson, kultur' },
    { user: 'coordinator-sote', label: 'Ansvarsperson, social och hälsa' },
    { user: 'centre', label: 'Kaikukeskus' },
    { user: 'auditor', label: 'Granskare' },
  ],
  en: [
    { user: 'issuer', label: 'Card issuer' },
    { user: 'venue', label: 'Venue' },
    { user: 'intermediary', label: 'Ticket intermediary' },
    { user: 'coordinator-culture', label: 'Area coordinator, culture' },
    { user: 'coordinator-sote', label: 'Area coordinator, social and health' },
    { user: 'centre', label: 'Kaikukeskus' },
    { user: 'auditor', label: 'Auditor' },
  ],
})
