import PostalMime, { type Address, type Email } from 'postal-mime'

export type Person = { name: string; address: string }

export type CaughtAttachment = {
  filename: string
  mimeType: string
  /** Content-ID without its angle brackets, when the HTML refers to the part. */
  contentId: string | null
  isInline: boolean
  content: Uint8Array
}

/** One message as it arrived: who really sent it to whom, what it says, and its source. */
export type Caught = {
  id: string
  /** An instant in ISO form. */
  receivedAt: string
  /** The addresses of the SMTP dialogue, which decide who gets it; blind copies show only here. */
  envelope: { from: string; to: string[] }
  from: Person | null
  to: Person[]
  cc: Person[]
  replyTo: Person[]
  subject: string
  text: string
  html: string
  headers: { name: string; value: string }[]
  attachments: CaughtAttachment[]
  sizeBytes: number
  source: Uint8Array
  /** Why the source could not be read as a message, if so. */
  unreadable: string | null
}

export type Arrival = Pick<Caught, 'id' | 'receivedAt' | 'envelope' | 'source'>

/** Reads a message. One that cannot be read is kept as well, for somebody will ask where it went. */
export async function readMessage(arrival: Arrival): Promise<Caught> {
  try {
    return { ...arrival, ...contents(await PostalMime.parse(arrival.source)), ...size(arrival), unreadable: null }
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error)
    return {
      ...arrival,
      ...contents({ headers: [], headerLines: [], attachments: [] }),
      ...size(arrival),
      unreadable: because,
    }
  }
}

function contents(email: Email): Omit<Caught, keyof Arrival | 'sizeBytes' | 'unreadable'> {
  return {
    from: people(email.from ? [email.from] : [])[0] ?? null,
    to: people(email.to),
    cc: people(email.cc),
    replyTo: people(email.replyTo),
    subject: email.subject ?? '',
    text: email.text ?? '',
    html: email.html ?? '',
    headers: email.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    attachments: email.attachments.map(({ filename, mimeType, contentId, disposition, related, content }, at) => ({
      filename: filename || `attachment-${at + 1}`,
      mimeType,
      contentId: contentId ? contentId.replace(/^<|>$/g, '') : null,
      isInline: disposition === 'inline' || related === true,
      content: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
    })),
  }
}

function size({ source }: Arrival): { sizeBytes: number } {
  return { sizeBytes: source.byteLength }
}

function people(addresses: Address[] = []): Person[] {
  return addresses
    .flatMap((entry) => (entry.group ? entry.group : [entry]))
    .map(({ name, address }) => ({ name, address }))
}
