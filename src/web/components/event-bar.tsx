type EventBarProps = {
  title: string
  /** When and where, such as “tänään klo 18.00 · Esimerkkiteatteri”. */
  detail: string
  /** `about` is read after the short link text: “Vaihda tapahtuma”. */
  change?: { href: string; label: string; about: string }
}

/** What the desk is recording for right now; the same on every desk page. */
export const EventBar = ({ title, detail, change }: EventBarProps) => (
  <div class="eventbar">
    <p>
      <strong>{title}</strong> {detail}
    </p>
    {change && (
      <a href={change.href}>
        {change.label}
        <span class="vh"> {change.about}</span>
      </a>
    )}
  </div>
)
