import { type Language, translated } from '../i18n/translated.ts'
import { isDelivered } from './rules.ts'

type Kind =
  | ('timeout' | 'no-call' | 'no-name' | 'closed' | 'address')
  | ('unknown-authority' | 'not-valid' | 'other-name' | 'no-tls')
  | ('moved' | 'not-there' | 'not-let' | 'broken' | 'other')

/** The names that the system, OpenSSL and we ourselves give to what went wrong (`nameOf` in post.ts). */
const kinds: Partial<Record<string, Kind>> = {
  TIMEOUT: 'timeout',
  ETIMEDOUT: 'timeout',
  ECONNREFUSED: 'no-call',
  ECONNRESET: 'no-call',
  EHOSTUNREACH: 'no-call',
  ENETUNREACH: 'no-call',
  ENOTFOUND: 'no-name',
  EAI_AGAIN: 'no-name',
  PRIVATE_ADDRESS: 'closed',
  BAD_URL: 'address',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'unknown-authority',
  SELF_SIGNED_CERT_IN_CHAIN: 'unknown-authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknown-authority',
  UNABLE_TO_GET_ISSUER_CERT: 'unknown-authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknown-authority',
  CERT_HAS_EXPIRED: 'not-valid',
  CERT_NOT_YET_VALID: 'not-valid',
  CERT_REVOKED: 'not-valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'other-name',
  EPROTO: 'no-tls',
}

const kindOf = (code: string): Kind => kinds[code] ?? (code.startsWith('ERR_SSL_') ? 'no-tls' : 'other')

const kindOfStatus = (status: number): Kind => {
  if (status >= 300 && status < 400) return 'moved'
  if (status === 404 || status === 410) return 'not-there'
  return status === 401 || status === 403 ? 'not-let' : 'broken'
}

const sentences = (words: Record<Kind, string>) => words

const words = translated({
  fi: sentences({
    timeout: 'Vastaus ei tullut 8 sekunnissa.',
    'no-call': 'Palvelin ei ottanut yhteyttä vastaan.',
    'no-name': 'Osoitteen nimellä ei löydy palvelinta.',
    closed: 'Osoite ei ole julkisessa internetissä.',
    address: 'Osoite ei kelpaa.',
    'unknown-authority': 'Palvelimen varmenteen myöntäjää ei tunneta, joten mitään ei lähetetty.',
    'not-valid': 'Palvelimen varmenne ei ole voimassa, joten mitään ei lähetetty.',
    'other-name': 'Palvelimen varmenne on toisen osoitteen, joten mitään ei lähetetty.',
    'no-tls': 'Suojattua yhteyttä ei saatu, joten mitään ei lähetetty.',
    moved: 'Palvelin ohjasi muualle. Anna lopullinen osoite.',
    'not-there': 'Palvelimella ei ole tätä osoitetta.',
    'not-let': 'Palvelin ei päästä ilmoitusta sisään.',
    broken: 'Palvelin vastasi, mutta ei ottanut ilmoitusta vastaan.',
    other: 'Yhteys katkesi tuntemattomasta syystä.',
  }),
  sv: sentences({
    timeout: 'Inget svar kom inom 8 sekunder.',
    'no-call': 'Servern tog inte emot anslutningen.',
    'no-name': 'Ingen server finns med adressens namn.',
    closed: 'Adressen finns inte på det öppna internet.',
    address: 'Adressen duger inte.',
    'unknown-authority': 'Utfärdaren av serverns certifikat är okänd, så inget skickades.',
    'not-valid': 'Serverns certifikat gäller inte nu, så inget skickades.',
    'other-name': 'Serverns certifikat är för en annan adress, så inget skickades.',
    'no-tls': 'Ingen skyddad anslutning kom till stånd, så inget skickades.',
    moved: 'Servern hänvisade vidare. Ange den slutliga adressen.',
    'not-there': 'Den här adressen finns inte på servern.',
    'not-let': 'Servern släpper inte in meddelandet.',
    broken: 'Servern svarade men tog inte emot meddelandet.',
    other: 'Anslutningen bröts av okänd orsak.',
  }),
  en: sentences({
    timeout: 'No answer came within 8 seconds.',
    'no-call': 'The server did not take the connection.',
    'no-name': 'No server has the name in the address.',
    closed: 'The address is not on the public internet.',
    address: 'The address cannot be used.',
    'unknown-authority': 'Nobody knows the issuer of the server’s certificate, so nothing was sent.',
    'not-valid': 'The server’s certificate is not valid now, so nothing was sent.',
    'other-name': 'The server’s certificate is for another address, so nothing was sent.',
    'no-tls': 'No secure connection could be made, so nothing was sent.',
    moved: 'The server pointed elsewhere. Give the final address.',
    'not-there': 'The server does not have this address.',
    'not-let': 'The server does not let the notification in.',
    broken: 'The server answered, and did not take the notification.',
    other: 'The connection broke for an unknown reason.',
  }),
})

/** Why nothing was answered, in a sentence. @param code as `problem` of a delivery */
export const problemText = (language: Language, code: string): string => words[language][kindOf(code)]

/** Why the last try of a delivery was no success, in a sentence; null while there was none, or when it was one. */
export const failureText = (
  language: Language,
  { answeredStatus, problem }: { answeredStatus: number | null; problem: string | null },
): string | null => {
  if (problem) return problemText(language, problem)
  if (answeredStatus === null || isDelivered(answeredStatus)) return null
  return words[language][kindOfStatus(answeredStatus)]
}
