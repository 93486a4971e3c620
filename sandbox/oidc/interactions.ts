import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import { consentPage, whoPage } from './pages.ts'
import type { People, Person } from './people.ts'
import type { Consents } from './provider-settings.ts'

// An address and a tick are far below this.
const mostBodyBytes = 4_096

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>

export interface InteractionNeeds {
  readonly provider: Provider
  readonly people: People
  readonly consents: Consents
}

/** The page of a step on the way, or what was answered on it; gives HTML to send unless it has sent the browser on. */
export async function answerInteraction(
  { provider, people, consents }: InteractionNeeds,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<string | undefined> {
  const interaction = await provider.interactionDetails(request, response)
  const client = await provider.Client.find(String(interaction.params['client_id']))
  const program = client?.clientName ?? 'A program'
  if (request.method !== 'POST') return pageOf(interaction, people, program)

  const form = await readForm(request)
  const finish = (result: Parameters<Provider['interactionFinished']>[2], merge = true) =>
    provider.interactionFinished(request, response, result, { mergeWithLastSubmission: merge })
  if (form.has('cancel')) {
    await finish({ error: 'access_denied', error_description: 'She changed her mind' }, false)
    return undefined
  }
  if (interaction.prompt.name === 'login') {
    const person = personIn(form, people)
    if (!person) return whoPage({ people: people.demo, program, lastSubject: undefined, isTypingWrong: true })
    await leaveOtherSession(provider, interaction, person)
    await finish({ login: { accountId: person.subject, remember: false } }, false)
    return undefined
  }
  const grantId = await grant(provider, interaction)
  consents.remember(interaction.session?.accountId ?? '', client?.clientId ?? '', grantId)
  await finish({ consent: { grantId } })
  return undefined
}

function pageOf({ prompt, session }: Interaction, people: People, program: string): string {
  if (prompt.name === 'login') return whoPage({ people: people.demo, program, lastSubject: session?.accountId })
  const person = people.find(session?.accountId ?? '')
  const { missingOIDCScope = [] } = prompt.details as { missingOIDCScope?: string[] }
  return consentPage({ person, program, scopes: missingOIDCScope })
}

function personIn(form: URLSearchParams, people: People): Person | undefined {
  const subject = form.get('person')
  if (subject !== null) return people.find(subject)
  const email = form.get('email')?.trim() ?? ''
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? people.byEmail(email, form.get('verified') === 'on') : undefined
}

// The library would log the earlier person out by a form that a script sends; here the two have nothing to do with each other.
async function leaveOtherSession(provider: Provider, interaction: Interaction, person: Person): Promise<void> {
  if (!interaction.session || interaction.session.accountId === person.subject) return
  const session = await provider.Session.findByUid(interaction.session.uid)
  await session?.destroy()
  delete interaction.session
  await interaction.save(interaction.exp - Math.floor(Date.now() / 1_000))
}

async function grant(provider: Provider, { grantId, session, params, prompt }: Interaction): Promise<string> {
  const known = grantId ? await provider.Grant.find(grantId) : undefined
  const given = known ?? new provider.Grant({ accountId: session?.accountId, clientId: String(params['client_id']) })
  const details = prompt.details as {
    missingOIDCScope?: string[]
    missingOIDCClaims?: string[]
    missingResourceScopes?: Record<string, string[]>
  }
  if (details.missingOIDCScope) given.addOIDCScope(details.missingOIDCScope)
  if (details.missingOIDCClaims) given.addOIDCClaims(details.missingOIDCClaims)
  for (const [resource, scopes] of Object.entries(details.missingResourceScopes ?? {}))
    given.addResourceScope(resource, scopes)
  return given.save()
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let body = ''
  for await (const chunk of request) {
    body += String(chunk)
    if (body.length > mostBodyBytes) throw new Error('The form is too long.')
  }
  return new URLSearchParams(body)
}
