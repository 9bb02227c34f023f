import { commonWords } from '../i18n/common-words.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import { PostButton } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { TextField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { TextArea } from '../web/components/text-area.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { writeAction } from './forms.ts'
import type { Action, Meeting } from './meeting-queries.ts'
import { paths, words } from './words.ts'

type ActionProps = { language: Language; action: Action; address: string | null }

const ActionLine = ({ language, action, address }: ActionProps) => {
  const t = words[language]
  const { id, doneOn } = action
  return (
    <li>
      {writeAction(action)}
      {doneOn !== null && <> · {t.doneOn(formatDay(language, doneOn))}</>}
      {address !== null && (
        <PostButton
          secondary
          action={address}
          fields={{ deed: doneOn === null ? 'done' : 'open', action: String(id) }}
        >
          {doneOn === null ? t.markDone : t.markOpen}
          <span class="vh">: {action.deed}</span>
        </PostButton>
      )}
    </li>
  )
}

type ListProps = {
  language: Language
  meetings: readonly Meeting[]
  /** The area whose keepers may mark and remove; none for who only reads. */
  areaId?: number
}

/** The meetings, the latest first, with what was agreed there. */
export const MeetingList = ({ language, meetings, areaId }: ListProps) => {
  const t = words[language]
  return meetings.map((meeting) => {
    const address =
      areaId === undefined ? null : fill(paths.meetingState[language], { area: areaId, meeting: meeting.id })
    const title = `${formatDay(language, meeting.heldOn)}: ${t.meetingKinds[meeting.kind]}`
    return (
      <section>
        <h3>{title}</h3>
        <p class="lines">{meeting.notes}</p>
        {meeting.actions.length > 0 && (
          <ul>
            {meeting.actions.map((action) => (
              <ActionLine language={language} action={action} address={address} />
            ))}
          </ul>
        )}
        {address !== null && (
          <PostButton secondary action={address} fields={{ deed: 'remove' }}>
            {t.remove}
            <span class="vh">: {title}</span>
          </PostButton>
        )}
      </section>
    )
  })
}

type FormProps = {
  language: Language
  typed: Typed
  trail: readonly { label: string; href: string }[]
  action: string
  /** Null where it may be of either kind. */
  kind: 'talk' | null
}

export const meetingPage = ({ language, typed, trail, action, kind }: FormProps): Page => {
  const t = words[language]
  const said = sayProblems(typed.problems, t.problems)
  const at = (name: string) => ({ name, value: typed.values[name] ?? '', problem: said.at(name) })
  return formPage({
    ...{ language, trail, action, problems: said.list },
    ...(kind === 'talk'
      ? { title: t.addTalk, button: t.addTalk }
      : { title: t.addMeeting, button: t.saveMeeting }),
    children: (
      <>
        {kind === 'talk' ? (
          <input type="hidden" name="kind" value="talk" />
        ) : (
          <ChipGroup
            {...at('kind')}
            label={t.meetingKind}
            choices={(['talk', 'feedback'] as const).map((value) => ({
              value,
              label: t.meetingKinds[value],
            }))}
          />
        )}
        <TextField {...at('held')} label={t.heldOn} hint={t.dayHint} width={12} autocomplete="off" />
        <TextArea {...at('notes')} label={t.notes} hint={t.notesHint} rows={8} />
        <TextArea
          {...at('actions')}
          label={t.actions}
          hint={t.actionsHint}
          rows={4}
          optional={commonWords[language].optional}
        />
      </>
    ),
  })
}
