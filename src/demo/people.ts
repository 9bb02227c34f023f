import type { PersonRole } from '../access.ts'

/** Those whom anyone may be in the demo; the words in front of the e-mail address are what `/demo/sign-in` takes. */
export const demoUsers = [
  { user: 'centre', role: 'centre', name: 'Kerttu Esimerkki' },
  { user: 'coordinator-culture', role: 'coordinator', name: 'Kuura Mallinen' },
  { user: 'coordinator-sote', role: 'coordinator', name: 'Saana Esimerkkilä' },
  { user: 'issuer', role: 'issuer', name: 'Ilona Mallila' },
  { user: 'venue', role: 'venue', name: 'Venla Esimerkkinen' },
  { user: 'intermediary', role: 'intermediary', name: 'Lauri Mallikas' },
  { user: 'auditor', role: 'auditor', name: 'Taimi Exempel' },
] as const satisfies readonly { user: string; role: PersonRole; name: string }[]
export type DemoUser = (typeof demoUsers)[number]['user']

export const demoEmail = (user: DemoUser) => `${user}@demo.kaiku.example`

/** Printed at the start of the demo, where nothing real is kept. */
export const demoPassword = 'kaikukortti-demo'
