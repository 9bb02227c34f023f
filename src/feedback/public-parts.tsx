import type { Child } from 'hono/jsx'
import { holderFrameWords } from '../i18n/holder-frame-words.ts'
import { aboutLanguages, type HolderLanguage } from '../i18n/holder-languages.ts'
import { pageList } from '../pages/page-list-words.ts'
import { publicPaths } from '../public-paths.ts'
import { NumberField } from '../web/components/field.tsx'
import { fieldId } from '../web/components/field-ids.ts'
import type { Page } from '../web/page.ts'
import { pageWords } from './page-words.ts'
import type { PublicProblem } from './problem-words.ts'
import type { Stamp } from './robot-rules.ts'

type Problems = readonly { name: string; text: string }[]

/** As `ProblemSummary`, in each of the languages of holders. */
const Problems = ({ reader, problems }: { reader: HolderLanguage; problems: Problems }) =>
  problems.length === 0 ? null : (
    <section class="problems" aria-labelledby="problems-title" tabindex={-1} data-focus="true">
      <h2 id="problems-title">{pageWords[reader].checkThese}</h2>
      <ul>
        {problems.map(({ name, text }) => (
          <li>{name === '' ? text : <a href={`#${fieldId(name)}`}>{text}</a>}</li>
        ))}
      </ul>
    </section>
  )

type Props = { reader: HolderLanguage; title: string; problems?: Problems; children: Child }

/** A page of this slice for everyone, in the reader's language: the way back, the title, what is wrong. */
export const publicPage = ({ reader, title, problems = [], children }: Props): Page => {
  const frame = holderFrameWords[reader]
  return {
    title,
    kind: 'public',
    reader,
    description: pageWords[reader].description,
    main: (
      <div class="reading">
        <nav class="crumbs" aria-label={frame.youAreHere}>
          <ol>
            <li>
              <a href={publicPaths.front[reader]}>{frame.front}</a>
            </li>
            <li aria-current="page">{title}</li>
          </ol>
        </nav>
        <Problems reader={reader} problems={problems} />
        {children}
        {!aboutLanguages[reader].isReviewed && (
          <p>
            <small>{frame.unreviewed}</small>
          </p>
        )}
      </div>
    ),
  }
}

/** Lines that somebody wrote, each a paragraph, in the language of the form that they came from; else in their own direction. */
export const Lines = ({ text, ...spoken }: { text: string; lang?: string; dir?: 'ltr' | 'rtl' }) => (
  <>
    {text.split('\n').map(
      (line) =>
        line !== '' && (
          <p lang={spoken.lang} dir={spoken.dir ?? 'auto'}>
            {line}
          </p>
        ),
    )}
  </>
)

/** The plain question, asked only where much looks odd. */
export const Question = (props: { reader: HolderLanguage; stamp: Stamp; problem: string | undefined }) => {
  const { reader, stamp, problem } = props
  const t = pageWords[reader]
  if (problem === undefined) return null
  return (
    <NumberField name="answer" label={t.question(stamp.number)} hint={t.questionHint} problem={problem} />
  )
}

type Refused = { reader: HolderLanguage; problems: Record<string, string> }

/** Where the form takes no more, people still reach us. The contacts are told in the three languages of the register. */
export const OtherWays = ({ reader, problems }: Refused) =>
  problems[''] === ('too-many-all' satisfies PublicProblem) ? (
    <p>
      <a href={pageList.contacts.path[aboutLanguages[reader].falls]}>{pageWords[reader].otherWays}</a>
    </p>
  ) : null

/** What no person sees and the machine reads: when the form was made, and the field that only robots fill. */
export const Unseen = ({
  reader,
  stamp,
  warned,
}: {
  reader: HolderLanguage
  stamp: string
  warned: boolean
}) => (
  <>
    <input type="hidden" name="stamp" value={stamp} />
    {warned && <input type="hidden" name="warned" value="yes" />}
    <div hidden>
      <label for={fieldId('homepage')}>{pageWords[reader].trap}</label>
      <input id={fieldId('homepage')} name="homepage" type="text" tabindex={-1} autocomplete="off" />
    </div>
  </>
)
