import type { CardState, Gender, LifeSituation } from './rules.ts'

/** Life situations and genders in the words of the screens; old registers have them in any of our languages. */
export const lives: readonly (readonly [LifeSituation | null, readonly string[]])[] = [
  ['unemployed', ['unemployed', 'työtön', 'arbetslös']],
  [
    'rehabilitative-work',
    [
      ...['rehabilitative-work', 'in rehabilitative work', 'työllistetty', 'kuntouttavassa työtoiminnassa'],
      ...['työllistetty/kuntouttavassa työtoiminnassa', 'i arbetsverksamhet i rehabiliteringssyfte'],
    ],
  ],
  ['student', ['student', 'opiskelija', 'studerande']],
  [
    'pensioner',
    ['pensioner', 'on a pension', 'retired', 'eläkkeellä', 'eläkeläinen', 'pensionär', 'pensionerad'],
  ],
  ['family-leave', ['family-leave', 'on family leave', 'perhevapaalla', 'familjeledig']],
  ['carer', ['carer', 'family carer', 'omaishoitaja', 'närståendevårdare']],
  [
    'asylum-or-migrant',
    [
      ...['asylum-or-migrant', 'asylum seeker or migrant', 'turvapaikanhakija', 'maahan muuttanut'],
      ...['turvapaikanhakija/maahan muuttanut', 'asylsökande', 'invandrare', 'asylsökande eller invandrare'],
    ],
  ],
  [
    'long-term-illness',
    [
      ...['long-term-illness', 'long-term illness or rehabilitation', 'pitkäaikaissairas', 'kuntoutuja'],
      ...['pitkäaikaissairas/kuntoutuja', 'långtidssjuk', 'långtidssjuk eller rehabiliteringsklient'],
    ],
  ],
  ['other', ['other', 'muu', 'annan', 'annat']],
  [null, ['prefers not to say', 'ei halua sanoa', 'vill inte säga', 'vill inte uppge']],
]
export const genders: readonly (readonly [Gender | null, readonly string[]])[] = [
  ['woman', ['woman', 'female', 'nainen', 'kvinna']],
  ['man', ['man', 'male', 'mies']],
  ['other', ['other', 'muu', 'annan', 'annat']],
  [null, ['prefers not to say', 'ei halua sanoa', 'vill inte säga', 'vill inte uppge']],
]
export const closings: readonly (readonly [CardState, readonly string[]])[] = [
  [
    'withdrawn',
    ['withdrawn', 'poistettu', 'peruttu', 'mitätöity', 'palautettu', 'återkallat', 'taget ur bruk'],
  ],
  ['lost', ['lost', 'kadonnut', 'kadotettu', 'hukattu', 'försvunnet', 'borttappat']],
  ['replaced', ['replaced', 'korvattu', 'vaihdettu', 'uusittu', 'ersatt']],
]
