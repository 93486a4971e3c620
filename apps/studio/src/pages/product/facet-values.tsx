import type { Answered as Answer } from '@flora/client/client.ts'
import type { FacetName } from '@flora/contract/catalog.ts'
import type { Permission } from '@flora/contract/text.ts'
import { type JSX, useState } from 'react'
import { shop } from '../../asking/shop.ts'
import { useAsk } from '../../asking/use-ask.ts'
import { useDo } from '../../asking/use-do.ts'
import { Answered } from '../../components/answered.tsx'
import { Button } from '../../components/button.tsx'
import { Section } from '../../components/section.tsx'
import { Refused } from '../../components/trouble.tsx'
import { SayFacetValue } from '../../forms/facet-value-say.tsx'
import { facetWords } from '../../words/products.ts'

export type FacetValue = Answer<'GET /desk/catalog/facets'>[number]

/** The words by which shoppers filter, facet by facet. */
export function FacetValues({ can }: { can: Permission }): JSX.Element {
  const answer = useAsk('GET /desk/catalog/facets', {})
  const doing = useDo()
  const [open, setOpen] = useState<{ facet: FacetName; value?: FacetValue }>()
  return (
    <Answered answer={answer}>
      {(values) => (
        <div className="columns">
          {(Object.keys(facetWords) as FacetName[]).map((facet) => (
            <Section
              key={facet}
              title={facetWords[facet]}
              aside={
                <Button small can={can} label={`Add a word to ${facetWords[facet]}`} onPress={() => setOpen({ facet })}>
                  Add
                </Button>
              }
            >
              <ul className="standing">
                {values
                  .filter((value) => value.facet === facet)
                  .map((value) => (
                    <li key={value.value}>
                      <span>
                        {value.label} <span className="soft">{value.products}</span>
                      </span>
                      {can.ok && (
                        <span className="head-acts">
                          <Button
                            small
                            kind="text"
                            label={`Change ${value.label}`}
                            onPress={() => setOpen({ facet, value })}
                          >
                            Change
                          </Button>
                          {value.products === 0 && (
                            <Button
                              small
                              kind="text"
                              label={`Remove ${value.label}`}
                              isBusy={doing.isBusy}
                              onPress={() =>
                                void doing.run(
                                  () =>
                                    shop.call('POST /desk/catalog/facets/:facet/:value/removal', {
                                      params: { facet, value: value.value },
                                    }),
                                  `${value.label} is gone.`,
                                )
                              }
                            >
                              Remove
                            </Button>
                          )}
                        </span>
                      )}
                    </li>
                  ))}
              </ul>
            </Section>
          ))}
          <Refused problem={doing.problem} />
          {open && <SayFacetValue {...open} onClose={() => setOpen(undefined)} />}
        </div>
      )}
    </Answered>
  )
}
