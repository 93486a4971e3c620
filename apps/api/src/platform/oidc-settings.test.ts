import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BadConfig, type Config, readConfig } from './config.ts'

const auth0 = {
  OIDC_PRESET: 'auth0',
  OIDC_ISSUER: 'flora.au.auth0.com',
  OIDC_CLIENT_ID: 'aClientsId',
  OIDC_CLIENT_SECRET: 'hunter2-hunter2',
}
const generic = {
  OIDC_ISSUER: 'https://id.example/realms/flora',
  OIDC_CLIENT_ID: 'aClientsId',
  OIDC_CLIENT_SECRET: 'hunter2-hunter2',
  OIDC_NAME: 'Example',
}

const oidcOf = (environment: Record<string, string | undefined>): Config['oidc'] => readConfig(environment).oidc

function complaints(environment: Record<string, string | undefined>): string {
  try {
    readConfig(environment)
    return ''
  } catch (error) {
    assert.ok(error instanceof BadConfig, String(error))
    return error.message
  }
}

test('nobody vouches for anybody unless a provider is named', () => {
  assert.equal(oidcOf({}), undefined)
  assert.equal(oidcOf({ OIDC_ISSUER: '', OIDC_PRESET: 'auth0' }), undefined)
})

test('Auth0 needs its domain and two values, and is held to the algorithms it signs with', () => {
  const oidc = oidcOf(auth0)!
  assert.deepEqual(
    [oidc.issuer.href, oidc.name, oidc.audience, oidc.algorithms],
    ['https://flora.au.auth0.com/', 'Auth0', undefined, ['RS256', 'PS256']],
  )
  assert.equal(oidcOf({ ...auth0, OIDC_NAME: 'Flora Club' })?.name, 'Flora Club')
  assert.equal(oidcOf({ ...auth0, OIDC_ISSUER: 'https://flora.au.auth0.com/' })?.issuer.href, oidc.issuer.href)
})

test('any other provider is taken by its address; no algorithm with a shared secret is ever among its own', () => {
  const oidc = oidcOf({ ...generic, OIDC_AUDIENCE: 'https://api.flora.example' })!
  assert.deepEqual(
    [oidc.issuer.href, oidc.name, oidc.audience],
    ['https://id.example/realms/flora', 'Example', 'https://api.flora.example'],
  )
  assert.ok(oidc.algorithms.every((algorithm) => /^(RS|PS|ES|Ed)/.test(algorithm)))
})

const wrong: [string, Record<string, string | undefined>, RegExp][] = [
  ['has an id', { OIDC_CLIENT_ID: undefined }, /^OIDC_CLIENT_ID is missing/],
  ['has a secret', { OIDC_CLIENT_SECRET: undefined }, /^OIDC_CLIENT_SECRET is missing/],
  ['is named on the button', { OIDC_NAME: undefined }, /^OIDC_NAME is missing/],
  [
    'is named',
    { OIDC_ISSUER: undefined },
    /^OIDC_ISSUER is missing: OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME would/,
  ],
  ['has an address', { OIDC_ISSUER: 'id.example' }, /^OIDC_ISSUER is not an issuer/],
  ['is a place of the web', { OIDC_ISSUER: 'file:///etc/passwd' }, /^OIDC_ISSUER is not an issuer/],
  ['has no name and password in it', { OIDC_ISSUER: 'https://a:b@id.example' }, /^OIDC_ISSUER is not an issuer/],
  ['has nothing behind its path', { OIDC_ISSUER: 'https://id.example/?x=1' }, /^OIDC_ISSUER is not an issuer/],
  [
    'is no document',
    { OIDC_ISSUER: 'https://id.example/.well-known/openid-configuration' },
    /^OIDC_ISSUER is the address of a document/,
  ],
  ['cannot be overheard', { OIDC_ISSUER: 'http://id.example' }, /^OIDC_ISSUER must be an https/],
  ['gives no ID tokens for access tokens', { OIDC_AUDIENCE: 'aClientsId' }, /^OIDC_AUDIENCE is the client’s id/],
]
for (const [what, change, sentence] of wrong) {
  test(`a provider ${what}`, () => {
    const said = complaints({ ...generic, ...change })
    assert.match(said, sentence)
    assert.doesNotMatch(said, /hunter2/)
  })
}

test('an Auth0 tenant has no path', () => {
  assert.match(complaints({ ...auth0, OIDC_ISSUER: 'https://flora.au.auth0.com/authorize' }), /^OIDC_ISSUER has a path/)
})

test('a test issuer on this machine is taken, but never in production', () => {
  const local = { ...generic, OIDC_ISSUER: 'http://127.0.0.1:3012' }
  assert.equal(oidcOf(local)?.issuer.href, 'http://127.0.0.1:3012/')
  assert.equal(complaints({ ...local, MODE: 'rehearsal' }), '')
  for (const here of ['http://127.0.0.1:3012', 'https://localhost', 'http://[::1]:3012'])
    assert.match(complaints({ ...local, OIDC_ISSUER: here, MODE: 'production' }), /^OIDC_ISSUER is on this machine/m)
})
