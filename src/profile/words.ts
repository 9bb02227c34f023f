import { moment } from '../accounts/words.ts'
import { formatTime, type Language, translated } from '../i18n/translated.ts'
import type { Letter } from '../mail/queries.ts'
import { localPath } from '../web/paths.ts'

export const paths = {
  language: localPath({ fi: '/oma/kieli', sv: '/min-sida/sprak', en: '/home/language' }),
  role: localPath({ fi: '/oma/rooli', sv: '/min-sida/roll', en: '/home/role' }),
  password: localPath({ fi: '/oma/salasana', sv: '/min-sida/losenord', en: '/home/password' }),
  email: localPath({ fi: '/oma/sahkoposti', sv: '/min-sida/e-post', en: '/home/email' }),
  emailLink: localPath({
    fi: '/oma/sahkoposti/:token',
    sv: '/min-sida/e-post/:token',
    en: '/home/email/:token',
  }),
  sessions: localPath({ fi: '/oma/kirjautumiset', sv: '/min-sida/inloggningar', en: '/home/sign-ins' }),
  reset: localPath({
    fi: '/kirjaudu/uusi-salasana/:token',
    sv: '/logga-in/nytt-losenord/:token',
    en: '/sign-in/new-password/:token',
  }),
}

export const words = translated({
  fi: {
    home: 'Oma sivu',
    hello: (name: string) => `Hei, ${name}`,
    done: {
      language: 'Kieli on vaihdettu.',
      news: 'Valintasi tiedotteista on tallennettu.',
      password: 'Salasana on vaihdettu. Muut kirjautumisesi päättyivät.',
      email: 'Sähköpostiosoite on vaihdettu.',
      'email-sent': 'Lähetimme linkin uuteen osoitteeseen. Avaa se 24 tunnin kuluessa.',
      session: 'Kirjautuminen on lopetettu.',
      sessions: 'Muut kirjautumiset on lopetettu.',
    },
    role: 'Rooli',
    place: 'Missä',
    email: 'Sähköposti',
    password: 'Salasana',
    passwordHidden: 'Vain sinä tiedät sen',
    passwordElsewhere: 'Kirjaudut organisaatiosi tunnuksella',
    secondFactor: 'Vahvistus',
    providersWhat: 'Oman organisaatiosi kirjautuminen, jos sillä on sellainen.',
    secondFactorWhat: 'Koodi tai avain, joka kysytään salasanan jälkeen',
    endsAt: 'Kirjautuminen päättyy',
    ends: (at: Date, idleMinutes: number) =>
      `Klo ${formatTime('fi', at)}, tai aiemmin, jos palvelua ei käytetä ${idleMinutes} minuuttiin.`,
    roles: 'Roolisi',
    rolesWhy: 'Toimit yhdessä roolissa kerrallaan. Se näkyy sivun yläreunassa.',
    actIn: 'Toimi tässä roolissa',
    actingIn: 'Toimit tässä',
    language: 'Kieli',
    languageHint: 'Tällä kielellä palvelu aukeaa ja saat viestit.',
    changeLanguage: 'Vaihda kieli',
    sessions: 'Kirjautumisesi',
    sessionsWhy: 'Lopeta kirjautuminen, jota et tunne. Vaihda sitten salasana.',
    browser: 'Selain',
    unknownBrowser: 'Tuntematon selain',
    startedAt: 'Alkoi',
    seenAt: 'Käytetty viimeksi',
    state: 'Tila',
    thisOne: 'Tämä selain',
    endSession: 'Lopeta',
    endOthers: 'Lopeta kaikki muut',
    at: (at: Date) => moment('fi', at),
    changePassword: 'Vaihda salasana',
    changePasswordWhy: 'Muut kirjautumisesi päättyvät, kun salasana vaihtuu.',
    presentPassword: 'Nykyinen salasana',
    newPassword: 'Uusi salasana',
    newPasswordHint: (shortest: number) =>
      `Vähintään ${shortest} merkkiä. Neljä sanaa peräkkäin on helppo muistaa ja vaikea arvata.`,
    noPassword: 'Sinulla ei ole salasanaa täällä. Kirjaudut organisaatiosi tunnuksella.',
    changeEmail: 'Vaihda sähköpostiosoite',
    changeEmailWhy: (email: string) => `Osoitteesi on nyt ${email}. Lähetämme uuteen osoitteeseen linkin.`,
    newEmail: 'Uusi sähköposti',
    sendLink: 'Lähetä linkki',
    confirmEmail: 'Vahvista uusi osoite',
    confirmEmailWhat: (before: string, after: string) =>
      `Osoite ${before} vaihtuu osoitteeksi ${after}. Kirjaudut jatkossa sillä.`,
    forgotten: 'Unohditko salasanan?',
    forgottenWhat: 'Kirjoita osoitteesi. Lähetämme linkin, jolla valitset uuden salasanan.',
    forgottenSent: 'Katso sähköpostisi',
    forgottenSentWhat: 'Jos osoitteella on tili, lähetimme siihen linkin. Linkki toimii tunnin ajan.',
    forgottenSentThen: 'Jos viestiä ei tule, katso roskaposti tai kysy vastuuhenkilöltäsi.',
    choosePassword: 'Valitse uusi salasana',
    choosePasswordWhy: 'Kaikki kirjautumisesi päättyvät. Vahvistus kysytään kuten ennenkin.',
    savePassword: 'Vaihda salasana',
    passwordChanged: 'Salasana on vaihdettu',
    passwordChangedThen: 'Kirjaudu nyt uudella salasanallasi.',
    signIn: 'Kirjaudu',
    linkEnded: 'Linkki ei ole enää voimassa',
    linkEndedWhy: 'Linkki toimii kerran ja vain sille, joka sen pyysi.',
    askAgain: 'Pyydä uusi linkki',
    problems: (limits: { shortest: number; longest: number }) => ({
      'email-missing': 'Kirjoita sähköpostiosoite.',
      'email-form': 'Tarkista sähköpostiosoite. Kirjoita se näin: nimi@esimerkki.fi.',
      'email-same': 'Tämä on jo osoitteesi. Kirjoita uusi osoite.',
      'email-taken': 'Osoite on jo toisella tilillä. Vaihda toiseen osoitteeseen.',
      'password-missing': 'Kirjoita salasana.',
      'password-too-short': `Salasana on liian lyhyt. Kirjoita vähintään ${limits.shortest} merkkiä.`,
      'password-too-long': `Salasana on liian pitkä. Kirjoita enintään ${limits.longest} merkkiä.`,
      'password-too-common': 'Salasana on helppo arvata. Keksi toinen, vaikka neljä sanaa peräkkäin.',
      wrong: 'Salasana ei ole oikein. Kirjoita se uudelleen.',
      language: 'Valitse kieli.',
    }),
  },
  sv: {
    home: 'Min sida',
    hello: (name: string) => `Hej, ${name}`,
    done: {
      language: 'Språket har bytts.',
      news: 'Ditt val om infobrev har sparats.',
      password: 'Lösenordet har bytts. Dina andra inloggningar avslutades.',
      email: 'E-postadressen har bytts.',
      'email-sent': 'Vi skickade en länk till den nya adressen. Öppna den inom 24 timmar.',
      session: 'Inloggningen har avslutats.',
      sessions: 'De andra inloggningarna har avslutats.',
    },
    role: 'Roll',
    place: 'Var',
    email: 'E-post',
    password: 'Lösenord',
    passwordHidden: 'Bara du vet det',
    passwordElsewhere: 'Du loggar in med din organisations konto',
    secondFactor: 'Bekräftelse',
    providersWhat: 'Din egen organisations inloggning, om den har en sådan.',
    secondFactorWhat: 'En kod eller nyckel som behövs efter lösenordet',
    endsAt: 'Inloggningen slutar',
    ends: (at: Date, idleMinutes: number) =>
      `Kl. ${formatTime('sv', at)}, eller tidigare om tjänsten inte används på ${idleMinutes} minuter.`,
    roles: 'Dina roller',
    rolesWhy: 'Du arbetar i en roll i taget. Den står överst på sidan.',
    actIn: 'Arbeta i den här rollen',
    actingIn: 'Du arbetar här',
    language: 'Språk',
    languageHint: 'På det här språket öppnas tjänsten och kommer meddelandena.',
    changeLanguage: 'Byt språk',
    sessions: 'Dina inloggningar',
    sessionsWhy: 'Avsluta en inloggning som du inte känner igen. Byt sedan lösenord.',
    browser: 'Webbläsare',
    unknownBrowser: 'Okänd webbläsare',
    startedAt: 'Började',
    seenAt: 'Senast använd',
    state: 'Läge',
    thisOne: 'Den här webbläsaren',
    endSession: 'Avsluta',
    endOthers: 'Avsluta alla andra',
    at: (at: Date) => moment('sv', at),
    changePassword: 'Byt lösenord',
    changePasswordWhy: 'Dina andra inloggningar avslutas när lösenordet byts.',
    presentPassword: 'Nuvarande lösenord',
    newPassword: 'Nytt lösenord',
    newPasswordHint: (shortest: number) =>
      `Minst ${shortest} tecken. Fyra ord efter varandra är lätta att minnas och svåra att gissa.`,
    noPassword: 'Du har inget lösenord här. Du loggar in med din organisations konto.',
    changeEmail: 'Byt e-postadress',
    changeEmailWhy: (email: string) => `Din adress är nu ${email}. Vi skickar en länk till den nya adressen.`,
    newEmail: 'Ny e-post',
    sendLink: 'Skicka länken',
    confirmEmail: 'Bekräfta den nya adressen',
    confirmEmailWhat: (before: string, after: string) =>
      `Adressen ${before} byts till ${after}. I fortsättningen loggar du in med den.`,
    forgotten: 'Har du glömt lösenordet?',
    forgottenWhat: 'Skriv din adress. Vi skickar en länk där du väljer ett nytt lösenord.',
    forgottenSent: 'Titta i din e-post',
    forgottenSentWhat: 'Om adressen har ett konto skickade vi en länk dit. Länken fungerar i en timme.',
    forgottenSentThen: 'Om inget kommer, titta i skräpposten eller fråga din ansvarsperson.',
    choosePassword: 'Välj ett nytt lösenord',
    choosePasswordWhy: 'Alla dina inloggningar avslutas. Bekräftelsen behövs som förut.',
    savePassword: 'Byt lösenord',
    passwordChanged: 'Lösenordet har bytts',
    passwordChangedThen: 'Logga nu in med ditt nya lösenord.',
    signIn: 'Logga in',
    linkEnded: 'Länken gäller inte längre',
    linkEndedWhy: 'Länken fungerar en gång och bara för den som bad om den.',
    askAgain: 'Be om en ny länk',
    problems: (limits: { shortest: number; longest: number }) => ({
      'email-missing': 'Skriv e-postadressen.',
      'email-form': 'Kontrollera e-postadressen. Skriv den så här: namn@exempel.fi.',
      'email-same': 'Det här är redan din adress. Skriv en ny adress.',
      'email-taken': 'Ett annat konto har redan adressen. Byt till en annan adress.',
      'password-missing': 'Skriv lösenordet.',
      'password-too-short': `Lösenordet är för kort. Skriv minst ${limits.shortest} tecken.`,
      'password-too-long': `Lösenordet är för långt. Skriv högst ${limits.longest} tecken.`,
      'password-too-common':
        'Lösenordet är lätt att gissa. Välj ett annat, till exempel fyra ord efter varandra.',
      wrong: 'Lösenordet är inte rätt. Skriv det på nytt.',
      language: 'Välj ett språk.',
    }),
  },
  en: {
    home: 'My page',
    hello: (name: string) => `Hello, ${name}`,
    done: {
      language: 'Your language is changed.',
      news: 'Your choice about bulletins is saved.',
      password: 'Your password is changed. Your other sign-ins have ended.',
      email: 'Your email address is changed.',
      'email-sent': 'We sent a link to the new address. Open it within 24 hours.',
      session: 'The sign-in has ended.',
      sessions: 'The other sign-ins have ended.',
    },
    role: 'Role',
    place: 'Where',
    email: 'Email',
    password: 'Password',
    passwordHidden: 'Only you know it',
    passwordElsewhere: 'You sign in with your organisation’s account',
    secondFactor: 'Second factor',
    providersWhat: 'The sign-in of your own organisation, if it has one.',
    secondFactorWhat: 'A code or key that is asked for after the password',
    endsAt: 'Your sign-in ends',
    ends: (at: Date, idleMinutes: number) =>
      `At ${formatTime('en', at)}, or earlier if the service is not used for ${idleMinutes} minutes.`,
    roles: 'Your roles',
    rolesWhy: 'You act in one role at a time. It is shown at the top of the page.',
    actIn: 'Act in this role',
    actingIn: 'You act here',
    language: 'Language',
    languageHint: 'The service opens and writes to you in this language.',
    changeLanguage: 'Change language',
    sessions: 'Your sign-ins',
    sessionsWhy: 'End a sign-in that you do not know. Then change your password.',
    browser: 'Browser',
    unknownBrowser: 'Unknown browser',
    startedAt: 'Started',
    seenAt: 'Last used',
    state: 'State',
    thisOne: 'This browser',
    endSession: 'End',
    endOthers: 'End all others',
    at: (at: Date) => moment('en', at),
    changePassword: 'Change password',
    changePasswordWhy: 'Your other sign-ins end when the password changes.',
    presentPassword: 'Present password',
    newPassword: 'New password',
    newPasswordHint: (shortest: number) =>
      `At least ${shortest} characters. Four words in a row are easy to remember and hard to guess.`,
    noPassword: 'You have no password here. You sign in with your organisation’s account.',
    changeEmail: 'Change email address',
    changeEmailWhy: (email: string) => `Your address is now ${email}. We send a link to the new address.`,
    newEmail: 'New email',
    sendLink: 'Send the link',
    confirmEmail: 'Confirm the new address',
    confirmEmailWhat: (before: string, after: string) =>
      `The address ${before} changes to ${after}. You sign in with it from now on.`,
    forgotten: 'Forgotten your password?',
    forgottenWhat: 'Enter your address. We send a link for choosing a new password.',
    forgottenSent: 'Look in your email',
    forgottenSentWhat: 'If the address has an account, we sent a link to it. The link works for an hour.',
    forgottenSentThen: 'If nothing comes, look in your spam folder or ask your area coordinator.',
    choosePassword: 'Choose a new password',
    choosePasswordWhy: 'All your sign-ins end. The second factor is asked for as before.',
    savePassword: 'Change password',
    passwordChanged: 'Your password is changed',
    passwordChangedThen: 'Sign in with your new password now.',
    signIn: 'Sign in',
    linkEnded: 'This link no longer works',
    linkEndedWhy: 'The link works once, and only for the person who asked for it.',
    askAgain: 'Ask for a new link',
    problems: (limits: { shortest: number; longest: number }) => ({
      'email-missing': 'Enter the email address.',
      'email-form': 'Check the email address. Write it like this: name@example.com.',
      'email-same': 'This is your address already. Enter a new address.',
      'email-taken': 'Another account has this address already. Change to another address.',
      'password-missing': 'Enter the password.',
      'password-too-short': `The password is too short. Enter at least ${limits.shortest} characters.`,
      'password-too-long': `The password is too long. Enter at most ${limits.longest} characters.`,
      'password-too-common':
        'The password is easy to guess. Choose another, for example four words in a row.',
      wrong: 'The password is not right. Enter it again.',
      language: 'Choose a language.',
    }),
  },
})
export type Problem = keyof ReturnType<(typeof words)['fi']['problems']>
export type Done = keyof (typeof words)['fi']['done']

const letters = translated({
  fi: {
    hello: (name: string) => `Hei, ${name}.`,
    notYou: 'Jos et pyytänyt tätä, sinun ei tarvitse tehdä mitään.',
    help: 'Jos et itse tehnyt tätä, ota heti yhteyttä vastuuhenkilöösi.',
    reset: {
      subject: 'Uusi salasana Kaikukantaan',
      text: 'Joku pyysi tilillesi uutta salasanaa. Valitse se tästä.',
      link: 'Valitse uusi salasana',
      until: 'Linkki toimii kerran, yhden tunnin ajan.',
    },
    passwordChanged: {
      subject: 'Salasanasi on vaihdettu',
      text: 'Kaikukannan salasanasi on vaihdettu. Muut kirjautumisesi päättyivät.',
    },
    email: {
      subject: 'Vahvista uusi sähköpostiosoite',
      text: 'Pyysit vaihtamaan Kaikukannan osoitteesi tähän. Vahvista se.',
      link: 'Vahvista osoite',
      until: 'Linkki toimii kerran, 24 tunnin ajan. Tarvitset kirjautumisesi.',
    },
    emailNote: {
      subject: 'Sähköpostiosoitteesi on vaihtumassa',
      text: (email: string) => `Tilillesi on pyydetty uutta osoitetta: ${email}.`,
    },
  },
  sv: {
    hello: (name: string) => `Hej, ${name}.`,
    notYou: 'Om du inte bad om detta behöver du inte göra något.',
    help: 'Om du inte själv gjorde detta, kontakta genast din ansvarsperson.',
    reset: {
      subject: 'Nytt lösenord till Kaikukanta',
      text: 'Någon bad om ett nytt lösenord till ditt konto. Välj det här.',
      link: 'Välj ett nytt lösenord',
      until: 'Länken fungerar en gång, i en timme.',
    },
    passwordChanged: {
      subject: 'Ditt lösenord har bytts',
      text: 'Ditt lösenord till Kaikukanta har bytts. Dina andra inloggningar avslutades.',
    },
    email: {
      subject: 'Bekräfta den nya e-postadressen',
      text: 'Du bad att byta din adress i Kaikukanta till den här. Bekräfta den.',
      link: 'Bekräfta adressen',
      until: 'Länken fungerar en gång, i 24 timmar. Du behöver din inloggning.',
    },
    emailNote: {
      subject: 'Din e-postadress håller på att bytas',
      text: (email: string) => `En ny adress har begärts för ditt konto: ${email}.`,
    },
  },
  en: {
    hello: (name: string) => `Hello, ${name}.`,
    notYou: 'If you did not ask for this, you need not do anything.',
    help: 'If you did not do this yourself, contact your area coordinator at once.',
    reset: {
      subject: 'A new password for Kaikukanta',
      text: 'Somebody asked for a new password for your account. Choose it here.',
      link: 'Choose a new password',
      until: 'The link works once, for one hour.',
    },
    passwordChanged: {
      subject: 'Your password is changed',
      text: 'Your password for Kaikukanta is changed. Your other sign-ins have ended.',
    },
    email: {
      subject: 'Confirm your new email address',
      text: 'You asked to change your address in Kaikukanta to this one. Confirm it.',
      link: 'Confirm the address',
      until: 'The link works once, for 24 hours. You need to sign in.',
    },
    emailNote: {
      subject: 'Your email address is about to change',
      text: (email: string) => `A new address has been asked for your account: ${email}.`,
    },
  },
})

/** To somebody who asked for a new password. */
export const resetLetter = (language: Language, { name, url }: { name: string; url: string }): Letter => {
  const { hello, reset, notYou } = letters[language]
  return {
    subject: reset.subject,
    paragraphs: [hello(name), reset.text],
    link: { label: reset.link, url },
    after: [reset.until, notYou],
  }
}

/** To the owner, whoever changed it. */
export const passwordChangedLetter = (language: Language, { name }: { name: string }): Letter => {
  const { hello, passwordChanged, help } = letters[language]
  return { subject: passwordChanged.subject, paragraphs: [hello(name), passwordChanged.text, help] }
}

/** To a new address: it is taken into use when its link is opened. */
export const emailLetter = (language: Language, { name, url }: { name: string; url: string }): Letter => {
  const { hello, email, notYou } = letters[language]
  return {
    subject: email.subject,
    paragraphs: [hello(name), email.text],
    link: { label: email.link, url },
    after: [email.until, notYou],
  }
}

/** To the old address, while there is still time. */
export const emailNoteLetter = (
  language: Language,
  { name, newEmail }: { name: string; newEmail: string },
): Letter => {
  const { hello, emailNote, help } = letters[language]
  return { subject: emailNote.subject, paragraphs: [hello(name), emailNote.text(newEmail), help] }
}
