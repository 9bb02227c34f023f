type Part = { text: string; lang?: string }

/** Sentences one after another, each read aloud in the language that it is in where that is not the text's own. */
export const Spoken = ({ parts }: { parts: readonly Part[] }) => (
  <>
    {parts.map(({ text, lang }, at) => (
      <>
        {at > 0 && ' '}
        {lang ? <span lang={lang}>{text}</span> : text}
      </>
    ))}
  </>
)
