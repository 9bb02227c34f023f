import { formatDay, type Language, plural, translated } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { localPath } from '../web/paths.ts'
import type { InductionRole } from './lesson-rules.ts'
import { isDue, type Standing } from './rules.ts'

export const paths = {
  overview: localPath({ fi: '/perehdytys', sv: '/introduktion', en: '/induction' }),
  lesson: localPath({
    fi: '/perehdytys/oppitunti/:lesson',
    sv: '/introduktion/lektion/:lesson',
    en: '/induction/lesson/:lesson',
  }),
  practice: localPath({
    fi: '/perehdytys/harjoittelu',
    sv: '/introduktion/ovning',
    en: '/induction/practice',
  }),
  certificate: localPath({
    fi: '/perehdytys/todistus.pdf',
    sv: '/introduktion/intyg.pdf',
    en: '/induction/certificate.pdf',
  }),
  colleagues: localPath({
    fi: '/perehdytys/tyokaverit',
    sv: '/introduktion/kollegor',
    en: '/induction/colleagues',
  }),
  places: localPath({ fi: '/perehdytykset', sv: '/introduktioner', en: '/inductions' }),
}

const ofRoles = (words: Record<InductionRole, string>) => words

/** What one's own induction says: the overview, a lesson, the practice at its end. */
export const words = translated({
  fi: {
    title: 'Perehdytys',
    lead: ofRoles({
      issuer: 'Kuusi lyhyttä oppituntia kortin antamisesta ja harjoittelu. Aikaa menee noin 20 minuuttia.',
      venue:
        'Kuusi lyhyttä oppituntia kortin vastaanottamisesta ja harjoittelu. Aikaa menee noin 20 minuuttia.',
    }),
    leave: 'Voit lopettaa välillä ja jatkaa myöhemmin. Käydyt oppitunnit pysyvät tallessa.',
    missing: 'Perehdytyksesi on vielä tekemättä',
    over: (day: Day) => `Perehdytyksesi oli voimassa ${formatDay('fi', day)} asti`,
    again: 'Perehdytys tehdään vähintään kerran vuodessa. Käy oppitunnit läpi uudelleen.',
    soon: (day: Day) => `Perehdytyksesi on voimassa enää ${formatDay('fi', day)} asti`,
    soonWhy: 'Voit uusia sen jo nyt. Uusi vuosi alkaa siitä päivästä, jona olet valmis.',
    done: (day: Day) => `Perehdytyksesi on voimassa ${formatDay('fi', day)} asti`,
    doneOn: (day: Day) => `Tehty ${formatDay('fi', day)}.`,
    justDone: 'Kiitos, perehdytys on tehty',
    certificate: 'Lataa todistus (PDF)',
    changed: plural('fi', {
      one: '# oppitunti on muuttunut perehdytyksesi jälkeen',
      other: '# oppituntia on muuttunut perehdytyksesi jälkeen',
    }),
    changedWhy: 'Lue muuttuneet oppitunnit, niin tiedät, mikä on uutta.',
    start: 'Aloita perehdytys',
    goOn: 'Jatka perehdytystä',
    repeat: 'Kertaa oppitunnit',
    lessons: 'Oppitunnit',
    lessonOf: (nth: number, all: number) => `Oppitunti ${nth}/${all}`,
    progress: (done: number, all: number) => `Käyty ${done}/${all}`,
    isDone: 'Käyty',
    isChanged: 'Muuttunut',
    think: 'Mieti hetki',
    thinkHow: 'Valitse vastaus, niin näet selityksen. Voit avata ne kaikki. Pisteitä ei lasketa.',
    isRight: 'Juuri niin.',
    isOther: 'Mieti vielä.',
    next: (title: string) => `Seuraava: ${title}`,
    back: 'Takaisin perehdytykseen',
    practice: 'Harjoittele',
    practiceLead: ofRoles({
      issuer: 'Harjoittele lopuksi kortin antamista. Mitään ei tallenneta.',
      venue: 'Harjoittele lopuksi kassaa. Mitään ei lähetetä eikä tallenneta.',
    }),
    practiceTry: ofRoles({
      issuer: 'Anna ainakin yksi harjoituskortti ja kumoa se.',
      venue: 'Lue ainakin voimassa oleva, vanhentunut ja yhteisön kortti.',
    }),
    toPractice: ofRoles({ issuer: 'Harjoittele kortin antamista', venue: 'Harjoittele kassaa' }),
    comeBack: 'Palaa sitten tälle sivulle ja merkitse perehdytys tehdyksi.',
    left: 'Nämä oppitunnit ovat vielä käymättä',
    finish: 'Merkitse perehdytys tehdyksi',
    more: 'Lisää',
    colleagues: 'Työkaverien perehdytys',
    problems: { 'lessons-left': 'Kaikkia oppitunteja ei ole käyty. Käy ensin loput läpi.' },
  },
  sv: {
    title: 'Introduktion',
    lead: ofRoles({
      issuer: 'Sex korta lektioner om att dela ut kort, och en övning. Det tar ungefär 20 minuter.',
      venue: 'Sex korta lektioner om att ta emot kortet, och en övning. Det tar ungefär 20 minuter.',
    }),
    leave: 'Du kan sluta emellanåt och fortsätta senare. Avklarade lektioner sparas.',
    missing: 'Din introduktion är ännu inte gjord',
    over: (day: Day) => `Din introduktion gällde till ${formatDay('sv', day)}`,
    again: 'Introduktionen görs minst en gång om året. Gå igenom lektionerna på nytt.',
    soon: (day: Day) => `Din introduktion gäller bara till ${formatDay('sv', day)}`,
    soonWhy: 'Du kan förnya den redan nu. Det nya året börjar den dag du är färdig.',
    done: (day: Day) => `Din introduktion gäller till ${formatDay('sv', day)}`,
    doneOn: (day: Day) => `Gjord ${formatDay('sv', day)}.`,
    justDone: 'Tack, introduktionen är gjord',
    certificate: 'Ladda ner intyget (PDF)',
    changed: plural('sv', {
      one: '# lektion har ändrats efter din introduktion',
      other: '# lektioner har ändrats efter din introduktion',
    }),
    changedWhy: 'Läs de ändrade lektionerna, så vet du vad som är nytt.',
    start: 'Börja introduktionen',
    goOn: 'Fortsätt introduktionen',
    repeat: 'Repetera lektionerna',
    lessons: 'Lektioner',
    lessonOf: (nth: number, all: number) => `Lektion ${nth}/${all}`,
    progress: (done: number, all: number) => `Avklarat ${done}/${all}`,
    isDone: 'Avklarad',
    isChanged: 'Ändrad',
    think: 'Tänk efter en stund',
    thinkHow: 'Välj ett svar så ser du förklaringen. Du kan öppna alla. Inga poäng räknas.',
    isRight: 'Just så.',
    isOther: 'Tänk en gång till.',
    next: (title: string) => `Nästa: ${title}`,
    back: 'Tillbaka till introduktionen',
    practice: 'Öva',
    practiceLead: ofRoles({
      issuer: 'Öva till sist på att dela ut ett kort. Ingenting sparas.',
      venue: 'Öva till sist på kassan. Ingenting skickas eller sparas.',
    }),
    practiceTry: ofRoles({
      issuer: 'Dela ut minst ett övningskort och ångra det.',
      venue: 'Läs av minst ett giltigt kort, ett som gått ut och gemenskapens kort.',
    }),
    toPractice: ofRoles({ issuer: 'Öva dig att dela ut ett kort', venue: 'Öva på kassan' }),
    comeBack: 'Kom sedan tillbaka hit och markera introduktionen som gjord.',
    left: 'De här lektionerna återstår',
    finish: 'Markera introduktionen som gjord',
    more: 'Mer',
    colleagues: 'Kollegornas introduktion',
    problems: { 'lessons-left': 'Alla lektioner är inte avklarade. Gå först igenom resten.' },
  },
  en: {
    title: 'Induction',
    lead: ofRoles({
      issuer: 'Six short lessons about issuing a card, and practice. It takes some 20 minutes.',
      venue: 'Six short lessons about taking the card, and practice. It takes some 20 minutes.',
    }),
    leave: 'You can stop at any point and go on later. Lessons you have done are kept.',
    missing: 'Your induction is still to be done',
    over: (day: Day) => `Your induction was valid until ${formatDay('en', day)}`,
    again: 'An induction is done at least once a year. Go through the lessons again.',
    soon: (day: Day) => `Your induction is valid only until ${formatDay('en', day)}`,
    soonWhy: 'You can renew it now. The new year begins on the day you finish.',
    done: (day: Day) => `Your induction is valid until ${formatDay('en', day)}`,
    doneOn: (day: Day) => `Done on ${formatDay('en', day)}.`,
    justDone: 'Thank you, the induction is done',
    certificate: 'Download the certificate (PDF)',
    changed: plural('en', {
      one: '# lesson has changed since your induction',
      other: '# lessons have changed since your induction',
    }),
    changedWhy: 'Read the changed lessons, and you know what is new.',
    start: 'Start the induction',
    goOn: 'Go on with the induction',
    repeat: 'Go over the lessons',
    lessons: 'Lessons',
    lessonOf: (nth: number, all: number) => `Lesson ${nth}/${all}`,
    progress: (done: number, all: number) => `Done ${done}/${all}`,
    isDone: 'Done',
    isChanged: 'Changed',
    think: 'Think for a moment',
    thinkHow: 'Choose an answer to see what it means. You can open them all. No points are counted.',
    isRight: 'That is it.',
    isOther: 'Think again.',
    next: (title: string) => `Next: ${title}`,
    back: 'Back to the induction',
    practice: 'Practise',
    practiceLead: ofRoles({
      issuer: 'To end with, practise issuing a card. Nothing is stored.',
      venue: 'To end with, practise at the desk. Nothing is sent or stored.',
    }),
    practiceTry: ofRoles({
      issuer: 'Issue at least one practice card and undo it.',
      venue: 'Read at least a valid card, an expired one and a community card.',
    }),
    toPractice: ofRoles({ issuer: 'Practise issuing a card', venue: 'Practise at the desk' }),
    comeBack: 'Then come back to this page and mark the induction as done.',
    left: 'These lessons are still to be done',
    finish: 'Mark the induction as done',
    more: 'More',
    colleagues: 'Your colleagues’ induction',
    problems: { 'lessons-left': 'Some lessons are not done yet. Go through them first.' },
  },
})

/** The one line for pages where a worker begins: null while nothing is to be done, and for who has no lessons. */
export const inductionLine = (language: Language, standing: Standing | null): string | null => {
  if (!standing) return null
  const t = words[language]
  if (standing.state === 'soon') return t.soon(standing.lastDay!)
  if (!isDue(standing)) return null
  return standing.lastDay === null ? t.missing : t.over(standing.lastDay)
}
