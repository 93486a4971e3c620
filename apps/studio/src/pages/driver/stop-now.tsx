import { type JSX, type Ref, useRef, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { say } from '../../driver/outbox.ts'
import type { Report, ShownStop } from '../../driver/report.ts'
import { shrinkPhoto } from '../../driver/shrink-photo.ts'
import { TellStop } from '../../forms/stop-tell.tsx'
import { clockWords, nowMs } from '@flora/calendar/wall-time.ts'
import { RefusedReport } from './rest-of-run.tsx'

/** What is said of a stop, before it has a key and a time. */
export type Said = Pick<Report, 'outcome' | 'where' | 'note'> & { next?: NonNullable<Report['next']>; photo?: Blob }

/** The door that is driven to now. */
export function StopNow({ shown, shopPhone }: { shown: ShownStop; shopPhone: string }): JSX.Element {
  const { stop } = shown
  const { recipient, can } = stop
  const [telling, setTelling] = useState<'with-neighbour' | 'nobody-home'>()
  const photo = useRef<HTMLInputElement>(null)
  const [isBusy, setBusy] = useState(false)

  async function tell({ photo: taken, ...said }: Said): Promise<void> {
    setBusy(true)
    const small = taken && (await shrinkPhoto(taken))
    await say({
      ...said,
      key: crypto.randomUUID(),
      deliveryId: stop.deliveryId,
      at: isoOf(nowMs()),
      state: 'waiting',
      ...(small && { photo: small }),
    })
    setBusy(false)
    setTelling(undefined)
    toTop()
  }
  const delivered = (taken?: Blob): void =>
    void tell({ outcome: 'delivered', where: '', note: '', ...(taken && { photo: taken }) })

  return (
    <>
      <Door shown={shown} shopPhone={shopPhone} onPlain={() => delivered()} />
      <div className="drive-acts">
        <div>
          <Button
            kind="poppy"
            can={can.report}
            isBusy={isBusy}
            busy="Keeping it"
            onPress={() => photo.current?.click()}
          >
            Delivered, take the photo
          </Button>
          <a className="btn btn-line" href={stop.mapUrl} target="_blank" rel="noreferrer">
            Navigate
          </a>
          <Button can={can.report} onPress={() => setTelling('with-neighbour')}>
            Neighbour
          </Button>
          <Button can={can.report} onPress={() => setTelling('nobody-home')}>
            Nobody home
          </Button>
        </div>
      </div>
      <PhotoInput ref={photo} onTaken={delivered} />
      {telling && (
        <TellStop
          outcome={telling}
          name={recipient.name}
          isBusy={isBusy}
          onTell={(said) => void tell(said)}
          onClose={() => setTelling(undefined)}
        />
      )}
    </>
  )
}

interface DoorProps {
  readonly shown: ShownStop
  readonly shopPhone: string
  /** Delivered, and no photograph of it. */
  readonly onPlain: () => void
}

/** Where it goes, to whom, and what the buyer wants the driver to know. */
function Door({ shown, shopPhone, onPlain }: DoorProps): JSX.Element {
  const { stop } = shown
  const { recipient, window, boxes, can } = stop
  return (
    <section className="stop-now" aria-labelledby="stop-now">
      <p className="soft">
        {boxes.map(({ name, quantity }) => `${quantity > 1 ? `${quantity} × ` : ''}${name}`).join(', ')}
      </p>
      <h1 id="stop-now">{recipient.line1}</h1>
      {recipient.line2 !== '' && <p className="lead">{recipient.line2}</p>}
      <p className="lead">
        {recipient.suburb} {recipient.postcode}
      </p>
      {shown.refusedBecause !== undefined && (
        <RefusedReport deliveryId={stop.deliveryId} because={shown.refusedBecause} />
      )}
      <dl className="kv">
        <dt>For</dt>
        <dd>
          <b>{recipient.name}</b>
        </dd>
        <dt>By</dt>
        <dd className="num">{clockWords(window.ends)}</dd>
        {recipient.phone !== '' && (
          <>
            <dt>Phone</dt>
            <dd>
              <a className="tel" href={`tel:${recipient.phone.replaceAll(' ', '')}`}>
                {recipient.phone}
              </a>
            </dd>
          </>
        )}
        <dt>Order</dt>
        <dd className="num">
          {stop.number}, <a href={`tel:${shopPhone.replaceAll(' ', '')}`}>ask the shop</a>
        </dd>
      </dl>
      {(stop.instructions !== '' || stop.anonymous) && (
        <div className="say">
          {stop.instructions !== '' && <b>{stop.instructions}</b>}
          {stop.anonymous && 'Don’t mention the sender.'}
        </div>
      )}
      <p>
        <Button kind="text" can={can.report} onPress={onPlain}>
          Delivered, without a photo
        </Button>
      </p>
    </section>
  )
}

function PhotoInput({ ref, onTaken }: { ref: Ref<HTMLInputElement>; onTaken: (photo: Blob) => void }): JSX.Element {
  return (
    <input
      ref={ref}
      className="vh"
      type="file"
      accept="image/*"
      capture="environment"
      aria-label="Photograph of the delivery"
      tabIndex={-1}
      onChange={(event) => {
        const [taken] = event.target.files ?? []
        if (taken) onTaken(taken)
        event.target.value = ''
      }}
    />
  )
}

// The next door begins at the top of the screen.
function toTop(): void {
  globalThis.scrollTo({ top: 0 })
}

function isoOf(epochMs: number): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: 'UTC',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
    .format(epochMs)
    .replace(', ', 'T')
    .concat('Z')
}
