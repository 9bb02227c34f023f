import { translated } from '../i18n/translated.ts'
import { localPath } from '../web/paths.ts'
import type { PracticeCard } from './cards.ts'

export const practicePaths = {
  practice: localPath({ fi: '/kassa/harjoittelu', sv: '/kassa/ovning', en: '/desk/practice' }),
}

/** What a card is for, and what its answer means. */
type Card = { label: string; means: string }
const cards = (words: Record<PracticeCard, Card>) => words

export const practiceWords = translated({
  fi: {
    title: 'Harjoittele kassaa',
    toPractice: 'Harjoittele kassaa',
    bar: 'Harjoitus',
    text: 'Mitään ei lähetetä eikä tallenneta.',
    choose: 'Kokeile näitä kortteja',
    chooseHint: 'Jokaisesta kortista tulee eri vastaus.',
    start: 'Valitse kortti alta.',
    site: 'Harjoituskohde',
    unit: 'Esimerkkilän toimintakeskus',
    netBack: 'Palauta verkko',
    netIsBack: 'Verkko toimii taas. Odottavat kirjaukset lähtivät.',
    means: 'Mitä tämä tarkoittaa?',
    strange: 'Harjoituksessa toimivat vain harjoituskortit. Tunnusta ei tarkistettu mistään.',
    done: 'Näin käynti kirjataan. Nyt mitään ei tallennettu.',
    undo: 'Kumoa harjoitus',
    another: 'Valitse toinen kortti',
    end: 'Lopeta harjoitus',
    offlineDone: 'Kirjaus odottaisi laitteella ja lähtisi, kun verkko toimii taas.',
    cards: cards({
      valid: {
        label: 'Voimassa',
        means: 'Kortti on voimassa. Kirjaa yksi aikuinen ja anna lippu.',
      },
      children: {
        label: 'Voimassa, 3 lasta',
        means: 'Kysy, montako lasta tulee mukaan. Korttiin merkitty määrä on yläraja.',
      },
      community: {
        label: 'Yhteisön kortti',
        means: 'Kirjaa työntekijät ja mukana olevat alle 16-vuotiaat. Muilla asiakkailla on omat kortit.',
      },
      expired: {
        label: 'Vanhentunut',
        means: 'Kortilla ei saa lippua. Kerro ystävällisesti, että kortin voi uusia.',
      },
      'not-registered': {
        label: 'Ei rekisteröity',
        means: 'Kortti on annettu, mutta kortinjakaja ei ole vielä rekisteröinyt sitä.',
      },
      replaced: {
        label: 'Korvattu uudella',
        means: 'Asiakas on saanut uuden kortin tämän tilalle. Pyydä uusi kortti.',
      },
      typo: {
        label: 'Kirjoitusvirhe',
        means: 'Yksi merkki on väärin. Vertaa tunnusta korttiin ja tarkista ehdotus.',
      },
      offline: {
        label: 'Verkko poikki',
        means: 'Kassa toimii myös ilman verkkoa. Kirjaus odottaa laitteella ja lähtee myöhemmin itse.',
      },
    }),
  },
  sv: {
    title: 'Öva på kassan',
    toPractice: 'Öva på kassan',
    bar: 'Övning',
    text: 'Ingenting skickas eller sparas.',
    choose: 'Prova de här korten',
    chooseHint: 'Varje kort ger ett eget svar.',
    start: 'Välj ett kort nedan.',
    site: 'Övningsställe',
    unit: 'Exempelby verksamhetscenter',
    netBack: 'Återställ nätet',
    netIsBack: 'Nätet fungerar igen. De väntande registreringarna skickades.',
    means: 'Vad betyder det här?',
    strange: 'I övningen fungerar bara övningskorten. Koden kontrollerades ingenstans.',
    done: 'Så registreras besöket. Nu sparades ingenting.',
    undo: 'Ångra övningen',
    another: 'Välj ett annat kort',
    end: 'Avsluta övningen',
    offlineDone: 'Registreringen skulle vänta på enheten och skickas när nätet fungerar igen.',
    cards: cards({
      valid: { label: 'Giltigt', means: 'Kortet gäller. Registrera en vuxen och ge biljetten.' },
      children: {
        label: 'Giltigt, 3 barn',
        means: 'Fråga hur många barn som kommer med. Antalet på kortet är det högsta.',
      },
      community: {
        label: 'Gemenskapens kort',
        means: 'Registrera de anställda och klienter under 16 år. Andra klienter har egna kort.',
      },
      expired: {
        label: 'Utgånget',
        means: 'Kortet ger ingen biljett. Berätta vänligt att kortet kan förnyas.',
      },
      'not-registered': {
        label: 'Inte registrerat',
        means: 'Kortet har delats ut, men kortutdelaren har inte registrerat det ännu.',
      },
      replaced: {
        label: 'Ersatt med ett nytt',
        means: 'Kunden har fått ett nytt kort i stället. Be om det nya kortet.',
      },
      typo: {
        label: 'Skrivfel',
        means: 'Ett tecken är fel. Jämför koden med kortet och kontrollera förslaget.',
      },
      offline: {
        label: 'Utan nät',
        means:
          'Kassan fungerar också utan nät. Registreringen väntar på enheten och skickas senare av sig själv.',
      },
    }),
  },
  en: {
    title: 'Practise the desk',
    toPractice: 'Practise the desk',
    bar: 'Practice',
    text: 'Nothing is sent or stored.',
    choose: 'Try these cards',
    chooseHint: 'Each card gives an answer of its own.',
    start: 'Choose a card below.',
    site: 'Practice site',
    unit: 'Example activity centre',
    netBack: 'Bring the network back',
    netIsBack: 'The network works again. The waiting records were sent.',
    means: 'What does this mean?',
    strange: 'Only practice cards work here. The code was not checked anywhere.',
    done: 'This is how a visit is recorded. Nothing was stored now.',
    undo: 'Undo the practice',
    another: 'Choose another card',
    end: 'End the practice',
    offlineDone: 'The record would wait on the device and leave when the network works again.',
    cards: cards({
      valid: { label: 'Valid', means: 'The card is valid. Record one adult and hand over the ticket.' },
      children: {
        label: 'Valid, 3 children',
        means: 'Ask how many children come along. The number on the card is the most.',
      },
      community: {
        label: 'Community card',
        means: 'Record the workers and clients under 16. Other clients have their own cards.',
      },
      expired: {
        label: 'Expired',
        means: 'The card gives no ticket. Say kindly that the card can be renewed.',
      },
      'not-registered': {
        label: 'Not registered',
        means: 'The card was handed out, but its issuer has not registered it yet.',
      },
      replaced: {
        label: 'Replaced',
        means: 'The customer was given a new card instead. Ask for the new card.',
      },
      typo: {
        label: 'Typing error',
        means: 'One character is wrong. Compare the code with the card and check the suggestion.',
      },
      offline: {
        label: 'No network',
        means:
          'The desk works without a network too. The record waits on the device and leaves later by itself.',
      },
    }),
  },
})
export type PracticeWords = (typeof practiceWords)['fi']
