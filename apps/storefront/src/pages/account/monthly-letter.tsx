import { browserCarrier, createClient } from '@flora/client/client.ts'
import { newsletterWording } from '@flora/contract/newsletter-wording.ts'
import { type JSX, useState } from 'react'
import { toast } from '@flora/ui/toasts.tsx'
import { Refused } from '../sign-in/refused.tsx'
import { useAsking } from '../sign-in/use-asking.ts'

/** The monthly letter, on or off. Her address is proven, so a tick is all it takes. */
export function MonthlyLetter({ isWanted: loaded }: { isWanted: boolean }): JSX.Element {
  const [isWanted, setWanted] = useState(loaded)
  const [asking, run] = useAsking()
  function change(wants: boolean): Promise<void> {
    return run(async () => {
      const now = await createClient(browserCarrier()).call('PUT /account/newsletter', {
        body: wants ? { isWanted: true, wording: newsletterWording } : { isWanted: false },
      })
      setWanted(now.isWanted)
      toast({
        words: now.isWanted ? 'The next letter comes to you.' : 'No more letters. Those about orders still come.',
      })
    })
  }
  return (
    <section className="acc-part acc-form" aria-labelledby="details-letter">
      <h2 id="details-letter">Our letter</h2>
      <p className="small soft">What’s in season, what isn’t, and why.</p>
      <label className="check">
        <input type="checkbox" checked={isWanted} onChange={(event) => void change(event.target.checked)} />
        <span>{newsletterWording}</span>
      </label>
      <Refused asking={asking} opening="Not changed." />
    </section>
  )
}
