import type { Fit } from '@flora/card-fit/card-fit.ts'
import { type JSX, useEffect, useState } from 'react'
import './card-preview.css'
import { fitWords } from './fit-words.ts'

interface CardPreviewProps {
  readonly fit: Fit
  /** What stands at the foot of every card: the shop's address. */
  readonly foot: string
  readonly caption: string
}

/** The card at its printed size, line by line as it will be printed. */
export function CardPreview({ fit, foot, caption }: CardPreviewProps): JSX.Element {
  const printed = fit.lines.slice(0, fit.limit)
  return (
    <figure className="card-prev">
      <div
        className="gcard"
        role="img"
        aria-label={printed.length === 0 ? 'Card preview, still empty' : `Card preview: ${printed.join(' ')}`}
      >
        <div className="gc-top">
          <span className="mark">Flora</span>
        </div>
        <div className="gc-text gc-lines">{printed.length === 0 ? ' ' : printed.join('\n')}</div>
        <div className="gc-foot">{foot}</div>
      </div>
      <figcaption className="hint">{caption}</figcaption>
    </figure>
  )
}

/** One mark a line, and the verdict in words; a screen reader hears it when the typing pauses. */
export function FitMeter({ fit, id }: { fit: Fit; id: string }): JSX.Element {
  const { verdict, detail } = fitWords(fit)
  const marks = Math.max(fit.limit, Math.min(fit.lines.length, fit.limit + 6))
  return (
    <>
      <div className={`fit${fit.fits ? '' : ' is-over'}`} id={id}>
        <span className="fit-bar" aria-hidden="true">
          {Array.from({ length: marks }, (_, mark) => (
            <i key={mark} className={mark < fit.lines.length ? (mark >= fit.limit ? 'on over' : 'on') : ''} />
          ))}
        </span>
        <span>
          <b>{verdict}</b> {detail}
        </span>
      </div>
      <SaidOnPause words={`${verdict} ${detail}`} />
    </>
  )
}

const pauseMs = 1_200

function SaidOnPause({ words }: { words: string }): JSX.Element {
  const [first] = useState(words)
  const [said, setSaid] = useState('')
  useEffect(() => {
    // What stood there when the page opened is not news.
    if (words === first && said === '') return
    const timer = setTimeout(() => setSaid(words), pauseMs)
    return () => clearTimeout(timer)
  }, [words, first, said])
  return (
    <span className="vh" role="status">
      {said}
    </span>
  )
}
