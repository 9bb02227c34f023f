import { localPath } from '../web/paths.ts'

export const paths = {
  ownPlace: localPath({ fi: '/oma-paikka', sv: '/mitt-stalle', en: '/my-place' }),
}
