import { type PreferenceName, preferenceNames, type Preferences, type Profile } from '@flora/contract/customers.ts'
import { facetLabels, type FacetValue } from '../catalog/index.ts'

/** What is known of a customer beside her account; as if empty while she has told nothing. */
export interface ToldOfHerself {
  readonly phone: string
  readonly preferences: Partial<Preferences>
}

/** A profile with all that may be a favourite. A favourite that left the catalogue is not shown. */
export function toProfile(
  { name, email }: { name: string; email: string },
  { phone, preferences }: ToldOfHerself,
  values: readonly FacetValue[],
): Profile {
  const isChosen = (facet: PreferenceName, value: string) => preferences[facet]?.includes(value) ?? false
  return {
    name,
    email,
    phone,
    preferences: preferenceNames.map((facet) => ({
      name: facet,
      label: facetLabels[facet],
      values: values
        .filter((known) => known.facet === facet)
        .map(({ value, label }) => ({ value, label, chosen: isChosen(facet, value) })),
    })),
  }
}

/** The first wish that the catalogue does not have, if there is one. */
export function unknownPreference(
  wishes: Partial<Record<PreferenceName, readonly string[] | undefined>>,
  values: readonly FacetValue[],
): string | undefined {
  return preferenceNames
    .flatMap((facet) => (wishes[facet] ?? []).map((value) => ({ facet, value })))
    .find(({ facet, value }) => !values.some((known) => known.facet === facet && known.value === value))?.value
}
