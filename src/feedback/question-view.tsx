import type { Language } from '../i18n/translated.ts'
import { TextArea } from '../web/components/field.tsx'
import { Notice } from '../web/components/notice.tsx'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { Asked } from './question-queries.ts'
import { questionWords } from './question-words.ts'
import { paths } from './words.ts'

type StepProps = { language: Language; typed: Typed; at: (field: string) => string | undefined }

export const askStep = ({ language, typed, at }: StepProps) => {
  const t = questionWords[language]
  const field = (
    <TextArea
      {...{ name: 'question', label: t.question, hint: t.askHint, rows: 4 }}
      value={typed.values.question}
      problem={at('question')}
    />
  )
  return { title: t.askTitle, field, button: t.ask }
}

export const replyStep = ({ language, typed, at }: StepProps) => {
  const t = questionWords[language]
  const field = (
    <TextArea
      {...{ name: 'reply', label: t.reply, hint: t.replyHint, rows: 6 }}
      value={typed.values.reply}
      problem={at('reply')}
    />
  )
  return { title: t.replyTitle, field, button: t.sendReply }
}

/** What areas ask and the centre has not answered. */
export const AskedNotice = ({ language, asked }: { language: Language; asked: readonly Asked[] }) =>
  asked.length === 0 ? null : (
    <Notice kind="info" title={questionWords[language].waiting(asked.length)}>
      <ul>
        {asked.map(({ id, area, begins }) => (
          <li>
            <a href={fill(paths.one[language], { feedback: id })}>
              {area}: {begins.length >= 70 ? `${begins}…` : begins}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
