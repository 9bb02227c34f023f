import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'

type NoticeProps = {
  kind: 'ok' | 'info' | 'warn' | 'error'
  title?: string
  /** 1 when the notice is what the page is about, such as “Kortti on rekisteröity”. */
  level?: 1 | 2 | 3
  children?: Child
}

/** What a page is told to show: sentences, and where they lead. */
export type Told = {
  title: string
  lines: readonly string[]
  links: readonly { label: string; href: string }[]
}

/** A message of the page: done, good to know, take care, did not work. Problems of a form: ProblemSummary. */
export const Notice = ({ kind, title, level = 2, children }: NoticeProps) => {
  const Heading = `h${level}` as const
  return (
    <div class={`note ${kind}`}>
      <Icon name={kind} />
      <div>
        {title && <Heading>{title}</Heading>}
        {children}
      </div>
    </div>
  )
}

/** Take care of something, with the ways there. */
export const ToldNotice = ({ told }: { told: Told }) => (
  <Notice kind="warn" title={told.title}>
    <p>{told.lines.join(' ')}</p>
    {told.links.map(({ label, href }) => (
      <p>
        <a href={href}>{label}</a>
      </p>
    ))}
  </Notice>
)
