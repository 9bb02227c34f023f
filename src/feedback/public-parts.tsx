import type { Child } from 'hono/jsx'
import { holderFrameWords } from '../i18n/holder-frame-words.ts'
import { aboutLanguages, type HolderLanguage } from '../i18n/holder-languages.ts'
import { publicPaths } from '../public-paths.ts'
import { fieldId } from '../web/components/field-ids.ts'
import type { Page } from '../web/page.ts'
import { publicWords } from './public-words.ts'

type Problems = readonly { name: string; text: string }[]

/** As `ProblemSummary`, in each of the languages of holders. */
const Problems = ({ reader, problems }: { reader: HolderLanguage; problems: Problems }) =>
  problems.length === 0 ? null : (
    <section class="problems" aria-labelledby="problems-title" tabindex={-1} data-focus="true">
      <h2 id="problems-title">{publicWords[reader].checkThese}</h2>
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
    description: publicWords[reader].description,
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
      <label for={fieldId('homepage')}>{publicWords[reader].trap}</label>
      <input id={fieldId('homepage')} name="homepage" type="text" tabindex={-1} autocomplete="off" />
    </div>
  </>
)
