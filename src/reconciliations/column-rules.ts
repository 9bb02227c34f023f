/** What a column of an export can be. Day and time may stand in one column or in two. */
export const columnNames = [
  'day',
  'time',
  'event',
  'quantity',
  'price',
  'type',
  'note',
  'code',
  'receipt',
] as const
export type ColumnName = (typeof columnNames)[number]

/** How a line of the card is told from others: by a word in its type or note, by a price of zero, or by both. */
export const cardRules = ['word', 'zero', 'both'] as const
type CardRule = (typeof cardRules)[number]

/** Where each thing stands, counted from 0; null for what the export does not have. */
export type Mapping = Record<ColumnName, number | null> & { rule: CardRule; words: string }

/** The headings that tills write in Finnish, Swedish and English, the surest first. */
const headings: Record<ColumnName, RegExp> = {
  day: /^(päivä|pvm|päiväys|päivämäärä|myyntipäivä|myyntiaika|aika(leima)?|datum|dag|date|day|timestamp|sold ?at)|pvm|päivä|datum|date/i,
  time: /^(klo|kello(naika)?|aika|tid|klockslag|kl|time)\b/i,
  event:
    /tapahtuma|esitys|näytös|evenemang|föreställning|event|show|performance|tuote|produkt|product|palvelu/i,
  quantity: /määrä|kpl|lkm|antal|quantity|qty|count|pcs/i,
  price: /hinta|summa|yhteensä|pris|belopp|price|amount|total|€|eur/i,
  type: /lipputyyppi|lippulaji|asiakasryhmä|hintaryhmä|maksutapa|tyyppi|laji|biljettyp|kundgrupp|typ|ticket ?type|type|tariff|payment/i,
  note: /huom|selite|lisätieto|viite|kommentti|anteckning|not|info|note|comment|reference/i,
  code: /tunnus|koodi|kortti|kod|kort|code|card/i,
  receipt:
    /kuitti|tosite|tapahtuma-?n(ro|umero)|myynti-?n(ro|umero)|kvitto|verifikat|receipt|transaction|order|tilaus|id$/i,
}
const order: ColumnName[] = [
  ...(['day', 'receipt', 'quantity', 'price', 'type', 'event'] as const),
  ...(['time', 'note', 'code'] as const),
]

/** Words by which lines of the card are known when the site has not said any. */
const usualWords = 'kaikukort, kaikukortti, kaiku'

export const wordsOf = (words: string): string[] =>
  words
    .split(/[,;\n]/)
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word.length >= 3)

export const holdsWord = (text: string, words: readonly string[]): boolean => {
  const lower = text.toLowerCase()
  return words.some((word) => lower.includes(word))
}

/** What the columns probably are, by their headings and by what stands in them. A person confirms it once. */
export const guessMapping = (header: readonly string[], rows: readonly (readonly string[])[]): Mapping => {
  const taken = new Set<number>()
  const guess = (name: ColumnName): number | null => {
    const at = header.findIndex((heading, index) => !taken.has(index) && headings[name].test(heading.trim()))
    if (at !== -1) taken.add(at)
    return at === -1 ? null : at
  }
  const found = Object.fromEntries(order.map((name) => [name, guess(name)])) as Record<
    ColumnName,
    number | null
  >
  const words = wordsOf(usualWords)
  const places = [found.type, found.note, found.event].filter((at) => at !== null)
  const isNamed = rows.some((cells) => places.some((at) => holdsWord(cells[at] ?? '', words)))
  return { ...found, rule: isNamed || found.price === null ? 'word' : 'zero', words: usualWords }
}

/** Why a mapping is not enough to read lines by, or null. */
export const mappingProblem = ({ day, price, type, note, event, rule, words }: Mapping) => {
  if (day === null) return 'day-missing' as const
  if (rule !== 'word' && price === null) return 'price-missing' as const
  if (rule !== 'zero' && type === null && note === null && event === null) return 'type-missing' as const
  return rule !== 'zero' && wordsOf(words).length === 0 ? ('words-missing' as const) : null
}
