import { correctionLines, correctionNotes, correctionWords } from '../publications/correction-words.ts'
import { LaterChanges } from '../web/components/later-changes.tsx'
import type { Report } from './report-shape.ts'

/** What came after the period was closed, and who tells it; nothing while nothing is told. */
export const Corrections = ({ report: { language, corrections, place } }: { report: Report }) => (
  <LaterChanges
    changes={correctionLines(language, corrections)}
    note={correctionNotes(language, place.level, corrections)}
    words={correctionWords[language]}
  />
)
