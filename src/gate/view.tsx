import { turnedWords } from '../desk/turned-words.ts'
import { paths } from '../desk/words.ts'
import type { Language } from '../i18n/translated.ts'
import { decoder, ScannerView, scannerStyles } from '../scanner/view.tsx'
import { clientScript, styleSheet } from '../web/assets.ts'
import { LinkButton } from '../web/components/button.tsx'
import { Checkbox } from '../web/components/choices.tsx'
import { Select } from '../web/components/field.tsx'
import { Notice } from '../web/components/notice.tsx'
import type { Page } from '../web/page.ts'
import { firstSettings, guardChoices } from './steps.ts'
import { type GateWords, gateWords } from './words.ts'

const gateScript = clientScript(new URL('./gate.client.ts', import.meta.url))
const gateStyles = styleSheet(new URL('./gate.css', import.meta.url))

/** What the gate needs beside the shell of the desk, by address. */
export const gateParts = [gateScript, gateStyles, scannerStyles, decoder]

/** Shapes as well as colours: a disc, a clock, a question on its corner, a barred square. */
const shapes = {
  ready: 'M8 4h32v40H8zM14 14h20M14 22h12',
  ok: 'M24 2a22 22 0 1 1 0 44 22 22 0 0 1 0-44zM13 25l8 8 15-18',
  hold: 'M24 2a22 22 0 1 1 0 44 22 22 0 0 1 0-44zM24 11v14l9 6',
  ask: 'M24 1l23 23-23 23L1 24zM18 19a6 6 0 1 1 9 5c-2 1-3 2-3 5M24 35v1',
  no: 'M3 3h42v42H3zM12 24h24',
} as const

const Answer = ({ t }: { t: GateWords }) => (
  <section class="answer" data-gate-answer data-tone="ready" aria-labelledby="gate-word">
    <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      {Object.entries(shapes).map(([tone, path]) => (
        <path class={`at-${tone}`} d={path} />
      ))}
    </svg>
    <div class="said">
      <div role="status">
        <h2 id="gate-word" data-gate-word>
          {t.starting}
        </h2>
        <p data-gate-detail></p>
      </div>
      <div class="keys" data-gate-keys></div>
      <p class="hint" data-gate-hint></p>
    </div>
  </section>
)

const Counters = ({ t }: { t: GateWords }) => (
  <dl class="counts" aria-label={t.today}>
    {(['uses', 'adults', 'children', 'waiting'] as const).map((name) => (
      <div>
        <dt>{t[name]}</dt>
        <dd data-gate-count={name}>0</dd>
      </div>
    ))}
  </dl>
)

const guardLabel = (t: GateWords, minutes: number) =>
  minutes === 0
    ? t.guardOff
    : (minutes === 1 ? t.guardMinutes.one : t.guardMinutes.other).replace('#', String(minutes))

const Settings = ({ language }: { language: Language }) => {
  const t = gateWords[language]
  const turned = turnedWords[language]
  return (
    <details class="settings">
      <summary>{t.settings}</summary>
      <form data-gate-settings>
        <p class="hint">{t.settingsHint}</p>
        <div data-gate-site hidden>
          <Select name="siteId" label={t.site} options={[]} />
        </div>
        <Checkbox name="asksChildren" label={t.asksChildren} checked={firstSettings.asksChildren} />
        <Select
          name="guardMinutes"
          label={t.guard}
          value={String(firstSettings.guardMinutes)}
          options={guardChoices.map((minutes) => ({
            value: String(minutes),
            label: guardLabel(t, minutes),
          }))}
        />
        <Checkbox name="turned" label={turned.setting} hint={turned.settingHint} />
        <Checkbox name="sound" label={t.sound} checked={firstSettings.sound} />
        <Checkbox name="camera" label={t.camera} />
      </form>
    </details>
  )
}

/** The same page for everyone, with nothing of anybody in it: the browser keeps it, and its script finds out where it is. */
export const gatePage = (language: Language): Page => {
  const t = gateWords[language]
  const spoken = JSON.stringify({ ...t, turned: turnedWords[language] })
  return {
    title: t.title,
    kind: 'desk',
    bare: { home: paths.desk[language] },
    scripts: [gateScript],
    styles: [scannerStyles, gateStyles],
    main: (
      <>
        <h1 class="vh">{t.title}</h1>
        <noscript>
          <Notice kind="info" title={t.needsScript}>
            <p>{t.needsScriptWhy}</p>
            <LinkButton href={paths.desk[language]}>{t.toDesk}</LinkButton>
          </Notice>
        </noscript>
        <div class="gate" data-gate={spoken} hidden>
          <p class="place">
            <strong data-gate-place></strong> <span class="tag" data-gate-net></span>
          </p>
          <form data-gate-form>
            <label for="gate-code">{t.code}</label>
            <div class="beside">
              <input
                class="code"
                id="gate-code"
                name="code"
                type="text"
                dir="ltr"
                autocomplete="off"
                autocapitalize="characters"
                spellcheck={false}
                enterkeyhint="go"
              />
              <button class="btn" type="submit">
                {t.enter}
              </button>
            </div>
          </form>
          <Answer t={t} />
          <Counters t={t} />
          <ScannerView language={language} />
          <section aria-labelledby="gate-last">
            <h2 id="gate-last">{t.last}</h2>
            <p class="hint" data-gate-none>
              {t.lastNone}
            </p>
            <ol class="lines" data-gate-lines></ol>
          </section>
          <Settings language={language} />
          <p>
            <a href={paths.desk[language]}>{t.toDesk}</a>
          </p>
        </div>
      </>
    ),
  }
}
