import type { Suggestion } from '@flora/contract/catalog.ts'
import { useId, useState, type FormEvent, type JSX, type KeyboardEvent } from 'react'
import { useNavigate } from 'react-router'
import { price } from '../words/money.ts'
import { useSuggestions } from './suggestions.ts'

interface SearchBoxProps {
  readonly id: string
  readonly initial?: string
  /** On the search page the field is the page's main thing. */
  readonly large?: boolean
}

/** The search field: a plain form, and while typing a combobox with a list (ARIA Authoring Practices). */
export function SearchBox({ id, initial = '', large = false }: SearchBoxProps): JSX.Element {
  const box = useSearchBox(initial)
  const listId = useId()
  const expanded = box.open && box.found.length > 0
  return (
    <search>
      <form className={large ? 'find find-large' : 'find'} action="/search" onSubmit={box.submit}>
        <label className="vh" htmlFor={id}>
          Search flowers and plants
        </label>
        <input
          id={id}
          name="q"
          type="search"
          placeholder={large ? 'Peony, blue, thank you' : 'Peony, or blue'}
          autoComplete="off"
          maxLength={80}
          role="combobox"
          aria-expanded={expanded}
          aria-controls={listId}
          aria-autocomplete="list"
          {...(expanded && box.at >= 0 && { 'aria-activedescendant': `${listId}-${box.at}` })}
          value={box.typed}
          onChange={(event) => box.type(event.target.value)}
          onKeyDown={box.press}
          onBlur={box.close}
        />
        <button aria-label="Search">
          <svg
            width="18"
            height="18"
            viewBox="0 0 18 18"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.75"
            aria-hidden="true"
          >
            <circle cx="7.5" cy="7.5" r="5.5" />
            <path d="m11.7 11.7 5 5" />
          </svg>
        </button>
        {/* A native select can't be the list of a combobox that is a text field. */}
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
        <div className="suggest" id={listId} role="listbox" aria-label="Suggestions" hidden={!expanded}>
          {box.found.map((one, index) => (
            <Option
              key={one.href}
              id={`${listId}-${index}`}
              suggestion={one}
              active={index === box.at}
              choose={() => box.choose(one)}
            />
          ))}
        </div>
        <output className="vh">
          {expanded && `${box.found.length} ${box.found.length === 1 ? 'suggestion' : 'suggestions'}`}
        </output>
      </form>
    </search>
  )
}

interface OptionProps {
  readonly id: string
  readonly suggestion: Suggestion
  readonly active: boolean
  readonly choose: () => void
}

const kindWords: Record<Suggestion['kind'], string> = {
  product: '',
  collection: 'Collection',
  occasion: 'Occasion',
  colour: 'Colour',
  type: 'Kind',
}

function Option({ id, suggestion, active, choose }: OptionProps): JSX.Element {
  return (
    // Focus stays in the field, as the pattern asks: its keys choose for the list, and pressing the mouse must not take it away.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="option"
      tabIndex={-1}
      aria-selected={active}
      onMouseDown={(event) => event.preventDefault()}
      onClick={choose}
    >
      <span>{suggestion.label}</span>
      <span className="soft small num">{suggestion.price ? price(suggestion.price) : kindWords[suggestion.kind]}</span>
    </div>
  )
}

interface SearchState {
  readonly typed: string
  readonly found: readonly Suggestion[]
  readonly open: boolean
  /** Which suggestion the arrow keys stand on; -1 for the field itself. */
  readonly at: number
  readonly type: (text: string) => void
  readonly press: (event: KeyboardEvent) => void
  readonly submit: (event: FormEvent) => void
  readonly choose: (suggestion: Suggestion) => void
  readonly close: () => void
}

function useSearchBox(initial: string): SearchState {
  const [typed, setTyped] = useState(initial)
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const navigate = useNavigate()
  const found = useSuggestions(open ? typed : '')

  function close(): void {
    setOpen(false)
    setAt(-1)
  }
  function choose(suggestion: Suggestion): void {
    close()
    setTyped('')
    void navigate(suggestion.href)
  }
  function type(text: string): void {
    setTyped(text)
    setOpen(true)
    setAt(-1)
  }
  function move(by: number): void {
    setOpen(true)
    // One place more than there are suggestions: the field itself is part of the round.
    const places = found.length + 1
    setAt(((at + 1 + by + places) % places) - 1)
  }
  function submit(event: FormEvent): void {
    event.preventDefault()
    const chosen = open ? found[at] : undefined
    if (chosen) return choose(chosen)
    close()
    if (typed.trim() !== '') void navigate(`/search?${new URLSearchParams({ q: typed.trim() })}`)
  }
  function press(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      move(event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Escape') {
      if (open && found.length > 0) event.preventDefault()
      else setTyped('')
      close()
    }
  }
  return { typed, found, open, at, type, press, submit, choose, close }
}
