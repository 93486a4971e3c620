import type { Focus } from '@flora/contract/catalog-desk.ts'
import { type JSX, type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { cropAbout, type Original } from './originals.ts'

interface FocusPickerProps {
  readonly original: Original
  readonly focus: Focus
  readonly onChange: (focus: Focus) => void
}

// A press of an arrow key moves the focus by so many hundredths.
const step = 2

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
}

/** The whole photo with what will be seen of it: press or drag where the middle should be, or move it with the arrow keys. */
export function FocusPicker({ original, focus, onChange }: FocusPickerProps): JSX.Element {
  const frame = useRef<SVGSVGElement>(null)
  const { width, height, href } = original
  const crop = cropAbout(focus, original)
  function point(event: PointerEvent): void {
    // From the screen to the photo's own pixels, however it is scaled and centred.
    const screen = frame.current?.getScreenCTM()
    if (!screen) return
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(screen.inverse())
    onChange({ x: hundredth(x / width), y: hundredth(y / height) })
  }
  function move(event: KeyboardEvent): void {
    const by = arrows[event.key]
    if (!by) return
    event.preventDefault()
    onChange({ x: hundredth((focus.x + by[0]) / 100), y: hundredth((focus.y + by[1]) / 100) })
  }
  return (
    <button
      type="button"
      className="focus-picker"
      aria-label={`What is seen of the photo: its middle is at ${focus.x} of 100 from the left and ${focus.y} of 100 from the top. Arrow keys move it.`}
      onKeyDown={move}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        point(event)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) point(event)
      }}
    >
      <svg ref={frame} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <image href={href} width={width} height={height} />
        <path
          className="focus-veil"
          fillRule="evenodd"
          d={`M0 0H${width}V${height}H0Z M${crop.x} ${crop.y}h${crop.width}v${crop.height}h${-crop.width}Z`}
        />
        <circle
          className="focus-dot"
          cx={(focus.x * width) / 100}
          cy={(focus.y * height) / 100}
          r={Math.max(width, height) / 50}
        />
      </svg>
    </button>
  )
}

function hundredth(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 100)
}
