import type { Role, Side } from '../access.ts'
import { paths as areas } from '../areas/words.ts'
import { paths as audit } from '../audit/words.ts'
import { paths as cards } from '../cards/words.ts'
import { paths as desk } from '../desk/words.ts'
import { identifierWords } from '../i18n/identifier-words.ts'
import { formatDay, formatTime, type Language, translated } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { localPath } from '../web/paths.ts'

type Limits = { shortest: number; longest: number }

export const paths = {
  signIn: localPath({ fi: '/kirjaudu', sv: '/logga-in', en: '/sign-in' }),
  signOut: localPath({ fi: '/kirjaudu-ulos', sv: '/logga-ut', en: '/sign-out' }),
  home: localPath({ fi: '/oma', sv: '/min-sida', en: '/home' }),
  step: localPath({
    fi: '/kirjaudu/vahvista/:token',
    sv: '/logga-in/bekrafta/:token',
    en: '/sign-in/confirm/:token',
  }),
  passkeySignIn: localPath({ fi: '/kirjaudu/avain', sv: '/logga-in/nyckel', en: '/sign-in/passkey' }),
  proveAgain: localPath({ fi: '/oma/varmista', sv: '/min-sida/bekrafta-igen', en: '/home/confirm' }),
  secondFactor: localPath({ fi: '/oma/vahvistus', sv: '/min-sida/bekraftelse', en: '/home/second-factor' }),
  invitation: localPath({ fi: '/kutsu/:token', sv: '/inbjudan/:token', en: '/invitation/:token' }),
  join: localPath({
    fi: '/kutsu/:token/rooli',
    sv: '/inbjudan/:token/roll',
    en: '/invitation/:token/role',
  }),
  forgotten: localPath({ fi: '/kirjaudu/unohtunut', sv: '/logga-in/glomt', en: '/sign-in/forgotten' }),
}

/** Where one proves again who one is, and then goes on to `next`: a page of ours, with its language. */
export const proveAgainPath = (language: Language, next: string) =>
  `${paths.proveAgain[language]}?next=${encodeURIComponent(next)}`

/** The page where a role's work begins. */
export const firstPages: Record<Role, Record<Language, string>> = {
  centre: areas.list,
  coordinator: areas.list,
  issuer: cards.issue,
  venue: desk.desk,
  intermediary: desk.desk,
  auditor: audit.log,
  device: desk.desk,
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
    device: 'Kohteen laite',
  }),
  sv: names({
    centre: 'Kaikukeskus',
    coordinator: 'Ansvarsperson',
    issuer: 'Kortutdelare',
    venue: 'Besöksmål',
    intermediary: 'Biljettförmedlare',
    auditor: 'Granskare',
    device: 'Besöksmålets enhet',
  }),
  en: names({
    centre: 'Kaikukeskus',
    coordinator: 'Area coordinator',
    issuer: 'Card issuer',
    venue: 'Venue',
    intermediary: 'Ticket intermediary',
    auditor: 'Auditor',
    device: 'Device of a venue',
  }),
})

export const sideNames = translated({
  fi: { culture: 'kulttuuri', sote: 'sote ja hyte' },
  sv: { culture: 'kultur', sote: 'social- och hälsovård' },
  en: { culture: 'culture', sote: 'social and health care' },
} satisfies Record<Language, Record<Side, string>>)

/** A role with the side that a coordinator is of: “Vastuuhenkilö, kulttuuri”. */
export const roleName = (language: Language, { role, side }: { role: Role; side: Side | null }): string =>
  [roleNames[language][role], ...(side ? [sideNames[language][side]] : [])].join(', ')

const clocks: Record<Language, string> = { fi: 'klo', sv: 'kl.', en: 'at' }
/** A day and a time of day: “4.5.2026 klo 12.00”. */
export const moment = (language: Language, at: Date) =>
  `${formatDay(language, dayOf(at))} ${clocks[language]} ${formatTime(language, at)}`

/** What a role does in Kaiku, and what its place is called. */
const about = (roles: Record<Role, { does: string; place: string }>) => roles

export const words = translated({
  fi: {
    signIn: 'Kirjaudu',
    signInFor:
      'Kirjautuminen on niille, jotka antavat kortteja tai kirjaavat käyttöjä. Kortinhaltija ei tarvitse tiliä.',
    noPasswordInDemo: 'Harjoitusversiossa salasanaa ei tarvita. Valitse rooli sivun yläreunasta.',
    email: 'Sähköposti',
    password: 'Salasana',
    withPasskey: 'Kirjaudu pääsyavaimella',
    secondFactor: 'Kaksivaiheinen kirjautuminen',
    cannotSignIn: 'Etkö pääse sisään?',
    forgotten: 'Unohditko salasanan?',
    askForHelp: 'Kysy apua alueesi vastuuhenkilöltä.',
    signedInAlready: 'Olet jo kirjautunut',
    goOn: 'Jatka omaan työhösi',
    role: 'Rooli',
    wholeCountry: 'Koko maa',
    about: about({
      centre: {
        does: 'Kaikukeskus huolehtii Kaikukortista koko maassa: alueista, ohjeista ja tilastoista.',
        place: 'Alue',
      },
      coordinator: {
        does: 'Vastuuhenkilö kokoaa alueensa jakajat ja kohteet yhteen, auttaa heitä ja seuraa tilastoja.',
        place: 'Alue',
      },
      issuer: {
        does: 'Kortinjakaja antaa kortin asiakkaalle ja rekisteröi sen asiakkaan suostumuksella.',
        place: 'Toimipiste',
      },
      venue: {
        does: 'Kohde tarkistaa kortin ja kirjaa käytön, kun asiakas saa lipun tai kurssipaikan.',
        place: 'Kohde',
      },
      intermediary: {
        does: 'Lipunvälittäjä tarkistaa kortin ja kirjaa käytön niiden kohteiden puolesta, joiden lippuja se välittää.',
        place: 'Organisaatio',
      },
      auditor: {
        does: 'Tarkastaja katsoo, kuka on tehnyt mitä ja milloin. Tarkastaja ei muuta mitään.',
        place: 'Alue',
      },
      device: {
        does: 'Laite tarkistaa kortin ja kirjaa käytön yhdessä kohteessa. Muuta sillä ei voi tehdä.',
        place: 'Kohde',
      },
    }),
    invited: 'Tervetuloa Kaikukantaan',
    invitedFor: (days: number) =>
      `Luo itsellesi tili. Kutsu on vain sinulle, toimii kerran ja on voimassa ${days} päivää.`,
    name: 'Nimi',
    nameHint: 'Etunimi ja sukunimi.',
    newPassword: 'Keksi salasana',
    newPasswordHint: (shortest: number) =>
      `Vähintään ${shortest} merkkiä. Neljä sanaa peräkkäin on helppo muistaa ja vaikea arvata.`,
    createAccount: 'Luo tili',
    newRole: 'Sinut on kutsuttu uuteen rooliin',
    hasAccount: 'Tällä osoitteella on jo tili. Kirjaudu sille, niin voit ottaa roolin vastaan.',
    signInAndTake: 'Kirjaudu ja ota rooli',
    takeWhat: 'Saat roolin nykyiselle tilillesi. Salasanasi ei muutu.',
    takeRole: 'Ota rooli',
    otherAccount: (name: string) =>
      `Kutsu on toiselle tilille kuin ${name}. Kirjaudu ulos ja avaa kutsu uudelleen.`,
    invitationEnded: 'Kutsu ei ole enää voimassa',
    invitationEndedWhy: (days: number) => `Kutsu toimii kerran ja on voimassa ${days} päivää.`,
    invitationEndedThen:
      'Jos olet jo luonut tilin, kirjaudu sisään. Muuten pyydä uusi kutsu siltä, joka kutsui sinut.',
    problems: (limits: Limits) => ({
      'email-missing': 'Kirjoita sähköpostiosoite.',
      'email-form': 'Tarkista sähköpostiosoite. Kirjoita se näin: nimi@esimerkki.fi.',
      'email-taken': 'Tällä osoitteella on jo tili. Kirjaudu sisään tai kirjoita toinen osoite.',
      'name-missing': 'Kirjoita nimesi.',
      ...identifierWords('fi'),
      'name-long': 'Nimi on liian pitkä. Kirjoita enintään 100 merkkiä.',
      'password-missing': 'Kirjoita salasana.',
      'password-too-short': `Salasana on liian lyhyt. Kirjoita vähintään ${limits.shortest} merkkiä.`,
      'password-too-long': `Salasana on liian pitkä. Kirjoita enintään ${limits.longest} merkkiä.`,
      'password-too-common': 'Salasana on helppo arvata. Keksi toinen, vaikka neljä sanaa peräkkäin.',
      'other-account': 'Kutsu on toiselle tilille. Kirjaudu ulos ja avaa kutsu uudelleen.',
      wrong: 'Sähköposti ja salasana eivät kuulu yhteen. Tarkista molemmat.',
    }),
  },
  sv: {
    signIn: 'Logga in',
    signInFor:
      'Inloggningen är för dem som delar ut kort eller registrerar användningar. Kortinnehavare behöver inget konto.',
    noPasswordInDemo: 'I övningsversionen behövs inget lösenord. Välj en roll överst på sidan.',
    email: 'E-post',
    password: 'Lösenord',
    withPasskey: 'Logga in med lösennyckel',
    secondFactor: 'Inloggning i två steg',
    cannotSignIn: 'Kommer du inte in?',
    forgotten: 'Har du glömt lösenordet?',
    askForHelp: 'Be områdets ansvarsperson om hjälp.',
    signedInAlready: 'Du är redan inloggad',
    goOn: 'Fortsätt till ditt arbete',
    role: 'Roll',
    wholeCountry: 'Hela landet',
    about: about({
      centre: {
        does: 'Kaikukeskus tar hand om Kaikukortet i hela landet: områden, anvisningar och statistik.',
        place: 'Område',
      },
      coordinator: {
        does: 'Ansvarspersonen samlar områdets kortutdelare och besöksmål, hjälper dem och följer statistiken.',
        place: 'Område',
      },
      issuer: {
        does: 'Kortutdelaren ger kortet till kunden och registrerar det med kundens samtycke.',
        place: 'Verksamhetsställe',
      },
      venue: {
        does: 'Besöksmålet kontrollerar kortet och registrerar användningen när kunden får en biljett eller kursplats.',
        place: 'Besöksmål',
      },
      intermediary: {
        does: 'Biljettförmedlaren kontrollerar kortet och registrerar användningen för de besöksmål vars biljetter den förmedlar.',
        place: 'Organisation',
      },
      auditor: {
        does: 'Granskaren ser vem som har gjort vad och när. Granskaren ändrar ingenting.',
        place: 'Område',
      },
      device: {
        does: 'Enheten kontrollerar kort och registrerar användning på ett besöksmål. Inget annat kan göras med den.',
        place: 'Besöksmål',
      },
    }),
    invited: 'Välkommen till Kaikukanta',
    invitedFor: (days: number) =>
      `Skapa ett eget konto. Inbjudan är bara för dig, fungerar en gång och gäller i ${days} dagar.`,
    name: 'Namn',
    nameHint: 'Förnamn och efternamn.',
    newPassword: 'Välj ett lösenord',
    newPasswordHint: (shortest: number) =>
      `Minst ${shortest} tecken. Fyra ord efter varandra är lätta att minnas och svåra att gissa.`,
    createAccount: 'Skapa konto',
    newRole: 'Du är inbjuden till en ny roll',
    hasAccount: 'Det finns redan ett konto med den här adressen. Logga in på det för att ta emot rollen.',
    signInAndTake: 'Logga in och ta emot rollen',
    takeWhat: 'Du får rollen på ditt nuvarande konto. Lösenordet ändras inte.',
    takeRole: 'Ta emot rollen',
    otherAccount: (name: string) =>
      `Inbjudan är för ett annat konto än ${name}. Logga ut och öppna inbjudan på nytt.`,
    invitationEnded: 'Inbjudan gäller inte längre',
    invitationEndedWhy: (days: number) => `En inbjudan fungerar en gång och gäller i ${days} dagar.`,
    invitationEndedThen:
      'Om du redan har skapat ett konto, logga in. Annars kan du be om en ny inbjudan av den som bjöd in dig.',
    problems: (limits: Limits) => ({
      'email-missing': 'Skriv e-postadressen.',
      'email-form': 'Kontrollera e-postadressen. Skriv den så här: namn@exempel.fi.',
      'email-taken': 'Det finns redan ett konto med den här adressen. Logga in eller skriv en annan adress.',
      'name-missing': 'Skriv ditt namn.',
      ...identifierWords('sv'),
      'name-long': 'Namnet är för långt. Skriv högst 100 tecken.',
      'password-missing': 'Skriv lösenordet.',
      'password-too-short': `Lösenordet är för kort. Skriv minst ${limits.shortest} tecken.`,
      'password-too-long': `Lösenordet är för långt. Skriv högst ${limits.longest} tecken.`,
      'password-too-common':
        'Lösenordet är lätt att gissa. Välj ett annat, till exempel fyra ord efter varandra.',
      'other-account': 'Inbjudan är för ett annat konto. Logga ut och öppna inbjudan på nytt.',
      wrong: 'E-posten och lösenordet hör inte ihop. Kontrollera båda.',
    }),
  },
  en: {
    signIn: 'Sign in',
    signInFor: 'Signing in is for those who issue cards or record uses. Cardholders do not need an account.',
    noPasswordInDemo: 'The practice version needs no password. Choose a role at the top of the page.',
    email: 'Email',
    password: 'Password',
    withPasskey: 'Sign in with a passkey',
    secondFactor: 'Two-step sign-in',
    cannotSignIn: 'Cannot sign in?',
    forgotten: 'Forgotten your password?',
    askForHelp: 'Ask your area coordinator for help.',
    signedInAlready: 'You are already signed in',
    goOn: 'Continue to your work',
    role: 'Role',
    wholeCountry: 'The whole country',
    about: about({
      centre: {
        does: 'Kaikukeskus looks after the card in the whole country: areas, guidance and statistics.',
        place: 'Area',
      },
      coordinator: {
        does: 'An area coordinator connects the area’s issuers and venues, helps them and follows the statistics.',
        place: 'Area',
      },
      issuer: {
        does: 'A card issuer gives a client the card and registers it with their consent.',
        place: 'Unit',
      },
      venue: {
        does: 'A venue checks the card. It records a use when the client gets a ticket or a course place.',
        place: 'Venue',
      },
      intermediary: {
        does: 'A ticket intermediary checks cards and records uses for the venues whose tickets it handles.',
        place: 'Organisation',
      },
      auditor: {
        does: 'An auditor sees who has done what and when. An auditor changes nothing.',
        place: 'Area',
      },
      device: {
        does: 'The device checks cards and records uses at one venue. It can do nothing else.',
        place: 'Venue',
      },
    }),
    invited: 'Welcome to Kaikukanta',
    invitedFor: (days: number) =>
      `Create your own account. The invitation is for you alone, works once and lasts ${days} days.`,
    name: 'Name',
    nameHint: 'First name and last name.',
    newPassword: 'Choose a password',
    newPasswordHint: (shortest: number) =>
      `At least ${shortest} characters. Four words in a row are easy to remember and hard to guess.`,
    createAccount: 'Create account',
    newRole: 'You are invited to a new role',
    hasAccount: 'There is already an account with this address. Sign in to it to accept the role.',
    signInAndTake: 'Sign in and accept the role',
    takeWhat: 'You get the role in your present account. Your password does not change.',
    takeRole: 'Accept the role',
    otherAccount: (name: string) =>
      `The invitation is for another account than ${name}. Sign out and open the invitation again.`,
    invitationEnded: 'This invitation no longer works',
    invitationEndedWhy: (days: number) => `An invitation works once and lasts ${days} days.`,
    invitationEndedThen:
      'If you have created your account, sign in. If not, ask the person who invited you for a new invitation.',
    problems: (limits: Limits) => ({
      'email-missing': 'Enter the email address.',
      'email-form': 'Check the email address. Write it like this: name@example.com.',
      'email-taken': 'There is already an account with this address. Sign in or enter another address.',
      'name-missing': 'Enter your name.',
      ...identifierWords('en'),
      'name-long': 'The name is too long. Enter at most 100 characters.',
      'password-missing': 'Enter the password.',
      'password-too-short': `The password is too short. Enter at least ${limits.shortest} characters.`,
      'password-too-long': `The password is too long. Enter at most ${limits.longest} characters.`,
      'password-too-common':
        'The password is easy to guess. Choose another, for example four words in a row.',
      'other-account': 'The invitation is for another account. Sign out and open the invitation again.',
      wrong: 'The email and the password do not belong together. Check both.',
    }),
  },
})
export type Problem = keyof ReturnType<(typeof words)['fi']['problems']>
