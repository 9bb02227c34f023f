import { Notice } from './notice.tsx'

/** What waits for the reader, on a page where their work begins: each line leads there. */
export const Waiting = ({
  waiting,
}: {
  waiting: { title: string; lines: readonly { text: string; href: string }[] } | null
}) =>
  waiting && (
    <Notice kind="info" title={waiting.title}>
      <ul>
        {waiting.lines.map(({ text, href }) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
