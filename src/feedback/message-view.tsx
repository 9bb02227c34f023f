import { municipalityChoices } from '../network/rules.ts'
import { publicPaths } from '../public-paths.ts'
import { Button } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { Select, TextArea } from '../web/components/field.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import type { Page } from '../web/page.ts'
import { type At, aboutText, Carried, type FormProps, textsOf, withRemoved } from './form-parts.tsx'
import { formWords } from './form-words.ts'
import { pageWords } from './page-words.ts'
import { publicPage, Unseen } from './public-parts.tsx'
import { abouts } from './rules.ts'

/** What it is about, as it was chosen; asked here only where it came without. */
const About = (props: FormProps & { at: At }) => {
  const { reader, site, about, at } = props
  const [t, form] = [pageWords[reader], formWords[reader]]
  if (about === undefined)
    return (
      <ChipGroup
        name="about"
        label={t.about}
        choices={abouts.map((value) => ({ value, label: t.abouts[value] }))}
        problem={at('about')}
      />
    )
  return (
    <>
      <input type="hidden" name="about" value={about} />
      {site && <input type="hidden" name="site" value={String(site.id)} />}
      <p>
        {site ? `${form.aboutSite}:` : t.about} <strong>{aboutText(props)}</strong>.{' '}
        <a href={publicPaths.feedback[reader]}>{site ? form.otherSite : form.change}</a>
      </p>
      {about === 'accessibility' && <p>{form.accessibilityNote}</p>}
    </>
  )
}

/** Who answers follows from it. The website is one for all, and a place has an area of its own. */
const Municipality = ({ reader, site, about, typed, municipalities, at }: FormProps & { at: At }) => {
  if ((site || about === 'website') && at('municipality') === undefined) return null
  const form = formWords[reader]
  const named = municipalityChoices(reader, municipalities)
  return (
    <Select
      name="municipality"
      label={form.municipality}
      hint={form.municipalityHint}
      optional={pageWords[reader].optional}
      value={typed.values.municipality ?? ''}
      problem={at('municipality')}
      options={[{ value: '', label: form.noMunicipality }, ...named]}
    />
  )
}

/** The second page: the message. What is given on the third goes along, for who comes back from there. */
export const messagePage = (props: FormProps): Page => {
  const { reader, typed, stamp } = props
  const [t, form] = [pageWords[reader], formWords[reader]]
  const { list, at } = sayProblems(withRemoved(typed), textsOf(reader))
  return publicPage({
    reader,
    title: form.write,
    problems: list,
    children: (
      <>
        <h1>{form.write}</h1>
        <form method="post" action={publicPaths.feedback[reader]} novalidate>
          <About {...props} at={at} />
          <TextArea
            name="message"
            label={t.message}
            hint={t.messageHint}
            value={typed.values.message}
            problem={at('message')}
            rows={8}
          />
          <Municipality {...props} at={at} />
          <Unseen reader={reader} stamp={stamp.text} warned={false} />
          <Carried values={typed.values} names={['way', 'email', 'key']} />
          <Button big>{form.next}</Button>
        </form>
      </>
    ),
  })
}
