import type { LinkRefusal } from '../commitments/link-rules.ts'
import { translated } from '../i18n/translated.ts'
import { moment } from './words.ts'

type Told = { title: string; text: string; todo: string }
const refusals = (words: Record<LinkRefusal, Told>) => words

/** The pages of a link: before its code is given, and when it opens nothing any more. */
export const linkWords = translated({
  fi: {
    title: 'Allekirjoita Kaikukortti-sitoumus',
    lead: (party: string) => `Sinua pyydetään allekirjoittamaan sitoumus. Osapuoli: ${party}.`,
    sentTo: (email: string, until: Date) =>
      `Linkki on lähetetty osoitteeseen ${email}. Se toimii ${moment('fi', until)} asti.`,
    code: 'Koodi',
    codeHint: 'Kuusi numeroa. Pyynnön lähettäjä kertoo koodin sinulle muuten kuin sähköpostilla.',
    open: 'Avaa sitoumus',
    noCode: 'Etkö ole saanut koodia?',
    noCodeText: 'Soita sille, joka pyysi sinua allekirjoittamaan. Hänen nimensä on viestissä.',
    yours: (party: string) => `Allekirjoitat tämän osapuolen puolesta: ${party}.`,
    problems: {
      'link-over': 'Linkki ei ole enää auki tässä selaimessa. Avaa se koodilla ja vastaa uudelleen.',
      'code-form': 'Kirjoita koodin kuusi numeroa.',
      'wrong-code': 'Koodi ei ole oikea. Tarkista se lähettäjältä. Viiden väärän jälkeen linkki sulkeutuu.',
    },
    refusals: refusals({
      unknown: {
        title: 'Linkkiä ei löydy',
        text: 'Linkki on jäänyt vajaaksi tai sitä ei ole.',
        todo: 'Avaa linkki uudelleen viestistä, tai kopioi koko osoite.',
      },
      used: {
        title: 'Linkillä on jo allekirjoitettu',
        text: 'Linkki toimii yhden kerran.',
        todo: 'Sinun ei tarvitse tehdä mitään. Saat kopion sähköpostilla, kun kaikki ovat allekirjoittaneet.',
      },
      withdrawn: {
        title: 'Sitoumus on otettu takaisin',
        text: 'Lähettäjä muuttaa sitoumusta tai on perunut sen.',
        todo: 'Saat uuden linkin, jos allekirjoitustasi tarvitaan.',
      },
      declined: {
        title: 'Sitoumuksesta on kieltäydytty',
        text: 'Joku osapuolista ei allekirjoita sitoumusta.',
        todo: 'Sinun ei tarvitse tehdä mitään. Kysy lisää lähettäjältä.',
      },
      'too-many-codes': {
        title: 'Linkki on suljettu',
        text: 'Koodi oli väärin viisi kertaa.',
        todo: 'Pyydä lähettäjältä uusi linkki ja uusi koodi.',
      },
      replaced: {
        title: 'Tämä linkki ei enää toimi',
        text: 'Linkin tilalle on tullut uusi. Tai osapuoli on jo allekirjoittanut muuten.',
        todo: 'Avaa uusin viesti, tai kysy lähettäjältä.',
      },
      expired: {
        title: 'Linkin aika on ohi',
        text: 'Linkki toimii 72 tuntia.',
        todo: 'Pyydä lähettäjältä uusi linkki.',
      },
    }),
    doneDeclined: 'Kieltäytymisesi on tallessa. Kerroimme muille osapuolille.',
    doneRightPerson:
      'Kiitos tiedosta. Kerroimme vastuuhenkilölle, joka lähettää pyynnön oikealle henkilölle.',
  },
  sv: {
    title: 'Underteckna en Kaikukortsförbindelse',
    lead: (party) => `Någon ber dig underteckna en förbindelse. Part: ${party}.`,
    sentTo: (email, until) => `Länken har skickats till ${email}. Den fungerar till ${moment('sv', until)}.`,
    code: 'Kod',
    codeHint: 'Sex siffror. Avsändaren ger dig koden på annat sätt än per e-post.',
    open: 'Öppna förbindelsen',
    noCode: 'Har du inte fått koden?',
    noCodeText: 'Ring den som bad dig underteckna. Namnet finns i meddelandet.',
    yours: (party) => `Du undertecknar för den här parten: ${party}.`,
    problems: {
      'link-over':
        'Länken är inte längre öppen i den här webbläsaren. Öppna den med koden och svara på nytt.',
      'code-form': 'Skriv kodens sex siffror.',
      'wrong-code': 'Koden är inte rätt. Kontrollera den med avsändaren. Efter fem felaktiga stängs länken.',
    },
    refusals: refusals({
      unknown: {
        title: 'Länken hittas inte',
        text: 'Länken är ofullständig eller finns inte.',
        todo: 'Öppna länken på nytt i meddelandet, eller kopiera hela adressen.',
      },
      used: {
        title: 'Länken har redan använts för att underteckna',
        text: 'Länken fungerar en gång.',
        todo: 'Du behöver inte göra något. Du får en kopia per e-post när alla har undertecknat.',
      },
      withdrawn: {
        title: 'Förbindelsen är återtagen',
        text: 'Avsändaren ändrar förbindelsen eller har avbrutit den.',
        todo: 'Du får en ny länk om din underskrift behövs.',
      },
      declined: {
        title: 'Någon har avböjt förbindelsen',
        text: 'En av parterna undertecknar inte förbindelsen.',
        todo: 'Du behöver inte göra något. Fråga avsändaren om du vill veta mer.',
      },
      'too-many-codes': {
        title: 'Länken är stängd',
        text: 'Koden var fel fem gånger.',
        todo: 'Be avsändaren om en ny länk och en ny kod.',
      },
      replaced: {
        title: 'Den här länken fungerar inte längre',
        text: 'En nyare länk har tagit dess plats. Eller så har parten undertecknat på annat sätt.',
        todo: 'Öppna det senaste meddelandet, eller fråga avsändaren.',
      },
      expired: {
        title: 'Länkens tid har gått ut',
        text: 'Länken fungerar i 72 timmar.',
        todo: 'Be avsändaren om en ny länk.',
      },
    }),
    doneDeclined: 'Ditt svar är sparat. Vi meddelade de andra parterna.',
    doneRightPerson: 'Tack. Vi meddelade den ansvariga, som skickar begäran till rätt person.',
  },
  en: {
    title: 'Sign a Kaikukortti commitment',
    lead: (party) => `You are asked to sign a commitment. Party: ${party}.`,
    sentTo: (email, until) => `The link was sent to ${email}. It works until ${moment('en', until)}.`,
    code: 'Code',
    codeHint: 'Six digits. The sender tells you the code some other way than by e-mail.',
    open: 'Open the commitment',
    noCode: 'Have you not got the code?',
    noCodeText: 'Call whoever asked you to sign. The name is in the message.',
    yours: (party) => `You sign for this party: ${party}.`,
    problems: {
      'link-over': 'The link is not open in this browser any more. Open it with the code and answer again.',
      'code-form': 'Enter the six digits of the code.',
      'wrong-code': 'The code is not right. Check it with the sender. Five wrong ones close the link.',
    },
    refusals: refusals({
      unknown: {
        title: 'The link is not found',
        text: 'The link is cut short, or there is no such link.',
        todo: 'Open the link from the message again, or copy the whole address.',
      },
      used: {
        title: 'The link has been signed with already',
        text: 'The link works once.',
        todo: 'You need do nothing. You get a copy by e-mail when all have signed.',
      },
      withdrawn: {
        title: 'The commitment was taken back',
        text: 'The sender is changing the commitment, or has cancelled it.',
        todo: 'You get a new link if your signature is needed.',
      },
      declined: {
        title: 'The commitment was declined',
        text: 'One of the parties does not sign the commitment.',
        todo: 'You need do nothing. Ask the sender if you want to know more.',
      },
      'too-many-codes': {
        title: 'The link is closed',
        text: 'The code was wrong five times.',
        todo: 'Ask the sender for a new link and a new code.',
      },
      replaced: {
        title: 'This link does not work any more',
        text: 'A newer link took its place. Or the party has signed some other way.',
        todo: 'Open the newest message, or ask the sender.',
      },
      expired: {
        title: 'The time of the link is over',
        text: 'The link works for 72 hours.',
        todo: 'Ask the sender for a new link.',
      },
    }),
    doneDeclined: 'Your answer is stored. We told the other parties.',
    doneRightPerson: 'Thank you. We told the coordinator, who sends the request to the right person.',
  },
})
