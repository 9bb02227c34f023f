import { HtmlValidate } from 'html-validate'

/** The rules are on but for how the page is spelled, which is the renderer's: `<br/>`, `checked=""`, `<!doctype`. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    // A stacked table repeats its roles: browsers drop them with the layout of a table.
    'no-redundant-role': 'off',
  },
})

/** What a validator finds wrong in a page, one line each; empty when it finds nothing. */
export const htmlProblems = async (page: string): Promise<string[]> => {
  const { results } = await validator.validateString(page)
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, line, selector }) => `${ruleId}: ${message} (line ${line}, ${selector})`,
    ),
  )
}
