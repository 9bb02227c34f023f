import { translatedForHolders } from '../i18n/holder-languages.ts'

/** What each does in the picture of the roles. */
export const rolesWords = translatedForHolders({
  fi: {
    givesCard: 'antaa kortin',
    givesTicket: 'antaa lipun',
    helps: 'auttaa ja ohjaa',
    all: (issuer: string, site: string, coordinator: string) =>
      `${issuer} antaa kortin, ${site} antaa lipun, ${coordinator} auttaa ja ohjaa.`,
  },
  sv: {
    givesCard: 'ger kortet',
    givesTicket: 'ger biljetten',
    helps: 'hjälper och leder',
    all: (issuer, site, coordinator) =>
      `${issuer} ger kortet, ${site} ger biljetten, ${coordinator} hjälper och leder.`,
  },
  en: {
    givesCard: 'gives the card',
    givesTicket: 'gives the ticket',
    helps: 'helps and guides',
    all: (issuer, site, coordinator) =>
      `${issuer} gives the card, ${site} gives the ticket, ${coordinator} helps and guides.`,
  },
  'fi-simple': {
    givesCard: 'antaa kortin',
    givesTicket: 'antaa lipun',
    helps: 'auttaa muita',
    all: (issuer, site, coordinator) =>
      `${issuer} antaa kortin. ${site} antaa lipun. ${coordinator} auttaa muita.`,
  },
  ar: {
    givesCard: 'تعطي البطاقة',
    givesTicket: 'يعطي التذكرة',
    helps: 'يساعد ويرشد',
    all: (issuer, site, coordinator) =>
      `${issuer}: تعطي البطاقة. ${site}: يعطي التذكرة. ${coordinator}: يساعد ويرشد.`,
  },
  ru: {
    givesCard: 'даёт карту',
    givesTicket: 'даёт билет',
    helps: 'помогает',
    all: (issuer, site, coordinator) => `${issuer} даёт карту, ${site} даёт билет, ${coordinator} помогает.`,
  },
  uk: {
    givesCard: 'дає картку',
    givesTicket: 'дає квиток',
    helps: 'допомагає',
    all: (issuer, site, coordinator) => `${issuer} дає картку, ${site} дає квиток, ${coordinator} допомагає.`,
  },
  so: {
    givesCard: 'wuxuu bixiyaa kaarka',
    givesTicket: 'waxay bixisaa tigidhka',
    helps: 'wuu caawiyaa',
    all: (issuer, site, coordinator) =>
      `${issuer}: wuxuu bixiyaa kaarka. ${site}: waxay bixisaa tigidhka. ${coordinator}: wuu caawiyaa.`,
  },
  se: {
    givesCard: 'addá koartta',
    givesTicket: 'addá bileahta',
    helps: 'veahkeha',
    all: (issuer, site, coordinator) =>
      `${issuer} addá koartta, ${site} addá bileahta, ${coordinator} veahkeha.`,
  },
})
