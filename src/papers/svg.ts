const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A drawing that says what it shows: the letters in it are shapes, which nobody can hear. */
export const withAlt = (svg: Uint8Array, alt: string, lang: string): Uint8Array =>
  Buffer.from(
    Buffer.from(svg)
      .toString()
      .replace('<svg ', () => `<svg role="img" lang="${lang}" aria-label="${escaped(alt)}" `)
      .replace(/(<svg [^>]*>)/, (start) => `${start}<title>${escaped(alt)}</title>`),
  )
