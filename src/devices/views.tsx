import { formatDay, type Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, PostButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { TextField } from '../web/components/field.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { Table } from '../web/components/table.tsx'
import { Tag } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { shown } from './forms.ts'
import type { Device, DeviceSite, SiteWithDevices } from './queries.ts'
import { type Problem, paths, words } from './words.ts'

/** The sentence beside the one field of a form, and the same on top of the page. */
export const problemOf = (language: Language, typed: Typed, name: string) => {
  const slug = typed.problems[name] ?? typed.problems['']
  const text = slug === undefined ? undefined : words[language].problems[slug as Problem]
  return { text, summary: <ProblemSummary language={language} problems={text ? [{ name, text }] : []} /> }
}

type DevicesProps = {
  language: Language
  site: DeviceSite
  devices: Device[]
  /** The venue's own people may pair; who keeps the network looks on and ends. */
  mayPair: boolean
  /** The device that was ended just now. */
  ended: Device | undefined
  typed: Typed
}

const EndButton = ({ language, device }: { language: Language; device: Device }) => (
  <PostButton secondary action={fill(paths.end[language], { device: device.id })}>
    {words[language].end}
    <span class="vh"> {device.name}</span>
  </PostButton>
)

const Devices = ({ language, devices }: Pick<DevicesProps, 'language' | 'devices'>) => {
  const t = words[language]
  if (devices.length === 0)
    return (
      <Empty title={t.none}>
        <p>{t.noneWhy}</p>
      </Empty>
    )
  return (
    <>
      <Table
        id="devices"
        caption={t.list}
        shape="stack"
        empty={t.none}
        rows={devices}
        columns={[
          { label: t.name, header: true, cell: ({ name }) => name },
          { label: t.paired, cell: ({ pairedAt, pairedBy }) => t.pairedBy(pairedAt, pairedBy) },
          {
            label: t.lastSeen,
            cell: ({ lastSeenOn }) => (lastSeenOn ? formatDay(language, lastSeenOn) : t.never),
          },
          {
            label: t.state,
            cell: ({ endedAt }) =>
              endedAt ? <Tag kind="off">{t.ended(endedAt)}</Tag> : <Tag kind="ok">{t.standing}</Tag>,
          },
          {
            label: t.action,
            cell: (device) => (device.endedAt ? '–' : <EndButton language={language} device={device} />),
          },
        ]}
      />
      {devices.some(({ endedAt }) => endedAt === null) && <p class="hint">{t.endHint}</p>}
    </>
  )
}

const PairForm = ({ language, site, typed }: Pick<DevicesProps, 'language' | 'site' | 'typed'>) => {
  const t = words[language]
  if (!site.isOpen) return <p>{t.closed}</p>
  return (
    <section aria-labelledby="add">
      <h2 id="add">{t.add}</h2>
      <form method="post" action={paths.devices[language]} novalidate>
        <TextField
          name="name"
          label={t.name}
          hint={t.nameHint}
          width={24}
          autocomplete="off"
          value={shown(typed.values.name)}
          problem={problemOf(language, typed, 'name').text}
        />
        <Button>{t.pair}</Button>
      </form>
    </section>
  )
}

/** The devices of one site. */
export const devicesPage = (props: DevicesProps): Page => {
  const { language, site, mayPair, ended, typed } = props
  const t = words[language]
  return {
    title: `${t.devices}: ${site.name}`,
    kind: 'staff',
    main: (
      <>
        {problemOf(language, typed, 'name').summary}
        {!mayPair && (
          <Breadcrumb
            language={language}
            trail={[{ label: t.allSites, href: paths.devices[language] }]}
            here={site.name}
          />
        )}
        {ended && (
          <Notice kind="ok" title={t.endedNow(ended.name)}>
            <p>{t.endedThen}</p>
          </Notice>
        )}
        <h1>
          {t.devices}: {site.name}
        </h1>
        <p class="lead">{mayPair ? t.leadOwn : t.leadOther}</p>
        <Devices {...props} />
        {mayPair && <PairForm {...props} />}
      </>
    ),
  }
}

/** For those who keep many sites: where there are devices. */
export const sitesPage = (language: Language, sites: SiteWithDevices[]): Page => {
  const t = words[language]
  return {
    title: t.devices,
    kind: 'staff',
    main: (
      <>
        <h1>{t.devices}</h1>
        <p class="lead">{t.leadOther}</p>
        {sites.length === 0 ? (
          <Empty title={t.noSites}>
            <p>{t.noSitesWhy}</p>
          </Empty>
        ) : (
          <Table
            id="sites"
            caption={t.chooseSite}
            empty={t.noSites}
            rows={sites}
            columns={[
              {
                label: t.site,
                header: true,
                cell: ({ id, name }) => <a href={`${paths.devices[language]}?site=${id}`}>{name}</a>,
              },
              { label: t.devices, cell: ({ standing }) => t.inUse(standing) },
            ]}
          />
        )}
      </>
    ),
  }
}
