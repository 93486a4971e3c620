import type { ShopSettings } from '@flora/contract/settings.ts'
import { type JSX, useState } from 'react'
import { useAsk } from '../asking/use-ask.ts'
import { Answered } from '../components/answered.tsx'
import { Button } from '../components/button.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { Section } from '../components/section.tsx'
import { WordLetter } from '../forms/letter-word.tsx'
import { SettingsViews } from './settings/settings-views.tsx'

type Letter = ShopSettings['letters'][number]

/** The shop's own words around its letters. */
export function Component(): JSX.Element {
  const answer = useAsk('GET /desk/settings', {})
  return (
    <>
      <PageHeader
        tab="Letters"
        title="Letters"
        lead="Facts, sums and addresses stand in every letter by themselves. Yours are the words before and after."
        views={<SettingsViews />}
      />
      <Answered answer={answer}>{(settings) => <Letters settings={settings} />}</Answered>
    </>
  )
}

function Letters({ settings }: { settings: ShopSettings }): JSX.Element {
  const [open, setOpen] = useState<Letter['letter']>()
  const opened = settings.letters.find(({ letter }) => letter === open)
  return (
    <Section title="Letters to customers">
      <ul className="people">
        {settings.letters.map((letter) => (
          <li key={letter.letter}>
            <p>
              <b>{letter.name}</b>
              <span className="block soft">{saidOf(letter)}</span>
            </p>
            <span />
            <Button
              small
              can={settings.can.change}
              label={`Words of the letter: ${letter.name}`}
              onPress={() => setOpen(letter.letter)}
            >
              {letter.opening === '' && letter.closing === '' ? 'Add words' : 'Change words'}
            </Button>
          </li>
        ))}
      </ul>
      {opened && <WordLetter letter={opened} version={settings.version} onClose={() => setOpen(undefined)} />}
    </Section>
  )
}

function saidOf({ opening, closing }: Letter): string {
  const words = [opening, closing].filter((part) => part !== '')
  return words.length === 0 ? 'As it comes.' : words.map((part) => `“${part}”`).join(' … ')
}
