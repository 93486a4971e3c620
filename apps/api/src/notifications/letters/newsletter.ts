import { type Letterhead, typeset, type WrittenLetter } from './sheet.ts'

/** Asks the owner of an address whether the monthly letter was her wish. Anybody can ask in anybody's name, so it says nothing that was typed. */
export function confirmNewsletter({ token }: { token: string }, shop: Letterhead): WrittenLetter {
  return typeset(
    {
      sentence: 'Shall we write to you once a month?',
      parts: [
        {
          kind: 'words',
          text: `Somebody asked for ${shop.name}’s monthly letter with this address: what is in season, what isn’t, and why. Twelve a year, and each has a link that ends it.`,
        },
        { kind: 'button', label: 'Yes, please', address: `${shop.publicUrl}/newsletter#${token}` },
        { kind: 'note', text: 'If it wasn’t you, there is nothing to do: without your yes we don’t write.' },
      ],
      footnote: 'You get this letter, once, because somebody typed this address at our shop.',
    },
    shop,
  )
}
