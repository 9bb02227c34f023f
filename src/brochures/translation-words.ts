import type { Part } from './rules.ts'

/** What the brochure says besides the guide. `age` in years. */
export type OwnWords = {
  title: string
  lead: string
  about: string
  /** Instead of the guide's, where the card works in its own area only. */
  localLead: string[]
  who: (age: number) => Part
  community: (age: number) => Part
  rules: string
  personal: string
  units: Part
  goodToKnow: string
  contact: string
  latest: string
  scan: string
  edition: string
  coming: string
  notes: string
}

/** Made by us and not yet read by anybody whose own languages these are: each brochure says so. */
export const translations: Record<'ar' | 'ru' | 'uk' | 'so' | 'se', OwnWords> = {
  ar: {
    title: 'بطاقة Kaikukortti',
    lead: 'ثقافة ودورات ورياضة مجانًا',
    about: 'ما هي بطاقة Kaikukortti',
    localLead: [
      'بهذه البطاقة تحصل مجانًا على تذاكر دخول ومقاعد في الدورات. البطاقة التي تُعطى هنا صالحة في أماكن هذه المنطقة فقط.',
    ],
    who: (age) => ({
      title: 'من يمكنه الحصول على البطاقة',
      lines: [
        `يمكنك الحصول على البطاقة إذا أتممت هذا العام ${age} عامًا على الأقل وكانت بلديتك مشاركة.`,
        'وأن تكون أيضًا من عملاء خدمة أو جمعية تعطي البطاقة، وألا يكفي مالك لشراء التذاكر أو دفع رسوم الدورات.',
        'لا حاجة إلى إثبات للدخل. تحدّث عن ذلك مع أحد العاملين هناك.',
      ],
    }),
    community: (age) => ({
      title: 'بطاقة Kaikukortti الجماعية',
      lines: [
        `غالبًا ما تكون للجهة التي تعطي البطاقة بطاقة جماعية خاصة بها. بها يدخل العامل معك مجانًا. ويدخل بالبطاقة نفسها العملاء دون سن ${age} عامًا.`,
        'أما العملاء الآخرون فيستخدمون بطاقاتهم الخاصة.',
      ],
    }),
    rules: 'قواعد استخدام البطاقة',
    personal: 'البطاقة شخصية. لا تدع أحدًا غيرك يستخدمها.',
    units: {
      title: 'من أين تحصل على البطاقة',
      lines: ['هل أنت من عملاء إحدى هذه الجهات؟ اسأل أحد العاملين فيها عن البطاقة.'],
    },
    goodToKnow: 'من المفيد أن تعرف',
    contact: 'للتواصل',
    latest: 'أحدث المعلومات:',
    scan: 'رمز QR يؤدي إلى صفحة المنطقة',
    edition: 'الطبعة',
    coming: 'قريبًا',
    notes: 'ملاحظاتي',
  },
  ru: {
    title: 'Карта Kaikukortti',
    lead: 'Культура, курсы и спорт бесплатно',
    about: 'Что такое Kaikukortti',
    localLead: [
      'По этой карте вы бесплатно получаете входные билеты и места на курсах. Карта, выданная здесь, действует только в местах этого региона.',
    ],
    who: (age) => ({
      title: 'Кто может получить карту',
      lines: [
        `Карту можно получить, если в этом году вам исполняется не менее ${age} лет и ваш муниципалитет участвует.`,
        'Кроме того, вы клиент службы или организации, которая выдаёт карты. Ваших денег не хватает на билеты или оплату курсов.',
        'Справка о доходах не нужна. Поговорите об этом с сотрудником.',
      ],
    }),
    community: (age) => ({
      title: 'Общая карта Kaikukortti',
      lines: [
        `У службы, которая выдаёт карты, часто есть своя общая карта. По ней сотрудник бесплатно проходит вместе с вами. По этой же карте проходят клиенты младше ${age} лет.`,
        'Остальные клиенты пользуются своей картой.',
      ],
    }),
    rules: 'Правила пользования картой',
    personal: 'Карта личная. Не давайте её другим.',
    units: {
      title: 'Где получить карту',
      lines: ['Вы клиент одной из этих служб? Спросите о карте у сотрудника.'],
    },
    goodToKnow: 'Полезно знать',
    contact: 'Контакты',
    latest: 'Актуальные сведения:',
    scan: 'QR-код, ведущий на страницу региона',
    edition: 'Издание',
    coming: 'скоро',
    notes: 'Мои заметки',
  },
  uk: {
    title: 'Картка Kaikukortti',
    lead: 'Культура, курси та спорт безкоштовно',
    about: 'Що таке Kaikukortti',
    localLead: [
      'За цією карткою ви безкоштовно отримуєте вхідні квитки та місця на курсах. Картка, видана тут, діє лише в місцях цього регіону.',
    ],
    who: (age) => ({
      title: 'Хто може отримати картку',
      lines: [
        `Картку можна отримати, якщо цього року вам виповнюється щонайменше ${age} років і ваш муніципалітет бере участь.`,
        'Крім того, ви клієнт служби або організації, яка видає картки. Ваших грошей не вистачає на квитки чи оплату курсів.',
        'Довідка про доходи не потрібна. Поговоріть про це з працівником.',
      ],
    }),
    community: (age) => ({
      title: 'Спільна картка Kaikukortti',
      lines: [
        `Служба, яка видає картки, часто має власну спільну картку. За нею працівник безкоштовно проходить разом із вами. За цією ж карткою проходять клієнти до ${age} років.`,
        'Інші клієнти користуються своєю карткою.',
      ],
    }),
    rules: 'Правила користування карткою',
    personal: 'Картка особиста. Не давайте її іншим.',
    units: {
      title: 'Де отримати картку',
      lines: ['Ви клієнт однієї з цих служб? Запитайте про картку в працівника.'],
    },
    goodToKnow: 'Корисно знати',
    contact: 'Контакти',
    latest: 'Актуальні відомості:',
    scan: 'QR-код, що веде на сторінку регіону',
    edition: 'Видання',
    coming: 'незабаром',
    notes: 'Мої нотатки',
  },
  so: {
    title: 'Kaarka Kaikukortti',
    lead: 'Dhaqan, koorsooyin iyo isboorti bilaash ah',
    about: 'Waa maxay Kaikukortti',
    localLead: [
      'Kaarkan waxaad ku helaysaa tigidhada gelitaanka iyo boosaska koorsooyinka oo bilaash ah. Kaarka halkan laga bixiyo wuxuu ka shaqeeyaa oo keliya goobaha deegaankan.',
    ],
    who: (age) => ({
      title: 'Yaa heli kara kaarka',
      lines: [
        `Kaarka waad heli kartaa haddii aad sannadkan buuxinayso ugu yaraan ${age} sano oo degmadaadu ka qayb galayso.`,
        'Sidoo kale waxaad tahay macmiil adeeg ama urur kaarka bixiya. Lacagtaadu kuma filna tigidhada ama khidmadda koorsooyinka.',
        'Looma baahna caddayn dakhli. Kala hadal shaqaale halkaas jooga.',
      ],
    }),
    community: (age) => ({
      title: 'Kaikukortti-ga bulshada',
      lines: [
        `Meesha kaarka bixisa badanaa waxay leedahay kaar bulsho oo u gaar ah. Kaarkaas shaqaaluhu bilaash ayuu kugu raaci karaa. Macaamiisha ka yar ${age} sano waxay ku galaan isla kaarkaas.`,
        'Macaamiisha kale waxay isticmaalaan kaarkooda.',
      ],
    }),
    rules: 'Xeerarka kaarka',
    personal: 'Kaarku waa shakhsi. Qof kale ha u oggolaan inuu isticmaalo.',
    units: {
      title: 'Halka kaarka laga helo',
      lines: ['Ma tahay macmiil mid ka mid ah kuwan? Kaarka weydii shaqaalaha.'],
    },
    goodToKnow: 'Wanaagsan in la ogaado',
    contact: 'La xiriir',
    latest: 'Xogtii ugu dambaysay:',
    scan: 'Koodhka QR ee geeya bogga deegaanka',
    edition: 'Daabacaadda',
    coming: 'dhowaan',
    notes: 'Qoraalladayda',
  },
  se: {
    title: 'Kaikukortti',
    lead: 'Kultuvra, kurssat ja lihkadeapmi nuvttá',
    about: 'Mii Kaikukortti lea',
    localLead: [
      'Dáinna koarttain oaččut nuvttá sisabeassanbileahtaid ja kursasajiid. Dáppe addojuvvon koarta doaibmá dušše dán guovllu báikkiin.',
    ],
    who: (age) => ({
      title: 'Gii sáhttá oažžut koartta',
      lines: [
        `Sáhtát oažžut koartta, go deavddát dán jagi unnimustá ${age} jagi ja ruovttugielddat lea mielde.`,
        'Lassin leat dakkár bálvalusa dahje searvvi áššehas, mii juohká koarttaid. Du ruđat eai reahká bileahtaide dahje kursamávssuide.',
        'Sisaboađuin ii dárbbašuvvo duođaštus. Hupmma áššis bargiin.',
      ],
    }),
    community: (age) => ({
      title: 'Servoša Kaikukortti',
      lines: [
        `Báikkis, mii juohká koarttaid, lea dávjá iežas servoša koarta. Dainna bargi beassá nuvttá du mielde. Vuollel ${age}-jahkásaš áššehasat besset seamma koarttain.`,
        'Eará áššehasat geavahit iežaset koartta.',
      ],
    }),
    rules: 'Koartta njuolggadusat',
    personal: 'Koarta lea persovnnalaš. Ale atte dan earáid atnui.',
    units: {
      title: 'Gos koartta oažžu',
      lines: ['Leatgo muhtin dáid áššehas? Jeara koartta bargis.'],
    },
    goodToKnow: 'Buorre diehtit',
    contact: 'Oktavuođadieđut',
    latest: 'Ođđaseamos dieđut:',
    scan: 'QR-koda, mii doalvu guovllu siidui',
    edition: 'Deaddilus',
    coming: 'boahtimin',
    notes: 'Iežan merkejumit',
  },
}
