import type { Child } from 'hono/jsx'
import type { Language } from '../../i18n/translated.ts'
import type { Page } from '../page.ts'
import { Breadcrumb } from './breadcrumb.tsx'
import { LinkButton, PostButton } from './button.tsx'
import { Notice } from './notice.tsx'
import { SummaryList, type SummaryRow } from './summary-list.tsx'

export type RecordNotice = {
  kind: 'ok' | 'info' | 'warn' | 'error'
  title: string
  text?: string | undefined
  link?: { label: string; href: string } | undefined
  /** A change of one tap, such as ending a pause. */
  post?: { label: string; action: string } | undefined
}

type RecordPageProps = {
  language: Language
  trail: readonly { label: string; href: string }[]
  title: string
  /** What has just been done. */
  done?: string | undefined
  notices: readonly RecordNotice[]
  rows: readonly SummaryRow[]
  /** What can be done, the most usual first. */
  actions: readonly { label: string; href: string }[]
  children?: Child
}

/** Everything about one row that somebody keeps: its state, its facts, what can be done, and what has been. */
export const recordPage = (props: RecordPageProps): Page => ({
  title: props.title,
  kind: 'staff',
  main: (
    <>
      <Breadcrumb language={props.language} trail={props.trail} here={props.title} />
      {props.done && <Notice kind="ok" title={props.done} />}
      <h1>{props.title}</h1>
      {props.notices.map(({ kind, title, text, link, post }) => (
        <Notice kind={kind} title={title}>
          {text && <p>{text}</p>}
          {link && (
            <p>
              <a href={link.href}>{link.label}</a>
            </p>
          )}
          {post && (
            <PostButton secondary action={post.action}>
              {post.label}
            </PostButton>
          )}
        </Notice>
      ))}
      <SummaryList rows={props.rows} />
      <div class="row buttons">
        {props.actions.map(({ label, href }) => (
          <LinkButton secondary href={href}>
            {label}
          </LinkButton>
        ))}
      </div>
      {props.children}
    </>
  ),
})
