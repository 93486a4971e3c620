import { type JSX, useEffect, useState } from 'react'
import { TextField } from './fields.tsx'

interface SearchFieldProps {
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  readonly onSearch: (text: string) => void
}

// Long enough for the next letter, short enough not to be waited for.
const pauseMs = 250

/** A search that answers while one types, at each pause. */
export function SearchField({ label, value, placeholder, onSearch }: SearchFieldProps): JSX.Element {
  const [typed, setTyped] = useState(value)
  const [seen, setSeen] = useState(value)
  if (seen !== value) {
    setSeen(value)
    setTyped(value)
  }
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => onSearch(typed.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [typed, value, onSearch])
  return (
    <TextField
      label={label}
      type="search"
      maxLength={60}
      value={typed}
      onChange={setTyped}
      {...(placeholder !== undefined && { placeholder })}
    />
  )
}
