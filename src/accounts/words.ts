import type { Role } from '../access.ts'
import { translated } from '../i18n/translated.ts'
import { localPath } from '../web/paths.ts'

export const paths = {
  signIn: localPath({ fi: '/kirjaudu', sv: '/logga-in', en: '/sign-in' }),
  signOut: localPath({ fi: '/kirjaudu-ulos', sv: '/logga-ut', en: '/sign-out' }),
  home: localPath({ fi: '/oma', sv: '/min-sida', en: '/home' }),
}

const names = (roles: Record<Role, string>) => roles
export const roleNames = translated({
  fi: names({
    centre: 'Kaikukeskus',
    coordinator: 'Vastuuhenkilö',
    issuer: 'Kortinjakaja',
    venue: 'Kohde',
    intermediary: 'Lipunvälittäjä',
    auditor: 'Tarkastaja',
  }),
  sv: names({
    centre: 'Kaikukeskus',
    coordinator: 'Ansvarsperson',
    issuer: 'Kortutdelare',
    venue: 'Besöksmål',
    intermediary: 'Biljettförmedlare',
    auditor: 'Granskare',
  }),
  en: names({
    centre: 'Kaikukeskus',
    coordinator: 'Area coordinator',
    issuer: 'Card issuer',
    venue: 'Venue',
    intermediary: 'Ticket intermediary',
    auditor: 'Auditor',
  }),
})
