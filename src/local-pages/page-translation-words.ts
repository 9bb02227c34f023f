import type { LocalWords } from './page-shape.ts'

/** Made by us and not yet read by anybody whose own languages these are: each page says so. */
export const translations: Record<'ar' | 'ru' | 'uk' | 'so' | 'se', LocalWords> = {
  ar: {
    title: (area) => `بطاقة Kaikukortti: ${area}`,
    description: (area) => `${area}: من أين تحصل على البطاقة، وأين تُستخدم، وكيف تحصل على تذكرة.`,
    what: 'ما هي بطاقة Kaikukortti؟',
    who: {
      title: 'من يمكنه الحصول على البطاقة؟',
      lead: 'يمكنك الحصول على البطاقة إذا انطبق عليك كل ما يلي:',
      lines: [
        'عمرك # عامًا أو أكثر، أو تبلغ # عامًا هذه السنة.',
        'بلدية سكنك مشاركة في Kaikukortti.',
        'أنت من عملاء خدمة أو جمعية توزّع البطاقة.',
        'وضعك المالي ضيّق إلى حد أنك لا تستطيع شراء التذاكر.',
      ],
      noPapers: 'لا حاجة إلى أي مستندات عن دخلك.',
    },
    where: {
      title: 'من أين تحصل على البطاقة؟',
      ask: 'تعطي هذه الخدمات البطاقة لعملائها. اسأل الموظفين عن البطاقة.',
      none: 'لم تُعلن المنطقة بعد أين تُوزَّع البطاقة. اسأل عنها في الخدمة التي أنت من عملائها.',
    },
    places: {
      title: 'أين تُستخدم البطاقة؟',
      none: 'لا توجد أماكن في المنطقة بعد. والبطاقة صالحة عادةً في أماكن المناطق الأخرى.',
      all: 'اطّلع على جميع الأماكن',
      askThere: 'إذا لم يُذكر كيف تحصل على التذكرة، فاسأل المكان نفسه.',
    },
    popUp: 'مؤقت',
    paused: 'متوقف حاليًا',
    community: {
      title: 'بطاقة Kaikukortti الجماعية',
      lines: [
        'قد تكون لدى الخدمة التي توزّع البطاقات بطاقة جماعية. بها يدخل الموظف مجانًا عندما تذهبون معًا.',
        'اسأل عن الرحلات المشتركة في الخدمة التي أنت من عملائها.',
      ],
    },
    elsewhere: {
      title: 'مناطق أخرى',
      lines: ['البطاقة صالحة عادةً في مناطق Kaikukortti الأخرى أيضًا. اسأل المكان قبل أن تسافر.'],
    },
    brochure: 'كتيّب المنطقة',
    contacts: {
      title: 'معلومات الاتصال',
      sides: { culture: 'الثقافة', sote: 'الخدمات الاجتماعية والصحية' },
    },
    municipalities: 'بلديات المنطقة',
    goodToKnow: 'من المفيد أن تعرف',
    notice: 'إعلان',
    whole: 'افتح الصفحة كاملة',
  },
  ru: {
    title: (area) => `Карта Kaikukortti: ${area}`,
    description: (area) => `${area}: где получить карту, где она действует и как получить билет.`,
    what: 'Что такое Kaikukortti?',
    who: {
      title: 'Кто может получить карту?',
      lead: 'Вы можете получить карту, если верно всё это:',
      lines: [
        'Вам # лет или больше, или исполнится # в этом году.',
        'Ваш муниципалитет участвует в Kaikukortti.',
        'Вы клиент службы или организации, которые выдают карту.',
        'С деньгами так трудно, что вы не можете покупать билеты.',
      ],
      noPapers: 'Справки о доходах не нужны.',
    },
    where: {
      title: 'Где получить карту?',
      ask: 'Эти службы выдают карты своим клиентам. Спросите о карте у сотрудников.',
      none: 'Регион ещё не сообщил, где выдают карту. Спросите в службе, клиентом которой вы являетесь.',
    },
    places: {
      title: 'Где действует карта?',
      none: 'В регионе пока нет мест. Обычно карта действует в местах других регионов.',
      all: 'Смотреть все места',
      askThere: 'Если не сказано, как получить билет, спросите на месте.',
    },
    popUp: 'Временно',
    paused: 'Перерыв',
    community: {
      title: 'Общая карта Kaikukortti',
      lines: [
        'У службы, которая выдаёт карты, может быть общая карта. По ней сотрудник проходит бесплатно, когда вы идёте вместе.',
        'О совместных выходах спросите в службе, клиентом которой вы являетесь.',
      ],
    },
    elsewhere: {
      title: 'Другие регионы',
      lines: ['Карта обычно действует и в других регионах Kaikukortti. Перед поездкой уточните на месте.'],
    },
    brochure: 'Брошюра региона',
    contacts: {
      title: 'Контакты',
      sides: { culture: 'Культура', sote: 'Социальные и медицинские службы' },
    },
    municipalities: 'Муниципалитеты региона',
    goodToKnow: 'Полезно знать',
    notice: 'Объявление',
    whole: 'Открыть страницу целиком',
  },
  uk: {
    title: (area) => `Картка Kaikukortti: ${area}`,
    description: (area) => `${area}: де отримати картку, де вона діє і як отримати квиток.`,
    what: 'Що таке Kaikukortti?',
    who: {
      title: 'Хто може отримати картку?',
      lead: 'Ви можете отримати картку, якщо правда все це:',
      lines: [
        'Вам # років або більше, або виповниться # цього року.',
        'Ваш муніципалітет бере участь у Kaikukortti.',
        'Ви клієнт служби або організації, які видають картку.',
        'З грошима так скрутно, що ви не можете купувати квитки.',
      ],
      noPapers: 'Довідки про доходи не потрібні.',
    },
    where: {
      title: 'Де отримати картку?',
      ask: 'Ці служби видають картки своїм клієнтам. Запитайте про картку у працівників.',
      none: 'Регіон ще не повідомив, де видають картку. Запитайте у службі, клієнтом якої ви є.',
    },
    places: {
      title: 'Де діє картка?',
      none: 'У регіоні поки немає місць. Зазвичай картка діє в місцях інших регіонів.',
      all: 'Дивитися всі місця',
      askThere: 'Якщо не сказано, як отримати квиток, запитайте на місці.',
    },
    popUp: 'Тимчасово',
    paused: 'Перерва',
    community: {
      title: 'Спільна картка Kaikukortti',
      lines: [
        'Служба, яка видає картки, може мати спільну картку. За нею працівник проходить безкоштовно, коли ви йдете разом.',
        'Про спільні виходи запитайте у службі, клієнтом якої ви є.',
      ],
    },
    elsewhere: {
      title: 'Інші регіони',
      lines: ['Картка зазвичай діє і в інших регіонах Kaikukortti. Перед поїздкою уточніть на місці.'],
    },
    brochure: 'Брошура регіону',
    contacts: {
      title: 'Контакти',
      sides: { culture: 'Культура', sote: 'Соціальні та медичні служби' },
    },
    municipalities: 'Муніципалітети регіону',
    goodToKnow: 'Корисно знати',
    notice: 'Оголошення',
    whole: 'Відкрити всю сторінку',
  },
  so: {
    title: (area) => `Kaarka Kaikukortti: ${area}`,
    description: (area) => `${area}: halka kaarka laga helo, halka laga isticmaalo iyo sida tigidh loo helo.`,
    what: 'Waa maxay Kaikukortti?',
    who: {
      title: 'Yaa heli kara kaarka?',
      lead: 'Kaarka waad heli kartaa haddii intan oo dhan ay kugu run tahay:',
      lines: [
        'Waxaad jirtaa # sano ama ka badan, ama sannadkan ayaad # noqonaysaa.',
        'Degmadaadu waxay ka mid tahay Kaikukortti.',
        'Waxaad macmiil ka tahay adeeg ama urur kaarka bixiya.',
        'Lacagtu aad bay kuugu adag tahay, oo tigidhada ma iibsan kartid.',
      ],
      noPapers: 'Uma baahnid warqado ku saabsan dakhligaaga.',
    },
    where: {
      title: 'Xaggee kaarka laga helaa?',
      ask: 'Adeegyadan ayaa kaarka siiya macaamiishooda. Shaqaalaha weydii kaarka.',
      none: 'Deegaanku weli ma sheegin halka kaarka laga helo. Weydii adeegga aad macmiilka ka tahay.',
    },
    places: {
      title: 'Xaggee kaarka laga isticmaali karaa?',
      none: 'Deegaanku weli goobo ma laha. Badanaa kaarku wuxuu ka shaqeeyaa goobaha deegaannada kale.',
      all: 'Eeg dhammaan goobaha',
      askThere: 'Haddii aan la sheegin sida tigidhka loo helo, goobta weydii.',
    },
    popUp: 'Ku-meelgaar',
    paused: 'Hakad',
    community: {
      title: 'Kaikukortti wadareed',
      lines: [
        'Adeegga kaarka bixiya wuxuu yeelan karaa kaar wadareed. Shaqaaluhu bilaash ayay ku galaan marka aad wada tagtaan.',
        'Adeegga aad macmiilka ka tahay weydii socdaallada wadajirka ah.',
      ],
    },
    elsewhere: {
      title: 'Deegaannada kale',
      lines: [
        'Badanaa kaarku wuxuu sidoo kale ka shaqeeyaa deegaannada kale ee Kaikukortti. Goobta weydii ka hor safarka.',
      ],
    },
    brochure: 'Buugyaraha deegaanka',
    contacts: {
      title: 'Xiriirka',
      sides: { culture: 'Dhaqanka', sote: 'Adeegyada bulshada iyo caafimaadka' },
    },
    municipalities: 'Degmooyinka deegaanka',
    goodToKnow: 'Way fiican tahay in la ogaado',
    notice: 'Ogeysiis',
    whole: 'Fur bogga oo dhan',
  },
  se: {
    title: (area) => `Kaikukortti: ${area}`,
    description: (area) => `${area}: gos Kaikukortti oažžu, masa koarttain beassá ja mo bileahta oažžu.`,
    what: 'Mii lea Kaikukortti?',
    who: {
      title: 'Gii sáhttá oažžut koartta?',
      lead: 'Sáhtát oažžut koartta, go buot dát leat duohta:',
      lines: [
        'Don leat #-jahkásaš dahje boarrásut, dahje deavddát # dán jagi.',
        'Du ruovttugielda lea mielde Kaikukorttis.',
        'Don leat áššehas bálvalusas dahje searvvis, mii juohká koartta.',
        'Du ruhtadilli lea nu čavgat, ahte it sáhte oastit bileahtaid.',
      ],
      noPapers: 'It dárbbaš duođaštusaid dienasteattát birra.',
    },
    where: {
      title: 'Gos koartta oažžu?',
      ask: 'Dát bálvalusat addet koarttaid iežaset áššehasaide. Jeara koartta bargis.',
      none: 'Guovlu ii leat vel muitalan, gos koartta oažžu. Jeara bálvalusas, man áššehas don leat.',
    },
    places: {
      title: 'Masa koarttain beassá?',
      none: 'Guovllus eai leat vel báikkit. Koarta doaibmá dábálaččat eará guovlluid báikkiin.',
      all: 'Geahča buot báikkiid',
      askThere: 'Jus das ii čuoččo, mo bileahta oažžu, jeara báikkis.',
    },
    popUp: 'Gaskaboddosaš',
    paused: 'Bottus',
    community: {
      title: 'Servoša Kaikukortti',
      lines: [
        'Bálvalusas, mii juohká koarttaid, sáhttá leat servoša koarta. Dainna bargi beassá mielde nuvttá, go vuolgibehtet ovttas.',
        'Jeara oktasaš mátkkiin bálvalusas, man áššehas don leat.',
      ],
    },
    elsewhere: {
      title: 'Eará guovllut',
      lines: [
        'Koarta doaibmá dábálaččat maiddái eará Kaikukortti-guovlluin. Dárkkis báikkis ovdal go vuolggát.',
      ],
    },
    brochure: 'Guovllu gihpa',
    contacts: {
      title: 'Oktavuođadieđut',
      sides: { culture: 'Kultuvra', sote: 'Sosiála- ja dearvvašvuođabálvalusat' },
    },
    municipalities: 'Guovllu gielddat',
    goodToKnow: 'Buorre diehtit',
    notice: 'Dieđáhus',
    whole: 'Raba olles siiddu',
  },
}
