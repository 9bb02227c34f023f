import { translated } from '../i18n/translated.ts'
import type { TableProblem } from '../lib/table-file.ts'

export type UploadProblem = TableProblem | 'file-missing' | 'too-large'
const problems = (words: Record<UploadProblem, string>) => words

/** What is wrong with a file, and what to do. */
export const uploadWords = translated({
  fi: {
    file: 'Tiedosto',
    fileHint: 'CSV tai Excel (XLSX), enintään 5 Mt.',
    choose: 'Valitse tiedosto',
    busy: 'Tiedosto on matkalla ja luetaan. Pitkä tiedosto vie hetken. Pidä sivu auki.',
    problems: problems({
      'file-missing': 'Valitse tiedosto.',
      'too-large': 'Tiedosto on yli 5 Mt. Rajaa vienti lyhyempään aikaan.',
      'old-workbook':
        'Tiedosto on vanha Excel-tiedosto tai salattu. Tallenna se muodossa XLSX ilman salasanaa.',
      'no-table': 'Tiedosto ei ole taulukko. Tallenna se muodossa CSV tai XLSX.',
      empty: 'Tiedostossa ei ole rivejä.',
      unreadable: 'Tiedostoa ei voi lukea. Tallenna se uudelleen muodossa CSV tai XLSX.',
      'too-many-rows': 'Tiedostossa on yli 20 000 riviä. Rajaa vienti lyhyempään aikaan.',
    }),
  },
  sv: {
    file: 'Fil',
    fileHint: 'CSV eller Excel (XLSX), högst 5 MB.',
    choose: 'Välj fil',
    busy: 'Filen skickas och läses. En lång fil tar en stund. Låt sidan vara öppen.',
    problems: problems({
      'file-missing': 'Välj en fil.',
      'too-large': 'Filen är större än 5 MB. Exportera en kortare tid.',
      'old-workbook': 'Filen är en gammal Excelfil eller krypterad. Spara den som XLSX utan lösenord.',
      'no-table': 'Filen är ingen tabell. Spara den som CSV eller XLSX.',
      empty: 'Filen har inga rader.',
      unreadable: 'Filen går inte att läsa. Spara den på nytt som CSV eller XLSX.',
      'too-many-rows': 'Filen har över 20 000 rader. Exportera en kortare tid.',
    }),
  },
  en: {
    file: 'File',
    fileHint: 'CSV or Excel (XLSX), at most 5 MB.',
    choose: 'Choose a file',
    busy: 'The file is being sent and read. A long file takes a moment. Keep the page open.',
    problems: problems({
      'file-missing': 'Choose a file.',
      'too-large': 'The file is larger than 5 MB. Export a shorter time.',
      'old-workbook': 'The file is an old Excel file or encrypted. Save it as XLSX without a password.',
      'no-table': 'The file is not a table. Save it as CSV or XLSX.',
      empty: 'The file has no rows.',
      unreadable: 'The file cannot be read. Save it again as CSV or XLSX.',
      'too-many-rows': 'The file has more than 20,000 rows. Export a shorter time.',
    }),
  },
})
