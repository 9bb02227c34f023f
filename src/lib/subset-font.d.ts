/** The package brings no types; this is the part that we use. */
declare module 'subset-font' {
  const subsetFont: (
    font: Buffer,
    text: undefined,
    options: { keepAllGlyphs: true; targetFormat: 'truetype' },
  ) => Promise<Buffer>
  export default subsetFont
}
