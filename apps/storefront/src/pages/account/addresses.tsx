import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { Address } from '@flora/contract/customers.ts'
import { type JSX, useState } from 'react'
import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { toast } from '@flora/ui/toasts.tsx'
import { visitContext } from '../../visit.ts'
import { capital, inWords } from '../cart/cart-words.ts'
import { Refused } from '../sign-in/refused.tsx'
import { useAsking } from '../sign-in/use-asking.ts'
import { AccountFrame } from './account-frame.tsx'
import { AddressForm } from './address-form.tsx'
import { orSignIn } from './ask-account.ts'
import { focusOnList, focusSoon } from './focus.ts'
import { Unfold } from './unfold.tsx'

export function loader({ context, request }: LoaderFunctionArgs): Promise<Address[]> {
  return orSignIn(context.get(visitContext).client.call('GET /account/addresses', {}), request)
}

/** The doors she sends to, so that no street is typed twice. */
export function Component(): JSX.Element {
  const [addresses, setAddresses] = useState(useLoaderData<typeof loader>())
  // The one that is being changed.
  const [open, setOpen] = useState<string>()

  async function saved(): Promise<void> {
    setAddresses(await createClient(browserCarrier()).call('GET /account/addresses', {}))
    toast({ words: 'Kept.' })
  }
  function fold(id: string): void {
    setOpen(undefined)
    focusSoon(`${id}-change`)
  }

  return (
    <AccountFrame
      title="Your addresses"
      heading={addresses.length === 0 ? 'No doors yet.' : doors(addresses.length)}
      lead={
        addresses.length === 0
          ? 'Keep an address once, and the checkout fills it in.'
          : 'Kept here, offered at the checkout.'
      }
    >
      <ul className="acc-rows" id="acc-list" tabIndex={-1}>
        {addresses.map((address) =>
          open === address.id ? (
            <li key={address.id} className="acc-wide">
              <AddressForm
                address={address}
                onSaved={async () => {
                  await saved()
                  fold(address.id)
                }}
                onLeave={() => fold(address.id)}
              />
            </li>
          ) : (
            <AddressRow
              key={address.id}
              address={address}
              onChange={() => {
                setOpen(address.id)
                focusSoon(`${address.id}-label`)
              }}
              onAddresses={setAddresses}
            />
          ),
        )}
      </ul>
      <Unfold label="Add an address">
        {(close) => (
          <AddressForm
            onSaved={async () => {
              await saved()
              close()
            }}
            onLeave={close}
          />
        )}
      </Unfold>
    </AccountFrame>
  )
}

interface AddressRowProps {
  readonly address: Address
  readonly onChange: () => void
  readonly onAddresses: (addresses: Address[]) => void
}

function AddressRow({ address, onChange, onAddresses }: AddressRowProps): JSX.Element {
  const [asking, run] = useAsking()
  const client = createClient(browserCarrier())
  const params = { addressId: address.id }
  const called = address.label === '' ? address.name : address.label

  function forget(): Promise<void> {
    return run(async () => {
      const { id: _, isDefault, warning: __, ...kept } = address
      onAddresses(await client.call('DELETE /account/addresses/:addressId', { params }))
      focusOnList()
      const restore = async (): Promise<void> => {
        const { id } = await client.call('POST /account/addresses', { body: kept as never })
        if (isDefault) await client.call('PUT /account/addresses/:addressId/default', { params: { addressId: id } })
        onAddresses(await client.call('GET /account/addresses', {}))
      }
      toast({ words: `${called} is forgotten.`, undo: { label: 'Undo', run: () => void run(restore) } })
    })
  }
  function offerFirst(): Promise<void> {
    return run(async () => {
      onAddresses(await client.call('PUT /account/addresses/:addressId/default', { params }))
      focusSoon(`${address.id}-change`)
    })
  }

  return (
    <li>
      <div>
        <p>
          <b>{called}</b> {address.isDefault && <span className="soft small">offered first</span>}
        </p>
        <p className="small">{inOneLine(address)}</p>
        {address.warning !== undefined && <p className="small soft">{address.warning.message}</p>}
        <Refused asking={asking} opening="Not done." />
      </div>
      <div className="acc-acts">
        {!address.isDefault && (
          <button type="button" className="btn btn-text" onClick={() => void offerFirst()}>
            Offer first<span className="vh"> ({called})</span>
          </button>
        )}
        <button type="button" className="btn btn-text" id={`${address.id}-change`} onClick={onChange}>
          Change<span className="vh"> {called}</span>
        </button>
        <button type="button" className="btn btn-text" onClick={() => void forget()}>
          Forget<span className="vh"> {called}</span>
        </button>
      </div>
    </li>
  )
}

function inOneLine({ label, name, line1, line2, suburb, postcode }: Address): string {
  const parts = [label === '' ? '' : name, line1, line2, `${suburb} ${postcode}`]
  return parts.filter((part) => part !== '').join(', ')
}

function doors(count: number): string {
  return count === 1 ? 'One door.' : `${capital(inWords(count))} doors.`
}
