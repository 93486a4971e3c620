import { readFileSync } from 'node:fs'
import { html, type Markup } from '../mail/markup.ts'
import type { Person } from './people.ts'

export const styleSheet = readFileSync(new URL('./pages.css', import.meta.url))

/** No script at all; forms go back to where they came from, and from there to the shop. */
export const pagePolicy = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'"

/** "Who are you?": people to choose from, and a field for any address. */
export function whoPage({
  people,
  program,
  lastSubject,
  isTypingWrong = false,
}: {
  people: readonly Person[]
  program: string
  lastSubject: string | undefined
  isTypingWrong?: boolean
}): string {
  return page(
    'Who are you?',
    html`<h1>Who are you?</h1>
      <p class="soft">${program} asks. Choose somebody; nobody here has a password.</p>
      <form method="post" class="people">
        ${people.map((person) => choice(person, person.subject === lastSubject))}
      </form>
      <h2>Somebody else</h2>
      <form method="post" class="else">
        <label for="email">E-mail address</label>
        <input
          id="email"
          name="email"
          type="email"
          required
          maxlength="254"
          autocomplete="email"
          ${isTypingWrong ? html`aria-invalid="true" aria-describedby="wrong"` : ''}
        />
        ${isTypingWrong ? html`<p class="wrong" id="wrong">That does not look like name@example.com.</p>` : ''}
        <label class="tick"><input type="checkbox" name="verified" checked /> The address counts as verified</label>
        <button>Sign in</button>
      </form>
      ${cancelForm()}`,
  )
}

/** "May it know?": asked once for each person and program. */
export function consentPage({
  person,
  program,
  scopes,
}: {
  person: Person | undefined
  program: string
  scopes: readonly string[]
}): string {
  const asked = [
    ...(scopes.includes('profile') ? ['your name'] : []),
    ...(scopes.includes('email') ? ['your e-mail address, and whether it is verified'] : []),
    ...(scopes.some((scope) => ['profile', 'email'].includes(scope)) ? [] : ['that it is you']),
  ]
  return page(
    `May ${program} know you?`,
    html`<h1>May ${program} know you?</h1>
      <p class="soft">You are ${person?.name || person?.email || 'signed in'}. It asks for:</p>
      <ul>
        ${asked.map((what) => html`<li>${what}</li>`)}
      </ul>
      <p class="soft">Said once, this is remembered until the issuer stops.</p>
      <form method="post" class="else"><button name="allow" value="yes">Allow</button></form>
      ${cancelForm()}`,
  )
}

/** What the front door says to somebody who came without being sent. */
export function frontPage(people: readonly Person[]): string {
  return page(
    'Test issuer',
    html`<h1>A test issuer</h1>
      <p>
        A stand-in for Auth0 and its like on this machine: a certified OpenID provider that lets everybody be anybody.
        Begin at the shop’s sign-in page.
      </p>
      <h2>People</h2>
      <ul>
        ${people.map((person) => html`<li>${person.name}${person.email ? `, ${person.email}` : ''}. ${person.about}</li>`)}
      </ul>`,
  )
}

/** A step that cannot be taken, in the issuer's own words. */
export function errorPage(error: string, description: string): string {
  return page(
    'That did not work',
    html`<h1>That did not work</h1>
      <p>${description || 'The request could not be understood.'}</p>
      <p class="soft"><code>${error}</code></p>
      <p>Go back to the shop and begin again.</p>`,
  )
}

function choice({ subject, name, email, about }: Person, wasLast: boolean): Markup {
  return html`<button name="person" value="${subject}">
    <strong>${name}</strong> <span>${email ?? 'no address'}${wasLast ? ' · you, last time' : ''}</span>
    <span class="about">${about}</span>
  </button>`
}

function cancelForm(): Markup {
  return html`<form method="post"><button class="plain" name="cancel" value="yes">Cancel and go back</button></form>`
}

function page(title: string, body: Markup): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Test issuer</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/pages.css" />
      </head>
      <body>
        <p class="banner">Test issuer · anybody can be anybody here · it runs on this machine only</p>
        <main>${body}</main>
      </body>
    </html>`.markup
}
