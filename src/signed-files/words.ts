import { type Language, translated } from '../i18n/translated.ts'
import { localPath } from '../web/paths.ts'
import type { Finding, FindingName } from './finding-rules.ts'
import type { FileKind } from './verify-rules.ts'

export const paths = {
  verify: localPath({ fi: '/tarkista', sv: '/kontrollera', en: '/verify' }),
  keys: '/.well-known/kaiku-keys.json',
}

const findings = (sentences: Record<FindingName, string>) => sentences
const kinds = (names: Record<FileKind, string>) => names

export const words = translated({
  fi: {
    title: 'Tarkista allekirjoitettu tiedosto',
    lead: 'Anna tiedosto. Kerromme, onko se sellainen kuin se tehtiin.',
    notKept: 'Tiedosto luetaan vain tarkistamista varten. Sitä ei tallenneta.',
    file: 'Tiedosto',
    fileHint: 'Allekirjoitettu PDF, todisteen JSON tai arkistopaketti (ZIP). Enintään 5 Mt.',
    check: 'Tarkista tiedosto',
    another: 'Tarkista toinen tiedosto',
    whole: 'Tiedosto on muuttumaton',
    wholeText: 'Se on juuri sellainen kuin se tehtiin. Allekirjoitukset kuuluvat tähän tekstiin.',
    wholePackage: 'Paketti ja kaikki sen tiedostot ovat juuri sellaiset kuin ne tehtiin.',
    broken: 'Tiedostoon ei voi luottaa',
    brokenText: 'Pyydä lähettäjältä uusi tiedosto, tai lataa se itse Kaikukannasta.',
    unknown: 'Tämä ei ole meidän tiedostomme',
    unknownText: 'Tarkistamme vain tiedostoja, jotka on tehty Kaikukannassa.',
    found: 'Löysimme nämä',
    findings: findings({
      'unknown-file': 'Tiedosto ei ole Kaikukannan allekirjoittama.',
      'foreign-signature': 'Allekirjoitus on tehty vieraalla avaimella.',
      'unsigned-file': 'Tiedostosta puuttuu allekirjoitus.',
      'altered-file': 'Tiedostoa on muutettu tekemisen jälkeen.',
      'missing-evidence': 'Todistetta ei voi lukea tiedostosta.',
      'altered-text': 'Teksti tai osapuolet eivät ole samat kuin allekirjoitettaessa.',
      'chain-altered': 'Tapahtumaa on muutettu.',
      'missing-event': 'Tapahtuma puuttuu.',
      order: 'Tapahtumat ovat väärässä järjestyksessä.',
      twice: 'Sama on kahteen kertaan.',
      'signature-of-other-version': 'Allekirjoitus on toisesta tekstistä.',
      'party-not-signed': 'Osapuolen allekirjoitus puuttuu.',
      'missing-file': 'Paketista puuttuu tiedosto.',
      'extra-file': 'Paketissa on tiedosto, joka ei kuulu siihen.',
    }),
    where: {
      event: (number: number) => `Tapahtuma ${number}`,
      party: (name: string) => `Osapuoli: ${name}`,
      file: (name: string) => `Tiedosto: ${name}`,
    },
    facts: {
      ...{ kind: 'Mikä tiedosto', title: 'Sitoumus', commitment: 'Sitoumuksen tunniste' },
      ...{ issued: 'Tehty', key: 'Julkinen avain', sha256: 'Tiedoston tunniste (SHA-256)' },
      ...{ version: 'Tekstin tunniste (SHA-256)', state: 'Tila nyt' },
    },
    kinds: kinds({
      ...{ pdf: 'Allekirjoitettu PDF', evidence: 'Todiste (JSON)', package: 'Arkistopaketti (ZIP)' },
      unknown: 'Tuntematon',
    }),
    signatures: 'Allekirjoitukset tässä tiedostossa',
    since: {
      same: 'Mitään ei ole muuttunut tiedoston tekemisen jälkeen.',
      ended: (day: string) => `Sitoumus on päättynyt tai päättyy ${day}.`,
      over: (day: string) => `Sitoumuksen aika päättyi ${day}.`,
      changed: 'Sitoumuksesta on uudempi tiedosto. Pyydä se osapuolelta.',
      elsewhere: 'Tämä rekisteri ei tunne sitoumusta. Tarkista se sen omassa osoitteessa.',
    },
    byKey: 'Voit tarkistaa tiedoston myös itse',
    byKeyText: 'Siihen riittää julkinen avain. Avaimet ovat tässä osoitteessa:',
    problems: {
      'file-missing': 'Valitse ensin tiedosto.',
      'too-large': 'Tiedosto on liian suuri. Enintään 5 Mt voidaan tarkistaa.',
      'too-often': 'Olet tarkistanut monta tiedostoa. Yritä hetken päästä uudelleen.',
    },
  },
  sv: {
    title: 'Kontrollera en undertecknad fil',
    lead: 'Ge filen. Vi berättar om den är sådan som den gjordes.',
    notKept: 'Filen läses bara för kontrollen. Den sparas inte.',
    file: 'Fil',
    fileHint: 'Undertecknad PDF, bevisets JSON eller ett arkivpaket (ZIP). Högst 5 MB.',
    check: 'Kontrollera filen',
    another: 'Kontrollera en annan fil',
    whole: 'Filen är oförändrad',
    wholeText: 'Den är precis sådan som den gjordes. Underskrifterna hör till den här texten.',
    wholePackage: 'Paketet och alla dess filer är precis sådana som de gjordes.',
    broken: 'Det går inte att lita på filen',
    brokenText: 'Be avsändaren om en ny fil, eller ladda ner den själv från Kaikukanta.',
    unknown: 'Det här är inte vår fil',
    unknownText: 'Vi kontrollerar bara filer som har gjorts i Kaikukanta.',
    found: 'Vi hittade detta',
    findings: findings({
      'unknown-file': 'Filen är inte undertecknad av Kaikukanta.',
      'foreign-signature': 'Underskriften är gjord med en främmande nyckel.',
      'unsigned-file': 'Filen saknar underskrift.',
      'altered-file': 'Filen har ändrats efter att den gjordes.',
      'missing-evidence': 'Beviset kan inte läsas ur filen.',
      'altered-text': 'Texten eller parterna är inte desamma som undertecknades.',
      'chain-altered': 'En händelse har ändrats.',
      'missing-event': 'En händelse saknas.',
      order: 'Händelserna står i fel ordning.',
      twice: 'Samma sak står två gånger.',
      'signature-of-other-version': 'Underskriften gäller en annan text.',
      'party-not-signed': 'En parts underskrift saknas.',
      'missing-file': 'En fil saknas i paketet.',
      'extra-file': 'I paketet finns en fil som inte hör dit.',
    }),
    where: {
      event: (number: number) => `Händelse ${number}`,
      party: (name: string) => `Part: ${name}`,
      file: (name: string) => `Fil: ${name}`,
    },
    facts: {
      ...{ kind: 'Vilken fil', title: 'Förbindelse', commitment: 'Förbindelsens nummer' },
      ...{ issued: 'Gjord', key: 'Offentlig nyckel', sha256: 'Filens kontrollsumma (SHA-256)' },
      ...{ version: 'Textens kontrollsumma (SHA-256)', state: 'Läget nu' },
    },
    kinds: kinds({
      ...{ pdf: 'Undertecknad PDF', evidence: 'Bevis (JSON)', package: 'Arkivpaket (ZIP)' },
      unknown: 'Okänd',
    }),
    signatures: 'Underskrifter i den här filen',
    since: {
      same: 'Ingenting har ändrats sedan filen gjordes.',
      ended: (day: string) => `Förbindelsen har upphört eller upphör ${day}.`,
      over: (day: string) => `Förbindelsens tid gick ut ${day}.`,
      changed: 'Det finns en nyare fil av förbindelsen. Be en part om den.',
      elsewhere: 'Det här registret känner inte förbindelsen. Kontrollera den på dess egen adress.',
    },
    byKey: 'Du kan också kontrollera filen själv',
    byKeyText: 'Den offentliga nyckeln räcker. Nycklarna finns på den här adressen:',
    problems: {
      'file-missing': 'Välj först en fil.',
      'too-large': 'Filen är för stor. Högst 5 MB kan kontrolleras.',
      'too-often': 'Du har kontrollerat många filer. Försök igen om en stund.',
    },
  },
  en: {
    title: 'Check a signed file',
    lead: 'Give the file. We tell whether it is as it was made.',
    notKept: 'The file is read for the check alone. It is not stored.',
    file: 'File',
    fileHint: 'A signed PDF, the JSON of its evidence or an archive package (ZIP). At most 5 MB.',
    check: 'Check the file',
    another: 'Check another file',
    whole: 'The file is unchanged',
    wholeText: 'It is exactly as it was made. The signatures belong to this text.',
    wholePackage: 'The package and all its files are exactly as they were made.',
    broken: 'The file cannot be trusted',
    brokenText: 'Ask the sender for a new file, or download it yourself from Kaikukanta.',
    unknown: 'This is not a file of ours',
    unknownText: 'We check only files that were made in Kaikukanta.',
    found: 'We found this',
    findings: findings({
      'unknown-file': 'The file is not signed by Kaikukanta.',
      'foreign-signature': 'The signature was made with a foreign key.',
      'unsigned-file': 'The file has no signature.',
      'altered-file': 'The file was changed after it was made.',
      'missing-evidence': 'The evidence cannot be read from the file.',
      'altered-text': 'The text or the parties are not those that were signed.',
      'chain-altered': 'An event was changed.',
      'missing-event': 'An event is missing.',
      order: 'The events are out of order.',
      twice: 'The same stands twice.',
      'signature-of-other-version': 'The signature is of another text.',
      'party-not-signed': 'The signature of a party is missing.',
      'missing-file': 'A file is missing from the package.',
      'extra-file': 'The package holds a file that does not belong to it.',
    }),
    where: {
      event: (number: number) => `Event ${number}`,
      party: (name: string) => `Party: ${name}`,
      file: (name: string) => `File: ${name}`,
    },
    facts: {
      ...{ kind: 'Which file', title: 'Commitment', commitment: 'Number of the commitment' },
      ...{ issued: 'Made', key: 'Public key', sha256: 'Hash of the file (SHA-256)' },
      ...{ version: 'Hash of the text (SHA-256)', state: 'State now' },
    },
    kinds: kinds({
      ...{ pdf: 'Signed PDF', evidence: 'Evidence (JSON)', package: 'Archive package (ZIP)' },
      unknown: 'Unknown',
    }),
    signatures: 'Signatures in this file',
    since: {
      same: 'Nothing has changed since the file was made.',
      ended: (day: string) => `The commitment has ended or ends on ${day}.`,
      over: (day: string) => `The time of the commitment ended on ${day}.`,
      changed: 'There is a newer file of the commitment. Ask a party for it.',
      elsewhere: 'This register does not know the commitment. Check it at its own address.',
    },
    byKey: 'You can check the file yourself too',
    byKeyText: 'The public key is enough. The keys are at this address:',
    problems: {
      'file-missing': 'Choose a file first.',
      'too-large': 'The file is too large. At most 5 MB can be checked.',
      'too-often': 'You have checked many files. Try again in a while.',
    },
  },
})

/** A finding as one sentence and where it is: `Tapahtumaa on muutettu. Tapahtuma 2.` */
export const findingText = (language: Language, { name, event, party, file }: Finding): string => {
  const { findings, where } = words[language]
  const places = [
    ...(event === undefined ? [] : [where.event(event)]),
    ...(party === undefined ? [] : [where.party(party)]),
    ...(file === undefined ? [] : [where.file(file)]),
  ]
  return [findings[name], ...places.map((place) => `${place}.`)].join(' ')
}

/** A hash or a key in groups of eight, for eyes that compare. */
export const inGroups = (text: string): string => text.match(/.{1,8}/g)?.join(' ') ?? ''
