import { translated } from '../i18n/translated.ts'

export const words = translated({
  fi: {
    title: 'Valitse rooli',
    unknown: 'Tätä roolia ei ole harjoitusversiossa. Valitse jokin näistä.',
  },
  sv: {
    title: 'Välj en roll',
    unknown: 'Den här rollen finns inte i övningsversionen. Välj någon av de här.',
  },
  en: {
    title: 'Choose a role',
    unknown: 'The practice version does not have this role. Choose one of these.',
  },
})
