import { localPath } from '../web/paths.ts'

export const paths = {
  /** For who signs with an account. */
  sign: localPath({
    fi: '/sitoumus/:commitment/allekirjoita/:party',
    sv: '/forbindelse/:commitment/underteckna/:party',
    en: '/commitment/:commitment/sign/:party',
  }),
  confirm: localPath({
    fi: '/sitoumus/:commitment/allekirjoita/:party/vahvista',
    sv: '/forbindelse/:commitment/underteckna/:party/bekrafta',
    en: '/commitment/:commitment/sign/:party/confirm',
  }),
  decline: localPath({
    fi: '/sitoumus/:commitment/kieltaydy/:party',
    sv: '/forbindelse/:commitment/avboj/:party',
    en: '/commitment/:commitment/decline/:party',
  }),
  signatory: localPath({
    fi: '/sitoumus/:commitment/allekirjoittaja/:party',
    sv: '/forbindelse/:commitment/undertecknare/:party',
    en: '/commitment/:commitment/signatory/:party',
  }),
  /** For keepers. */
  newLink: localPath({
    fi: '/sitoumus/:commitment/linkki/:party',
    sv: '/forbindelse/:commitment/lank/:party',
    en: '/commitment/:commitment/link/:party',
  }),
  paper: localPath({
    fi: '/sitoumus/:commitment/paperi/:party',
    sv: '/forbindelse/:commitment/papper/:party',
    en: '/commitment/:commitment/paper/:party',
  }),
  scan: localPath({
    fi: '/sitoumus/:commitment/paperi/:party/tiedosto',
    sv: '/forbindelse/:commitment/papper/:party/fil',
    en: '/commitment/:commitment/paper/:party/file',
  }),
  print: localPath({
    fi: '/sitoumus/:commitment/tulosta',
    sv: '/forbindelse/:commitment/skriv-ut',
    en: '/commitment/:commitment/print',
  }),
  withdraw: localPath({
    fi: '/sitoumus/:commitment/ota-takaisin',
    sv: '/forbindelse/:commitment/ta-tillbaka',
    en: '/commitment/:commitment/take-back',
  }),
}

/** For who signs by a link: each holds its token, so that no page of it is anybody else's. */
export const linkPaths = {
  link: localPath({ fi: '/allekirjoitus/:token', sv: '/underskrift/:token', en: '/signature/:token' }),
  sign: localPath({
    fi: '/allekirjoitus/:token/allekirjoita',
    sv: '/underskrift/:token/underteckna',
    en: '/signature/:token/sign',
  }),
  confirm: localPath({
    fi: '/allekirjoitus/:token/vahvista',
    sv: '/underskrift/:token/bekrafta',
    en: '/signature/:token/confirm',
  }),
  decline: localPath({
    fi: '/allekirjoitus/:token/kieltaydy',
    sv: '/underskrift/:token/avboj',
    en: '/signature/:token/decline',
  }),
  signatory: localPath({
    fi: '/allekirjoitus/:token/oikea-henkilo',
    sv: '/underskrift/:token/ratt-person',
    en: '/signature/:token/right-person',
  }),
}
