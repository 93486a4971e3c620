import { type JSX, useEffect, useEffectEvent, useState } from 'react'

interface QuantityStepperProps {
  readonly name: string
  readonly quantity: number
  readonly most: number
  readonly onChange: (quantity: number) => void
}

const restMs = 350

/** One fewer, one more. The number moves at once; the shop is told when the presses pause, and its answer wins. */
export function QuantityStepper({ name, quantity, most, onChange }: QuantityStepperProps): JSX.Element {
  const [wanted, setWanted] = useState<number>()
  const [limit, setLimit] = useState('')
  const shown = wanted ?? quantity

  const settle = useEffectEvent((number: number) => {
    if (number === quantity) setWanted(undefined)
    else onChange(number)
  })
  useEffect(() => {
    if (wanted === undefined) return
    const timer = setTimeout(() => settle(wanted), restMs)
    return () => clearTimeout(timer)
  }, [wanted])

  // The answer is here, whatever it was.
  useEffect(() => setWanted(undefined), [quantity])

  function step(by: 1 | -1): void {
    const next = shown + by
    if (next < 1) setLimit(`One is the fewest. Remove takes ${name} out.`)
    else if (next > most) setLimit(`${most} is the most of one thing. Ring us for more; we like big days.`)
    else {
      setLimit('')
      setWanted(next)
    }
  }

  return (
    <>
      <div className="stepper" role="group" aria-label={`Quantity of ${name}`}>
        <button type="button" aria-label="One fewer" aria-disabled={shown <= 1} onClick={() => step(-1)}>
          −
        </button>
        <output>{shown}</output>
        <button type="button" aria-label="One more" aria-disabled={shown >= most} onClick={() => step(1)}>
          +
        </button>
      </div>
      <span className="why stepper-why" role="status">
        {limit}
      </span>
    </>
  )
}
