import { data } from 'react-router'
import { LostPage } from '../components/lost-page.tsx'

/** An address nobody lives at answers 404, also to machines. */
export function loader(): never {
  throw data(null, { status: 404 })
}

export { LostPage as Component }
