import type { Child } from 'hono/jsx'
import type { Language } from '../i18n/translated.ts'
import { turnedWords } from './turned-words.ts'

type Props = { language: Language; children?: Child }
type FoldedProps = Props & { label?: 'show' | 'choose' }

/** Closed until the clerk opens it. */
export const Folded = ({ language, label = 'show', children }: FoldedProps) => (
  <details>
    <summary>{turnedWords[language][label]}</summary>
    {children}
  </details>
)

/** Where the customer sees the screen, the reason opens for the clerk. */
export const ForClerk = ({ language, title, children }: Props & { title: string }) => (
  <Folded language={language}>
    <p>
      <strong>{title}</strong>
    </p>
    {children}
  </Folded>
)
