/**
 * The characters of the Basic Multilingual Plane that a TrueType font has a picture for: its `cmap` table in format 4
 * (OpenType 1.9.1, "Segment mapping to delta values").
 * @throws when the font has no such table, which each font of ours has
 */
const lettersOf = (font: Buffer): Set<number> => {
  const word = (at: number) => font.readUInt16BE(at)
  const every = (count: number, size: number, from: number) =>
    Array.from({ length: count }, (_, index) => from + index * size)

  const entry = every(word(4), 16, 12).find((at) => font.toString('latin1', at, at + 4) === 'cmap')
  if (entry === undefined) throw new Error('The font has no cmap table')
  const cmap = font.readUInt32BE(entry + 8)
  const table = every(word(cmap + 2), 8, cmap + 4)
    .map((at) => cmap + font.readUInt32BE(at + 4))
    .find((at) => word(at) === 4)
  if (table === undefined) throw new Error('The font has no cmap table of format 4')

  const length = word(table + 6)
  const letters = new Set<number>()
  for (const last of every(length / 2, 2, table + 14)) {
    // Four lists of the same length stand one after another, with a spare word after the first.
    const [first, delta, offset] = [last + 2 + length, last + 2 + 2 * length, last + 2 + 3 * length]
    for (let letter = word(first); letter <= word(last); letter++) {
      const glyph = word(offset) === 0 ? 0 : word(offset + word(offset) + 2 * (letter - word(first)))
      if (word(offset) === 0 ? (letter + word(delta)) % 0x10000 !== 0 : glyph !== 0) letters.add(letter)
    }
  }
  return letters
}

/**
 * Makes text printable: what the font cannot draw becomes a question mark, since PDF/UA takes no document with a letter
 * that is not there, and one emoji in a name must not cost a client the whole paper.
 */
export const printableWith = (font: Buffer): ((text: string) => string) => {
  const letters = lettersOf(font)
  const printed = (letter: string) => {
    if (letter === '\n') return letter
    if (/[\p{Cc}\s]/u.test(letter) && letter !== '\u00a0') return ' '
    if (letters.has(letter.codePointAt(0)!)) return letter
    return /\p{Default_Ignorable_Code_Point}/u.test(letter) ? '' : '?'
  }
  return (text) => text.normalize('NFC').replaceAll(/./gsu, printed)
}
