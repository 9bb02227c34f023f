import { aboutLanguages } from '../i18n/holder-languages.ts'
import { Copied } from '../web/components/copied.tsx'
import type { Shown } from './page-shape.ts'
import { altOf, isTellable, type PictureSubject, pictureSubjects } from './picture.ts'
import { keyOf, type PictureSize, pictureSizes } from './rules.ts'
import { figuresOf, plainText } from './texts.ts'
import { files, hrefOf, words } from './words.ts'

type CopyProps = Pick<Shown, 'language' | 'textLanguage'> & { id: string; name: string; text: string }

/** Text to copy, in its own language; `name` says on the button which one. */
const CopyText = ({ id, name, text, language, textLanguage }: CopyProps) => {
  const { copy, copied } = words[language]
  return <Copied id={id} text={text} label={copy(name)} done={copied} prose={{ lang: textLanguage }} />
}

const askedOf = ({ subject, textLanguage, texts }: Shown) => ({
  place: keyOf(subject.key),
  language: textLanguage,
  period: texts.told?.period ?? '',
})

export const ServiceSection = (props: Shown) => {
  const { language, textLanguage, paperLanguage, texts } = props
  const t = words[language]
  const { sentence, paragraph, page } = texts.service
  const { place } = askedOf(props)
  return (
    <section aria-labelledby="texts">
      <h2 id="texts">{t.texts}</h2>
      <p>{t.textsText}</p>
      {textLanguage !== paperLanguage && <p>{t.textsIn(aboutLanguages[textLanguage].name)}</p>}
      <h3>{t.lengths.sentence}</h3>
      <CopyText {...props} id="sentence" name={t.lengths.sentence} text={sentence} />
      <h3>{t.lengths.paragraph}</h3>
      <CopyText {...props} id="paragraph" name={t.lengths.paragraph} text={paragraph} />
      <h3>{t.lengths.page}</h3>
      <CopyText {...props} id="whole" name={t.lengths.page} text={plainText(page)} />
      <p>
        <a href={hrefOf(files.service, { place, language: textLanguage })}>{t.download}</a>
      </p>
    </section>
  )
}

export const PressSection = (props: Shown) => {
  const { language, texts } = props
  const t = words[language]
  return (
    <section aria-labelledby="press">
      <h2 id="press">{t.press}</h2>
      <p>
        {texts.told
          ? `${t.figuresOf(figuresOf(language, texts.told, texts.place))}. ${t.pressText}`
          : t.noFigures}
      </p>
      <CopyText {...props} id="press-text" name={t.press} text={plainText([texts.press])} />
      <p>
        <a href={hrefOf(files.press, askedOf(props))}>{t.download}</a>
      </p>
    </section>
  )
}

/** A picture is fetched when somebody opens it: the page stays light for those who came for a paper. */
const Picture = ({ about, size, ...props }: Shown & { about: PictureSubject; size: PictureSize }) => {
  const { language, textLanguage, texts } = props
  const t = words[language]
  const alt = altOf({ ...texts.picture, about, size })
  const asked = { ...askedOf(props), about, size }
  const { width, height } = pictureSizes[size]
  const named = `${t.about[about]}, ${t.sizes[size]} ${width} × ${height}`
  return (
    <>
      <h3>{named}</h3>
      <details class="more">
        <summary>{`${t.see}: ${named}`}</summary>
        <p>
          <img
            src={hrefOf(files.svg, asked)}
            alt={alt}
            lang={textLanguage}
            width={width / 2}
            height={height / 2}
            loading="lazy"
          />
        </p>
      </details>
      <p class="downloads">
        <a href={hrefOf(files.png, asked)}>{t.get(named, 'PNG')}</a>
        <a href={hrefOf(files.svg, asked)}>{t.get(named, 'SVG')}</a>
      </p>
    </>
  )
}

export const PicturesSection = (props: Shown) => {
  const { language, texts } = props
  const t = words[language]
  const tellable = pictureSubjects.filter((about) => isTellable({ ...texts.picture, about, size: 'square' }))
  return (
    <section aria-labelledby="pictures">
      <h2 id="pictures">{t.pictures}</h2>
      {texts.told && tellable.length < pictureSubjects.length && <p>{t.noPicture}</p>}
      {tellable.map((about) => (
        <>
          {(['square', 'wide'] as const).map((size) => (
            <Picture {...props} about={about} size={size} />
          ))}
          <h3>{`${t.alt}: ${t.about[about]}`}</h3>
          <CopyText
            {...props}
            id={`alt-${about}`}
            name={`${t.alt}, ${t.about[about]}`}
            text={altOf({ ...texts.picture, about, size: 'square' })}
          />
        </>
      ))}
    </section>
  )
}
