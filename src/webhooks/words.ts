import { localPath } from '../web/paths.ts'

const [fi, sv, en] = [
  '/lipunmyyntijarjestelmat/:program/ilmoitukset',
  '/biljettsystem/:program/meddelanden',
  '/ticketing-systems/:program/notifications',
] as const

export const paths = {
  list: localPath({ fi, sv, en }),
  resend: localPath({
    fi: `${fi}/:delivery/laheta`,
    sv: `${sv}/:delivery/skicka`,
    en: `${en}/:delivery/send`,
  }),
  resume: localPath({
    fi: `${fi}/osoitteet/:webhook/jatka`,
    sv: `${sv}/adresser/:webhook/fortsatt`,
    en: `${en}/addresses/:webhook/resume`,
  }),
}
