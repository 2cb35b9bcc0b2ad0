-- Tenants: organisations, their members and invitations, the audit log, the outbox of mail.
--
-- Every tenant table has row-level security, enabled and forced, and a key that leads with tenant_id. The scope of a
-- transaction stands in these settings, all set by `withTenant` and its sisters (db/scope.ts):
--   app.tenant_id  the organisation                app.user_id    the signed-in person
--   app.buddy_id   set for a buddy: narrows to the plans assigned to that person
--   app.plan_id, app.participant_id   set for a link holder: narrow to one plan and one person
--   app.token_hash                    set while a link or an invitation is looked up by its token
-- The functions are wrapped in a sub-select wherever they are used, so that they run once per query and not once per row.

create function scope_uuid(setting text) returns uuid language sql stable
  as $$ select nullif(current_setting(setting, true), '')::uuid $$;
create function scope_tenant() returns uuid language sql stable as $$ select scope_uuid('app.tenant_id') $$;
create function scope_user() returns uuid language sql stable as $$ select scope_uuid('app.user_id') $$;
create function scope_buddy() returns uuid language sql stable as $$ select scope_uuid('app.buddy_id') $$;
create function scope_plan() returns uuid language sql stable as $$ select scope_uuid('app.plan_id') $$;
create function scope_participant() returns uuid language sql stable as $$ select scope_uuid('app.participant_id') $$;
create function scope_token_hash() returns bytea language sql stable
  as $$ select decode(nullif(current_setting('app.token_hash', true), ''), 'hex') $$;

create table organisation (
  tenant_id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('employer', 'advisor')),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  name text not null check (length(name) between 1 and 120),
  language text not null default 'fi' check (language in ('fi', 'sv', 'en')),
  municipality_key text,
  sector text,
  brand_colour text check (brand_colour ~ '^#[0-9a-f]{6}$'),
  contact_name text,
  contact_phone text,
  contact_email text,
  uses_starter boolean not null default true,
  created_at timestamptz not null default now()
);

create table member (
  tenant_id uuid not null references organisation (tenant_id) on delete cascade,
  user_id uuid not null,
  role text not null check (role in ('owner', 'hr', 'buddy', 'admin', 'editor', 'translator')),
  -- A copy of the person's name and address: the application role cannot read the schema `auth`.
  name text not null,
  email text not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, user_id)
);
create index on member (user_id);

create table invitation (
  tenant_id uuid not null references organisation (tenant_id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  email text not null,
  role text not null check (role in ('owner', 'hr', 'buddy', 'admin', 'editor', 'translator')),
  token_hash bytea not null,
  invited_by uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id)
);
create unique index on invitation (tenant_id, token_hash);
create index on invitation (token_hash);

create table audit_entry (
  tenant_id uuid not null references organisation (tenant_id) on delete cascade,
  id bigint generated always as identity,
  at timestamptz not null default now(),
  actor_kind text not null check (actor_kind in ('member', 'participant', 'system')),
  actor_id uuid,
  action text not null,
  subject_id uuid,
  detail jsonb not null default '{}',
  primary key (tenant_id, id)
);
create index on audit_entry (tenant_id, subject_id, id);

-- One row per message, kept as evidence of what became of it. Messages without a tenant (a password reset) stand under the
-- all-zero tenant. What must stay secret (a link's token) is encrypted and wiped once the message is sent.
create table mail (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  template text not null,
  language text not null,
  to_address text not null,
  payload jsonb not null default '{}',
  secret bytea,
  plan_id uuid,
  participant_id uuid,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed')),
  attempts integer not null default 0,
  last_error text,
  created_at timestamptz not null default now(),
  settled_at timestamptz,
  primary key (tenant_id, id)
);
create index on mail (tenant_id, plan_id, created_at);

alter table organisation enable row level security;
alter table organisation force row level security;
create policy own on organisation
  using (tenant_id = (select scope_tenant()))
  with check (tenant_id = (select scope_tenant()));
-- A link holder reads the employer's name and colour, and changes nothing.
create policy staff_only on organisation as restrictive for update using ((select scope_plan()) is null);
create policy staff_deletes on organisation as restrictive for delete using ((select scope_plan()) is null);
-- A signed-in person sees the organisations they are a member of, to choose one.
create policy joined on organisation for select
  using (tenant_id in (select m.tenant_id from member m where m.user_id = (select scope_user())));
create policy invited on organisation for select
  using (tenant_id in (select i.tenant_id from invitation i where i.token_hash = (select scope_token_hash())));

alter table member enable row level security;
alter table member force row level security;
create policy own on member
  using (tenant_id = (select scope_tenant()) and (select scope_plan()) is null)
  with check (tenant_id = (select scope_tenant()) and (select scope_plan()) is null);
create policy self on member for select using (user_id = (select scope_user()));

alter table invitation enable row level security;
alter table invitation force row level security;
create policy own on invitation
  using (tenant_id = (select scope_tenant()) and (select scope_plan()) is null)
  with check (tenant_id = (select scope_tenant()) and (select scope_plan()) is null);
create policy by_token on invitation for select using (token_hash = (select scope_token_hash()));

alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy own on audit_entry
  using (tenant_id = (select scope_tenant()) and (select scope_plan()) is null)
  with check (tenant_id = (select scope_tenant()) and (select scope_plan()) is null);

alter table mail enable row level security;
alter table mail force row level security;
create policy own on mail
  using (tenant_id = (select scope_tenant()) and (select scope_plan()) is null)
  with check (tenant_id = (select scope_tenant()) and (select scope_plan()) is null);

grant select, insert, update, delete on organisation, member, invitation to kase_app;
grant select, insert on audit_entry to kase_app;
grant select, insert, update on mail to kase_app;

-- Rate limits hold across instances; the table belongs to no tenant (rate-limiter-flexible's shape).
create schema infra;
grant usage on schema infra to kase_app;
create table infra.rate_limit (key varchar(255) primary key, points integer not null default 0, expire bigint);
grant select, insert, update, delete on infra.rate_limit to kase_app;
