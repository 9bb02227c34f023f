import type { Language } from '../i18n/translated.ts'
import { clientModule, styleSheet } from '../web/assets.ts'
import { scannerWords } from './words.ts'

/** The reader of QR codes for browsers without one: a page that works offline keeps it too. */
export const decoder = clientModule(new URL('./decoder.client.ts', import.meta.url))

export const scannerStyles = styleSheet(new URL('./scanner.css', import.meta.url))

/** The camera’s picture and what is said beside it. Hidden until a script starts it (scanner-box.ts). */
export const ScannerView = ({ language }: { language: Language }) => {
  const t = scannerWords[language]
  return (
    <section class="scanner" data-scanner={JSON.stringify(t)} aria-label={t.title} hidden>
      <div class="sight">
        <video data-decoder={decoder} muted playsinline></video>
      </div>
      <p role="status" data-scanner-said></p>
      <div class="row buttons">
        <button class="btn sec" type="button" data-scanner-light aria-pressed="false" hidden>
          {t.lightOn}
        </button>
        <label class="btn sec">
          {t.photo}
          <input class="vh" type="file" accept="image/*" capture="environment" data-scanner-photo />
        </label>
      </div>
    </section>
  )
}
