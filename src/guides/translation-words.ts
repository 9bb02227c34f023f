import type { GuideWords } from './guide-shape.ts'

/** A number of months in a language that counts in more than two ways (CLDR plural rules). */
const counted = (tag: string, forms: Record<string, string>) => {
  const rules = new Intl.PluralRules(tag)
  return (count: number) => `${count} ${forms[rules.select(count)] ?? forms.other}`
}
const arabicMonths = counted('ar', { few: 'أشهر', many: 'شهرًا', other: 'شهر' })
const russianMonths = counted('ru', { one: 'месяц', few: 'месяца', other: 'месяцев' })
const ukrainianMonths = counted('uk', { one: 'місяць', few: 'місяці', other: 'місяців' })

/** Made by us and not yet read by anybody whose own languages these are: each guide says so. */
export const translations: Record<'ar' | 'ru' | 'uk' | 'so' | 'se', GuideWords> = {
  ar: {
    title: 'كيف تستخدم بطاقة Kaikukortti',
    lead: [
      'بهذه البطاقة تحصل مجانًا على تذاكر دخول ومقاعد في الدورات. وهي صالحة عادةً في جميع أماكن Kaikukortti في أنحاء فنلندا.',
    ],
    ticket: {
      title: 'كيف تحصل على تذكرة أو مقعد في دورة',
      lines: [
        'اختر مكانًا. اسأل مسبقًا عمّا تتيحه البطاقة هناك، فالممارسات تختلف.',
        'احجز التذكرة أو استلمها من مكتب بيع التذاكر في المكان نفسه، واذكر رمز البطاقة. لا يمكن عادةً الحصول على التذكرة من متجر إلكتروني.',
        'سجّل في الدورة بالطريقة المعتادة، وأخبر منظّم الدورة برمز البطاقة.',
      ],
    },
    along: {
      title: 'خذ معك',
      lines: ['احمل البطاقة معك عند الحجز وعند استلام التذكرة وعند المشاركة.', 'كن مستعدًا لإثبات هويتك.'],
    },
    children: ({ childAge }) => ({
      title: 'الأطفال والمساعدون',
      lines: [
        `تحصل أيضًا على تذاكر لأطفالك وأحفادك دون سن ${childAge} عامًا عندما تذهبون معًا إلى الفعالية نفسها. عدد الأطفال مكتوب على البطاقة.`,
        'يدخل المساعد والمترجم الفوري مجانًا.',
      ],
    }),
    remember: {
      title: 'استخدم التذكرة التي تحجزها',
      lines: [
        'تقدّم الأماكن التذاكر بدافع حسن النية. لا تترك تذكرة دون استخدام من غير سبب قوي.',
        'إذا لم تستطع الحضور، فألغِ التذكرة فورًا. تجد طريقة الإلغاء في صفحة المكان.',
      ],
    },
    renewal: ({ months }) => ({
      title: 'عند انتهاء صلاحية البطاقة',
      lines: [
        `مدة صلاحية البطاقة عادةً ${arabicMonths(months)}. آخر يوم مكتوب داخل البطاقة.`,
        'تحصل على بطاقة جديدة من المكان نفسه الذي أعطاك هذه البطاقة.',
      ],
    }),
    lost: {
      title: 'إذا ضاعت البطاقة',
      lines: ['أخبر فورًا المكان الذي أعطاك البطاقة. تُغلق البطاقة القديمة وتحصل على بطاقة جديدة.'],
    },
    privacy: { title: 'حماية البيانات', lines: ['لا يُحفظ اسمك. تجد بيان حماية البيانات على العنوان:'] },
    givenBy: 'الجهة التي أعطت البطاقة',
    near: 'أماكن بالقرب منك:',
    places: 'أين يمكنك استخدام البطاقة',
    categories: { culture: 'ثقافة', education: 'تعليم', science: 'علوم', sports: 'رياضة' },
    more: 'أماكن أخرى قريبة:',
    allPlaces: 'جميع الأماكن:',
    scan: 'رمز QR يؤدي إلى قائمة الأماكن',
    asOf: 'بتاريخ',
  },
  ru: {
    title: 'Как пользоваться картой Kaikukortti',
    lead: [
      'По этой карте вы бесплатно получаете входные билеты и места на курсах. Она, как правило, действует во всех местах Kaikukortti по всей Финляндии.',
    ],
    ticket: {
      title: 'Как получить билет или место на курсе',
      lines: [
        'Выберите место. Заранее спросите, что даёт карта: правила бывают разными.',
        'Забронируйте или получите билет в собственной кассе этого места и назовите код карты. В интернет-магазине такой билет обычно не получить.',
        'На курс запишитесь обычным способом и сообщите организатору код карты.',
      ],
    },
    along: {
      title: 'Возьмите с собой',
      lines: [
        'Держите карту при себе, когда бронируете, получаете билет и участвуете.',
        'Будьте готовы подтвердить свою личность.',
      ],
    },
    children: ({ childAge }) => ({
      title: 'Дети и ассистенты',
      lines: [
        `Вы получаете билеты и для своих детей и внуков младше ${childAge} лет, если идёте вместе на одно мероприятие. Число детей указано на карте.`,
        'Ассистент и переводчик проходят бесплатно.',
      ],
    }),
    remember: {
      title: 'Используйте билет, который бронируете',
      lines: [
        'Билеты дают по доброй воле. Не оставляйте билет неиспользованным без веской причины.',
        'Если не можете прийти, сразу отмените билет. Как это сделать, написано на странице места.',
      ],
    },
    renewal: ({ months }) => ({
      title: 'Когда срок карты закончится',
      lines: [
        `Карта обычно действует ${russianMonths(months)}. Последний день указан внутри карты.`,
        'Новую карту вы получите там же, где получили эту.',
      ],
    }),
    lost: {
      title: 'Если карта потерялась',
      lines: ['Сразу сообщите туда, где получили карту. Старую карту закроют, и вы получите новую.'],
    },
    privacy: {
      title: 'Защита данных',
      lines: ['Ваше имя не сохраняется. Положение о защите данных находится по адресу:'],
    },
    givenBy: 'Карту выдали',
    near: 'Места рядом с вами:',
    places: 'Где действует карта',
    categories: { culture: 'Культура', education: 'Образование', science: 'Наука', sports: 'Спорт' },
    more: 'Другие места поблизости:',
    allPlaces: 'Все места:',
    scan: 'QR-код, ведущий к списку мест',
    asOf: 'По состоянию на',
  },
  uk: {
    title: 'Як користуватися карткою Kaikukortti',
    lead: [
      'За цією карткою ви безкоштовно отримуєте вхідні квитки та місця на курсах. Вона зазвичай діє в усіх місцях Kaikukortti по всій Фінляндії.',
    ],
    ticket: {
      title: 'Як отримати квиток або місце на курсі',
      lines: [
        'Виберіть місце. Заздалегідь запитайте, що дає картка: правила бувають різними.',
        'Забронюйте або отримайте квиток у власній касі цього місця та назвіть код картки. В інтернет-магазині такий квиток зазвичай не отримати.',
        'На курс запишіться звичайним способом і повідомте організатору код картки.',
      ],
    },
    along: {
      title: 'Візьміть із собою',
      lines: [
        'Майте картку при собі, коли бронюєте, отримуєте квиток і берете участь.',
        'Будьте готові підтвердити свою особу.',
      ],
    },
    children: ({ childAge }) => ({
      title: 'Діти та асистенти',
      lines: [
        `Ви отримуєте квитки й для своїх дітей та онуків до ${childAge} років, якщо йдете разом на один захід. Кількість дітей зазначена на картці.`,
        'Асистент і перекладач проходять безкоштовно.',
      ],
    }),
    remember: {
      title: 'Використайте квиток, який бронюєте',
      lines: [
        'Квитки дають із доброї волі. Не залишайте квиток невикористаним без вагомої причини.',
        'Якщо не можете прийти, одразу скасуйте квиток. Як це зробити, написано на сторінці місця.',
      ],
    },
    renewal: ({ months }) => ({
      title: 'Коли термін картки закінчиться',
      lines: [
        `Картка зазвичай діє ${ukrainianMonths(months)}. Останній день зазначено всередині картки.`,
        'Нову картку ви отримаєте там само, де отримали цю.',
      ],
    }),
    lost: {
      title: 'Якщо картка загубилася',
      lines: ['Одразу повідомте туди, де отримали картку. Стару картку закриють, і ви отримаєте нову.'],
    },
    privacy: {
      title: 'Захист даних',
      lines: ['Ваше ім’я не зберігається. Положення про захист даних розміщене за адресою:'],
    },
    givenBy: 'Картку видали',
    near: 'Місця поруч із вами:',
    places: 'Де діє картка',
    categories: { culture: 'Культура', education: 'Освіта', science: 'Наука', sports: 'Спорт' },
    more: 'Інші місця поблизу:',
    allPlaces: 'Усі місця:',
    scan: 'QR-код, що веде до списку місць',
    asOf: 'Станом на',
  },
  so: {
    title: 'Sida loo isticmaalo kaarka Kaikukortti',
    lead: [
      'Kaarkan waxaad ku helaysaa tigidhada gelitaanka iyo boosaska koorsooyinka oo bilaash ah. Badanaa wuxuu ka shaqeeyaa dhammaan goobaha Kaikukortti ee Finland.',
    ],
    ticket: {
      title: 'Sida loo helo tigidh ama boos koorso',
      lines: [
        'Dooro goob. Horay u weydii waxa kaarku kuu oggolaanayo, waayo hababku way kala duwan yihiin.',
        'Tigidhka ka qabso ama ka soo qaado iibka tigidhada ee goobta lafteeda, oo sheeg koodhka kaarka. Badanaa tigidhka lagama helo dukaanka internetka.',
        'Koorsada isaga qor sida caadiga ah, oo koodhka kaarka u sheeg qabanqaabiyaha koorsada.',
      ],
    },
    along: {
      title: 'Soo qaado',
      lines: [
        'Kaarka haysato marka aad wax qabsanayso, marka aad tigidhka soo qaadanayso iyo marka aad ka qayb galayso.',
        'U diyaar ahow inaad caddayso aqoonsigaaga.',
      ],
    },
    children: ({ childAge }) => ({
      title: 'Carruurta iyo caawiyeyaasha',
      lines: [
        `Waxaad sidoo kale tigidh u helaysaa carruurtaada iyo carruurta ay dhaleen ee ka yar ${childAge} sano, marka aad wada tagtaan isla munaasabadda. Tirada carruurtu waxay ku qoran tahay kaarka.`,
        'Caawiyaha iyo turjubaanku waxay ku galaan bilaash.',
      ],
    }),
    remember: {
      title: 'Isticmaal tigidhka aad qabsato',
      lines: [
        'Goobuhu tigidhada waxay ku bixiyaan niyad wanaag. Tigidh ha ka tagin adigoon isticmaalin sabab culus la’aanteed.',
        'Haddii aadan iman karin, isla markiiba tigidhka jooji. Bogga goobta ayaa ku qoran sida loo joojiyo.',
      ],
    },
    renewal: ({ months }) => ({
      title: 'Marka kaarku dhaco',
      lines: [
        `Kaarku badanaa wuxuu shaqeeyaa ${months} bilood. Maalinta ugu dambaysa waxay ku qoran tahay kaarka gudihiisa.`,
        'Kaar cusub waxaad ka helaysaa isla meesha aad kan ka heshay.',
      ],
    }),
    lost: {
      title: 'Haddii kaarku lumo',
      lines: [
        'Isla markiiba u sheeg meesha aad kaarka ka heshay. Kaarkii hore waa la xirayaa, mid cusubna waad helaysaa.',
      ],
    },
    privacy: {
      title: 'Ilaalinta xogta',
      lines: ['Magacaaga lama kaydiyo. Warbixinta ilaalinta xogta waxay ku taallaa ciwaanka:'],
    },
    givenBy: 'Kaarka waxaa bixiyay',
    near: 'Goobaha kuu dhow:',
    places: 'Halka kaarka laga isticmaali karo',
    categories: { culture: 'Dhaqan', education: 'Waxbarasho', science: 'Saynis', sports: 'Isboorti' },
    more: 'Goobo kale oo dhow:',
    allPlaces: 'Dhammaan goobaha:',
    scan: 'Koodhka QR ee geeya liiska goobaha',
    asOf: 'Taariikhda',
  },
  se: {
    title: 'Ná geavahat Kaikukortti-koartta',
    lead: [
      'Dáinna koarttain oaččut nuvttá sisabeassanbileahtaid ja kursasajiid. Koarta doaibmá dábálaččat buot Kaikukortti-báikkiin miehtá Suoma.',
    ],
    ticket: {
      title: 'Ná oaččut bileahta dahje kursasaji',
      lines: [
        'Vállje báikki. Jeara ovddalgihtii, masa koarttain beassá, dasgo vuogit molsašuddet.',
        'Várre dahje viečča bileahta báikki iežas bileahttavuovdimis ja muital koartta dovddaldaga. Neahttagávppis bileahta ii dábálaččat oaččo.',
        'Almmut iežat kursii dábálaš vuogi mielde ja muital koartta dovddaldaga kurssa lágideaddjái.',
      ],
    },
    along: {
      title: 'Váldde mielde',
      lines: [
        'Doala koartta mielde, go várret, vieččat bileahta ja oassálasttát.',
        'Ráhkkan duođaštit iežat persovnnalašvuođa.',
      ],
    },
    children: ({ childAge }) => ({
      title: 'Mánát ja veahkkit',
      lines: [
        `Oaččut bileahtaid maiddái vuollel ${childAge}-jahkásaš mánáidasat ja mánáidat mánáide, go mannabehtet ovttas seamma dáhpáhussii. Mánáid lohku lea merkejuvvon kortii.`,
        'Veahkki ja dulka besset nuvttá.',
      ],
    }),
    remember: {
      title: 'Geavat bileahta, man várret',
      lines: [
        'Báikkit addet bileahtaid buriin dáhtuin. Ale guođe bileahta geavatkeahttá almmá nana siva.',
        'Jus it beasa, šluhtte bileahta dakkaviđe. Báikki siiddus čuožžu mo dan dahká.',
      ],
    },
    renewal: ({ months }) => ({
      title: 'Go koarta boarásmuvvá',
      lines: [
        `Koarta lea dábálaččat fámus ${months} mánu. Maŋimuš beaivi lea čállojuvvon koartta sisa.`,
        'Oaččut ođđa koartta seamma báikkis, gos ožžot dán.',
      ],
    }),
    lost: {
      title: 'Jus koarta láhppo',
      lines: ['Muital dan dakkaviđe báikái, gos ožžot koartta. Boares koarta giddejuvvo ja oaččut ođđa.'],
    },
    privacy: {
      title: 'Diehtosuodji',
      lines: ['Du namma ii vurkejuvvo. Diehtosuodječilgehus lea čujuhusas'],
    },
    givenBy: 'Koartta attii',
    near: 'Báikkit lahka du:',
    places: 'Masa koarttain beassá',
    categories: { culture: 'Kultuvra', education: 'Oahpahus', science: 'Dieđa', sports: 'Lihkadeapmi' },
    more: 'Eará báikkit lahka:',
    allPlaces: 'Buot báikkit:',
    scan: 'QR-koda, mii doalvu báikkiid listui',
    asOf: 'Dilli',
  },
}
