import { clientScript } from '../assets.ts'

/** What the button needs on a public page; other pages have it already. */
export const copyingScript = clientScript(new URL('../copying.client.ts', import.meta.url))

type CopiedProps = {
  /** Of the text on the page; each has another. */
  id: string
  text: string
  /** What the button says, and what is said once the text is copied. */
  label: string
  done: string
  /** Sentences rather than letters, in a language that may be another than the page's. */
  prose?: { lang: string }
}

/** A key or the like that is to be taken elsewhere letter by letter, with a button that copies it where a script runs. */
export const Copied = ({ id, text, label, done, prose }: CopiedProps) => (
  <>
    {prose ? (
      <div class="letter prose" id={id} lang={prose.lang}>
        {text}
      </div>
    ) : (
      <pre class="letter">
        <code id={id} translate="no">
          {text}
        </code>
      </pre>
    )}
    <p hidden data-with-script="true" aria-live="polite">
      <button class="btn sec" type="button" data-copy={id} data-done={done}>
        {label}
      </button>
    </p>
  </>
)
