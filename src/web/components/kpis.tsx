/** Two to six figures at the head of a report. Values come formatted; a hidden one is “–”. */
export const Kpis = ({
  figures,
}: {
  figures: readonly { label: string; value: string; note?: string }[]
}) => (
  <dl class="kpis">
    {figures.map(({ label, value, note }) => (
      <div>
        <dt>{label}</dt>
        <dd>{value}</dd>
        {note && <dd class="below">{note}</dd>}
      </div>
    ))}
  </dl>
)
