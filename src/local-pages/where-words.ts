import { translatedForHolders } from '../i18n/holder-languages.ts'
import type { WhereWords } from './page-shape.ts'

/** Where one gets the card, for those who do not know yet which service to ask. */
export const whereWords = translatedForHolders<WhereWords>({
  fi: {
    title: 'Mistä kortin saa?',
    description: 'Palvelut, jotka antavat Kaikukortteja, kunta kerrallaan.',
    lead: 'Kortin saat palvelusta, jonka asiakas olet. Valitse kotikuntasi.',
    municipality: 'Kotikunta',
    every: 'Kaikki kunnat',
    show: 'Näytä palvelut',
    todo: {
      title: 'Näin pyydät korttia',
      lines: [
        'Kysy korttia työntekijältä, kun asioit palvelussa seuraavan kerran.',
        'Työntekijä arvioi tilanteen kanssasi. Tulotodistuksia ei tarvita.',
        'Saat kortin mukaasi, ja se toimii heti.',
      ],
    },
    issuers: 'Palvelut, jotka antavat kortteja',
    none: (municipality) => `${municipality}: kortteja antavia palveluja ei ole kerrottu julkisesti.`,
    noneTodo:
      'Kysy silti korttia palvelusta, jonka asiakas olet. Kaikki palvelut eivät näy tässä. Voit myös kysyä alueen yhteyshenkilöiltä.',
    coming: (municipality) => `${municipality} vasta valmistelee korttia. Korttia ei vielä saa täältä.`,
    outside: 'Jos kuntaasi ei ole luettelossa, se ei ole vielä mukana Kaikukortissa.',
    area: (area) => `Alueen sivu: ${area}`,
  },
  sv: {
    title: 'Var får du kortet?',
    description: 'De tjänster som delar ut Kaikukort, en kommun i taget.',
    lead: 'Du får kortet hos en tjänst där du är klient. Välj din hemkommun.',
    municipality: 'Hemkommun',
    every: 'Alla kommuner',
    show: 'Visa tjänsterna',
    todo: {
      title: 'Så ber du om kortet',
      lines: [
        'Fråga personalen om kortet nästa gång du uträttar ett ärende.',
        'Personalen bedömer situationen med dig. Du behöver inga intyg om dina inkomster.',
        'Du får kortet med dig och det fungerar genast.',
      ],
    },
    issuers: 'Tjänster som delar ut kort',
    none: (municipality) => `${municipality}: inga tjänster som delar ut kort har uppgetts offentligt.`,
    noneTodo:
      'Fråga ändå om kortet hos en tjänst där du är klient. Alla tjänster syns inte här. Du kan också fråga områdets kontakter.',
    coming: (municipality) => `${municipality} förbereder ännu kortet. Du får det inte här ännu.`,
    outside: 'Om din kommun inte finns i listan är den ännu inte med i Kaikukortet.',
    area: (area) => `Områdets sida: ${area}`,
  },
  en: {
    title: 'Where do you get the card?',
    description: 'The services that give out Kaikukortti cards, one municipality at a time.',
    lead: 'You get the card from a service whose client you are. Choose your home municipality.',
    municipality: 'Home municipality',
    every: 'All municipalities',
    show: 'Show the services',
    todo: {
      title: 'How to ask for the card',
      lines: [
        'Ask the staff for the card the next time you visit the service.',
        'They look at your situation with you. You need no papers about your income.',
        'You take the card with you, and it works at once.',
      ],
    },
    issuers: 'Services that give out cards',
    none: (municipality) => `${municipality}: no services that give out cards have been made public.`,
    noneTodo:
      'Ask for the card all the same at a service whose client you are. Not all of them are shown here. You can also ask the area’s contacts.',
    coming: (municipality) => `${municipality} is still preparing. You cannot get the card there yet.`,
    outside: 'A municipality that is not on the list does not take part in Kaikukortti yet.',
    area: (area) => `Page of the area: ${area}`,
  },
  'fi-simple': {
    title: 'Mistä saan kortin?',
    description: 'Paikat, jotka antavat Kaikukortteja.',
    lead: 'Saat kortin palvelusta, jonka asiakas olet. Valitse kotikuntasi.',
    municipality: 'Kotikunta',
    every: 'Kaikki kunnat',
    show: 'Näytä palvelut',
    todo: {
      title: 'Näin pyydät korttia',
      lines: [
        'Mene palveluun, jonka asiakas olet.',
        'Kysy korttia työntekijältä. Kerro tilanteestasi. Papereita et tarvitse.',
        'Saat kortin mukaan. Kortti toimii heti.',
      ],
    },
    issuers: 'Palvelut, jotka antavat kortteja',
    none: (municipality) => `${municipality}: emme tiedä, kuka antaa kortteja.`,
    noneTodo:
      'Kysy korttia työntekijältä. Kaikki palvelut eivät näy tässä. Voit kysyä myös alueen toimistosta.',
    coming: (municipality) => `${municipality}: kortti tulee myöhemmin. Et saa korttia vielä.`,
    outside: 'Eikö kuntasi ole listalla? Silloin kunta ei ole vielä mukana.',
    area: (area) => `Alueen sivu: ${area}`,
  },
  ar: {
    title: 'من أين تحصل على البطاقة؟',
    description: 'الخدمات التي توزّع بطاقة Kaikukortti، بلدية بلدية.',
    lead: 'تحصل على البطاقة من خدمة أنت من عملائها. اختر بلدية سكنك.',
    municipality: 'بلدية السكن',
    every: 'جميع البلديات',
    show: 'اعرض الخدمات',
    todo: {
      title: 'كيف تطلب البطاقة',
      lines: [
        'اسأل الموظف عن البطاقة عندما تزور الخدمة في المرة القادمة.',
        'ينظر الموظف معك في وضعك. لا حاجة إلى أي مستندات عن دخلك.',
        'تأخذ البطاقة معك، وتعمل على الفور.',
      ],
    },
    issuers: 'الخدمات التي توزّع البطاقة',
    none: (municipality) => `${municipality}: لم يُعلن عن خدمات توزّع البطاقة.`,
    noneTodo:
      'اسأل مع ذلك عن البطاقة في الخدمة التي أنت من عملائها، فليست كل الخدمات ظاهرة هنا. ويمكنك أيضًا سؤال جهات الاتصال في المنطقة.',
    coming: (municipality) => `${municipality}: ما زال التحضير جاريًا، ولا يمكن الحصول على البطاقة هناك بعد.`,
    outside: 'إذا لم تكن بلديتك في القائمة، فهي غير مشاركة في Kaikukortti بعد.',
    area: (area) => `صفحة المنطقة: ${area}`,
  },
  ru: {
    title: 'Где получить карту?',
    description: 'Службы, которые выдают карты Kaikukortti, по муниципалитетам.',
    lead: 'Карту вы получаете в службе, клиентом которой являетесь. Выберите свой муниципалитет.',
    municipality: 'Ваш муниципалитет',
    every: 'Все муниципалитеты',
    show: 'Показать службы',
    todo: {
      title: 'Как попросить карту',
      lines: [
        'Спросите о карте сотрудника, когда будете в службе в следующий раз.',
        'Сотрудник обсудит с вами вашу ситуацию. Справки о доходах не нужны.',
        'Карту вам дадут с собой, и она сразу действует.',
      ],
    },
    issuers: 'Службы, которые выдают карты',
    none: (municipality) => `${municipality}: службы, выдающие карты, публично не указаны.`,
    noneTodo:
      'Всё равно спросите о карте в службе, клиентом которой вы являетесь: здесь указаны не все. Можно спросить и у контактных лиц региона.',
    coming: (municipality) => `${municipality}: карту только готовятся ввести. Получить её там ещё нельзя.`,
    outside: 'Если вашего муниципалитета нет в списке, он ещё не участвует в Kaikukortti.',
    area: (area) => `Страница региона: ${area}`,
  },
  uk: {
    title: 'Де отримати картку?',
    description: 'Служби, які видають картки Kaikukortti, за муніципалітетами.',
    lead: 'Картку ви отримуєте у службі, клієнтом якої є. Виберіть свій муніципалітет.',
    municipality: 'Ваш муніципалітет',
    every: 'Усі муніципалітети',
    show: 'Показати служби',
    todo: {
      title: 'Як попросити картку',
      lines: [
        'Запитайте про картку працівника, коли наступного разу будете у службі.',
        'Працівник обговорить з вами вашу ситуацію. Довідки про доходи не потрібні.',
        'Картку вам дадуть із собою, і вона одразу діє.',
      ],
    },
    issuers: 'Служби, які видають картки',
    none: (municipality) => `${municipality}: служби, що видають картки, публічно не вказано.`,
    noneTodo:
      'Усе одно запитайте про картку у службі, клієнтом якої ви є: тут вказано не всі. Можна запитати і в контактних осіб регіону.',
    coming: (municipality) =>
      `${municipality}: картку лише готуються запровадити. Отримати її там ще не можна.`,
    outside: 'Якщо вашого муніципалітету немає у списку, він ще не бере участі в Kaikukortti.',
    area: (area) => `Сторінка регіону: ${area}`,
  },
  so: {
    title: 'Xaggee kaarka laga helaa?',
    description: 'Adeegyada bixiya kaarka Kaikukortti, degmo degmo.',
    lead: 'Kaarka waxaad ka helaysaa adeeg aad macmiil ka tahay. Dooro degmadaada.',
    municipality: 'Degmadaada',
    every: 'Dhammaan degmooyinka',
    show: 'Tus adeegyada',
    todo: {
      title: 'Sida kaarka loo codsado',
      lines: [
        'Shaqaalaha weydii kaarka marka xigta ee aad adeegga timaaddo.',
        'Shaqaaluhu xaaladdaada ayuu kula eegayaa. Uma baahnid warqado ku saabsan dakhligaaga.',
        'Kaarka waad qaadanaysaa, isla markiibana wuu shaqeeyaa.',
      ],
    },
    issuers: 'Adeegyada kaarka bixiya',
    none: (municipality) => `${municipality}: lama shaacin adeegyo kaarka bixiya.`,
    noneTodo:
      'Si kastaba weydii kaarka adeegga aad macmiilka ka tahay: dhammaan halkan kuma qorna. Waxaad sidoo kale weydiin kartaa xiriirka deegaanka.',
    coming: (municipality) => `${municipality} weli way isu diyaarinaysaa. Kaarka weli lagama heli karo.`,
    outside: 'Haddii degmadaadu aanay liiska ku jirin, weli kama mid aha Kaikukortti.',
    area: (area) => `Bogga deegaanka: ${area}`,
  },
  se: {
    title: 'Gos koartta oažžu?',
    description: 'Bálvalusat, mat juhket Kaikukortti-koarttaid, gielda hávális.',
    lead: 'Oaččut koartta bálvalusas, man áššehas don leat. Vállje ruovttugieldda.',
    municipality: 'Ruovttugielda',
    every: 'Buot gielddat',
    show: 'Čájet bálvalusaid',
    todo: {
      title: 'Ná jearat koartta',
      lines: [
        'Jeara koartta bargis, go finadat bálvalusas boahtte háve.',
        'Bargi árvvoštallá dili duinna. It dárbbaš duođaštusaid dienasteattát birra.',
        'Oaččut koartta mielddát, ja dat doaibmá dakkaviđe.',
      ],
    },
    issuers: 'Bálvalusat, mat juhket koarttaid',
    none: (municipality) => `${municipality}: bálvalusat, mat juhket koarttaid, eai leat almmuhuvvon.`,
    noneTodo:
      'Jeara goit koartta bálvalusas, man áššehas don leat. Buot bálvalusat eai oidno dás. Sáhtát jearrat maiddái guovllu oktavuođain.',
    coming: (municipality) => `${municipality} lea easka válmmaštallamin. Doppe ii vel oaččo koartta.`,
    outside: 'Jus du gielda ii leat listtus, dat ii leat vel mielde Kaikukorttis.',
    area: (area) => `Guovllu siidu: ${area}`,
  },
})
