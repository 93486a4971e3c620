import { execFileSync } from 'node:child_process'
import { root } from './build-stamp.ts'

// By what each begins or how it is framed: few, and hardly ever wrong. The pipeline looks with more, and at all that was ever committed.
const secrets: Readonly<Record<string, RegExp>> = {
  'a live key of Stripe’s': /\b[sr]k_live_[A-Za-z0-9]{16,}/,
  'a signing secret of a webhook': /\bwhsec_[A-Za-z0-9]{32,}/,
  'an access key of AWS’s': /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----\n?[A-Za-z0-9+/=\n]{64}/,
  'a private key as JWK': /"d"\s*:\s*"[A-Za-z0-9_-]{43}"/,
  'a token of GitHub’s': /\b(ghp|gho|ghs|github_pat)_[A-Za-z0-9_]{30,}/,
  'a key of OpenAI’s or Anthropic’s': /\bsk-(ant-|proj-)[A-Za-z0-9_-]{30,}/,
  'an address with a password in it':
    /\b(postgres(ql)?|smtps?|rediss?):\/\/[^\s:/@'"`$<{]+:[^\s@/'"`$<{]{12,}@(?!127\.0\.0\.1|localhost)[a-z0-9.-]+\.(com|net|org|io|au|amazonaws)/,
}

/** What looks like a secret in a text, in words. */
export function secretsIn(text: string): string[] {
  return Object.entries(secrets).flatMap(([what, pattern]) => (pattern.test(text) ? [what] : []))
}

if (import.meta.main) {
  // What is staged, not what lies in the folder: that is what would be committed.
  const staged = (file: string) =>
    execFileSync('git', ['show', `:${file}`], { cwd: root, maxBuffer: 64 * 1024 * 1024 }).toString('latin1')
  const found = process.argv.slice(2).flatMap((file) => secretsIn(staged(file)).map((what) => `${file}: ${what}`))
  for (const sentence of found) console.error(sentence)
  if (found.length > 0) console.error('Take it out, and change it where it opens something: it may have been seen.')
  process.exit(found.length === 0 ? 0 : 1)
}
