import { roleNames } from '../accounts/words.ts'
import type { Language } from '../i18n/translated.ts'
import { ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { Table } from '../web/components/table.tsx'
import { fill } from '../web/paths.ts'
import type { Mapping, NamedMapping } from './group-queries.ts'
import { groupRoles } from './rules.ts'
import { paths, words } from './words.ts'

export const placeIdOf = ({ areaId, unitId, siteId, organisationId }: Mapping) =>
  areaId ?? unitId ?? siteId ?? organisationId

const roleWords = (language: Language, { role, side }: Mapping) =>
  [roleNames[language][role], side && words[language].sides[side]].filter(Boolean).join(', ')

type Props = { language: Language; providerId: number; mappings: NamedMapping[] }

/** Which group gives which role, and the ways to change it. */
export const Groups = ({ language, providerId, mappings }: Props) => {
  const t = words[language]
  return (
    <>
      <h2>{t.groups}</h2>
      <p>{t.groupsWhy}</p>
      <Table
        id="groups"
        caption={t.groupsGive}
        shape="stack"
        rows={mappings}
        empty={t.noGroups}
        columns={[
          { label: t.group, header: true, cell: ({ groupName }) => groupName },
          { label: t.role, cell: (mapping) => roleWords(language, mapping) },
          { label: t.place, cell: ({ place }) => place },
          {
            label: t.remove,
            cell: ({ id, groupName }) => (
              <PostButton
                secondary
                action={fill(paths.removeGroup[language], { provider: providerId, group: id })}
              >
                {t.remove}
                <span class="vh"> {groupName}</span>
              </PostButton>
            ),
          },
        ]}
      />
      <h3>{t.addGroup}</h3>
      <ButtonRow>
        {groupRoles.map((role) => (
          <LinkButton secondary href={fill(paths.addGroup[language], { provider: providerId, role })}>
            {roleNames[language][role]}
          </LinkButton>
        ))}
      </ButtonRow>
    </>
  )
}
