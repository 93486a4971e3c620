import type { Account } from '@flora/contract/identity.ts'
import type { Role } from '@flora/contract/permissions.ts'
import type { Config } from '../platform/config.ts'
import type { AccountRow } from './account-queries.ts'

/** An account as its owner sees it. */
export function toAccount(row: AccountRow, { oidc }: Pick<Config, 'oidc'>): Account {
  // One that was linked while another provider was configured is called by its host.
  const nameOf = (issuer: string) => {
    const host = URL.parse(issuer)?.host
    return oidc && host === oidc.issuer.host ? oidc.name : (host ?? issuer)
  }

  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    hasPassword: row.passwordHash !== null,
    hasTwoFactor: row.hasTwoFactor,
    providers: row.issuers.map(nameOf),
    createdAt: row.createdAt.toString(),
  }
}

/** 'Mercy Okafor (owner)', for the audit log. */
export function nameAndRole({ name, role }: { name: string; role: Role | null }): string {
  return role ? `${name} (${role})` : name
}
