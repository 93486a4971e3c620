-- Somebody who can sign in: a shopper, or one who works here. Made when she proves her e-mail, never before, so that nobody can
-- occupy an address that isn't theirs.
create table accounts (
  id text primary key check (id like 'acc\_%'),
  email text not null,
  name text not null,
  -- bcrypt; absent for those who come by a provider only.
  password_hash text,
  role text check (role in ('owner', 'manager', 'florist', 'driver')),
  role_since timestamptz,
  -- Counts up when every device is signed out: what was derived for the account before (its cart's token) opens nothing any more.
  generation integer not null default 1,
  created_at timestamptz not null,
  -- What tax law needs of her orders stays with them; this row then says nothing of her.
  erased_at timestamptz
);
create unique index accounts_email on accounts (lower(email)) where erased_at is null;
-- A handful of rows among all customers.
create index accounts_staff on accounts (role) where role is not null;

alter table carts add foreign key (account_id) references accounts (id) on delete cascade;
alter table orders add foreign key (account_id) references accounts (id);

-- Addresses that an account had before: what was written to them is found when its owner wants it erased.
create table former_emails (
  account_id text not null references accounts (id) on delete cascade,
  email text not null,
  until timestamptz not null,
  primary key (account_id, email)
);

-- The identity a provider vouches for. One account may have several.
create table identities (
  issuer text not null,
  subject text not null,
  account_id text not null references accounts (id) on delete cascade,
  created_at timestamptz not null,
  primary key (issuer, subject)
);
create index identities_account on identities (account_id);

-- A device that is signed in: the family of all refresh tokens that came from one sign-in.
create table sessions (
  id text primary key check (id like 'ses\_%'),
  account_id text not null references accounts (id) on delete cascade,
  device text not null,
  -- Whether a second factor was shown when it began.
  two_factor boolean not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  -- The last moment it can be renewed, however busy it is.
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_because text check (ended_because in ('signed-out', 'everywhere', 'reuse', 'password', 'role', 'erased'))
);
create index sessions_account on sessions (account_id, last_seen_at desc) where ended_at is null;

-- SHA-256 of each refresh token: a stolen database signs nobody in. A used one stays, so that its reuse is seen.
create table refresh_tokens (
  hash text primary key,
  session_id text not null references sessions (id) on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index refresh_tokens_session on refresh_tokens (session_id);

-- Links in letters and tickets between two steps: single use, expiring, stored as hashes.
create table account_tokens (
  hash text primary key,
  kind text not null check (kind in ('verify-email', 'reset-password', 'change-email', 'link-identity', 'second-factor', 'invite-staff', 'oidc-attempt')),
  account_id text references accounts (id) on delete cascade,
  email text,
  -- What the step after needs: the hash of a chosen password, a provider's subject, a role.
  payload jsonb not null default '{}',
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index account_tokens_account on account_tokens (account_id) where account_id is not null;
create index account_tokens_expiry on account_tokens (expires_at);
create index account_tokens_invitations on account_tokens (lower(email)) where kind = 'invite-staff' and used_at is null;

-- Wrong passwords and codes, by a hash of what was tried: addresses without an account are slowed alike.
create table sign_in_failures (
  key text primary key,
  failures integer not null,
  last_at timestamptz not null,
  wait_until timestamptz not null
);

-- Secrets are AES-256-GCM by the configuration's sealing key.
create table two_factors (
  account_id text primary key references accounts (id) on delete cascade,
  -- Whose codes count; absent until a code of the offered one was given.
  sealed_secret text,
  -- Shown to somebody who begins, or who moves to another device: the one above counts until a code of this one was given.
  offered_secret text,
  confirmed_at timestamptz,
  -- The last 30 seconds whose code was taken: none counts twice.
  last_step bigint not null default 0,
  check ((sealed_secret is null) = (confirmed_at is null))
);
create table recovery_codes (
  account_id text not null references accounts (id) on delete cascade,
  hash text not null,
  used_at timestamptz,
  primary key (account_id, hash)
);

-- Every sign-in, and every staff action from before it is done. Never changed but for its outcome.
create table audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  account_id text,
  -- The name and role then: the account may be renamed or erased.
  who text not null,
  action text not null,
  subject text not null default '',
  -- HTTP status; absent while it is under way, or when the process died.
  outcome integer,
  detail jsonb not null default '{}'
);
create index audit_log_account on audit_log (account_id, id desc) where account_id is not null;
create index audit_log_action on audit_log (action, id desc);
