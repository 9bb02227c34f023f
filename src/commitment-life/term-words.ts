import { identifierWords } from '../i18n/identifier-words.ts'
import { translated } from '../i18n/translated.ts'
import { localPath } from '../web/paths.ts'

export const termPaths = {
  terms: localPath({
    fi: '/sitoumukset/irtisanomisaika',
    sv: '/forbindelser/uppsagningstid',
    en: '/commitments/notice-time',
  }),
}

/** The notice period by day. */
export const termWords = translated({
  fi: {
    title: 'Irtisanomisaika',
    lead: 'Sitoumuksessa pätee irtisanomisaika, joka oli voimassa lähetyspäivänä.',
    history: 'Irtisanomisajat, uusin ensin',
    now: 'voimassa nyt',
    coming: 'tulossa',
    from: 'Alkaa',
    fromHint: 'Aikaisintaan huomenna. Sama päivä korvaa aiemman tulevan ajan.',
    months: 'Irtisanomisaika kuukausina',
    source: 'Peruste',
    sourceHint: 'Esimerkiksi päätös ja sen numero.',
    set: 'Aseta uusi irtisanomisaika',
    save: 'Tallenna irtisanomisaika',
    done: 'Irtisanomisaika on tallennettu',
    problems: {
      'months-form': 'Kirjoita kuukaudet numerona. Enintään 24 käy.',
      'from-missing': 'Kirjoita, milloin aika alkaa.',
      'from-form': 'Kirjoita päivä näin: 31.12.2026.',
      'from-past': 'Päivä on liian aikainen. Valitse huominen tai myöhempi.',
      'source-missing': 'Kirjoita, mihin aika perustuu.',
      'source-long': 'Peruste on liian pitkä. Enintään 300 merkkiä mahtuu.',
      ...identifierWords('fi'),
    },
  },
  sv: {
    title: 'Uppsägningstid',
    lead: 'För en förbindelse gäller den uppsägningstid som var i kraft när den skickades.',
    history: 'Uppsägningstider, den nyaste först',
    now: 'i kraft nu',
    coming: 'kommer',
    from: 'Börjar',
    fromHint: 'Tidigast i morgon. Samma dag ersätter en tidigare kommande tid.',
    months: 'Uppsägningstid i månader',
    source: 'Grund',
    sourceHint: 'Till exempel ett beslut och dess nummer.',
    set: 'Sätt en ny uppsägningstid',
    save: 'Spara uppsägningstiden',
    done: 'Uppsägningstiden är sparad',
    problems: {
      'months-form': 'Skriv månaderna som ett tal. Högst 24 går.',
      'from-missing': 'Skriv när tiden börjar.',
      'from-form': 'Skriv dagen så här: 31.12.2026.',
      'from-past': 'Dagen är för tidig. Välj i morgon eller senare.',
      'source-missing': 'Skriv vad tiden grundar sig på.',
      'source-long': 'Grunden är för lång. Högst 300 tecken ryms.',
      ...identifierWords('sv'),
    },
  },
  en: {
    title: 'Notice period',
    lead: 'A commitment keeps the notice period that held on the day it was sent.',
    history: 'Times of notice, the latest first',
    now: 'in force now',
    coming: 'to come',
    from: 'Begins',
    fromHint: 'Tomorrow at the earliest. The same day replaces an earlier coming time.',
    months: 'Notice period in months',
    source: 'Basis',
    sourceHint: 'For example a decision and its number.',
    set: 'Set a new notice period',
    save: 'Save the notice period',
    done: 'The notice period is saved',
    problems: {
      'months-form': 'Write the months as a number. At most 24 will do.',
      'from-missing': 'Write when the time begins.',
      'from-form': 'Write the day like this: 31.12.2026.',
      'from-past': 'The day is too early. Choose tomorrow or later.',
      'source-missing': 'Write what the time rests on.',
      'source-long': 'The basis is too long. At most 300 characters fit.',
      ...identifierWords('en'),
    },
  },
})
