import type { Child } from 'hono/jsx'

type Look = { secondary?: boolean; big?: boolean }

const classOf = ({ secondary, big }: Look) => `btn${secondary ? ' sec' : ''}${big ? ' big' : ''}`

type ButtonProps = Look & { name?: string; value?: string; disabled?: boolean; children: Child }

/** Sends the form it stands in. Label: a verb and its object, such as “Rekisteröi kortti”. */
export const Button = ({ name, value, disabled, children, ...look }: ButtonProps) => (
  <button class={classOf(look)} type="submit" name={name} value={value} disabled={disabled}>
    {children}
  </button>
)

type LinkButtonProps = Look & { href: string; children: Child }

/** Goes to another page and changes nothing; for changes use Button or PostButton. */
export const LinkButton = ({ href, children, ...look }: LinkButtonProps) => (
  <a class={classOf(look)} href={href}>
    {children}
  </a>
)

type PostButtonProps = Look & {
  action: string
  fields?: Record<string, string>
  /** A database of this browser that goes when the form is sent. */
  forgets?: string
  children: Child
}

/** A whole form of one button, such as “Kumoa”: works without script, and no link can trigger it. */
export const PostButton = ({ action, fields = {}, forgets, children, ...look }: PostButtonProps) => (
  <form method="post" action={action} data-forgets={forgets}>
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <button class={classOf(look)} type="submit">
      {children}
    </button>
  </form>
)

/** Buttons and short forms side by side, wrapping on a phone. */
export const ButtonRow = ({ children }: { children: Child }) => <div class="row buttons">{children}</div>

/** Keeps the one button of a desk page in reach of the thumb. Put it last inside the form. */
export const ActionBar = ({ children }: { children: Child }) => <div class="bar">{children}</div>
