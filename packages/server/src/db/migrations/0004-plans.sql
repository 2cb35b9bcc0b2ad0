-- Plans, their participants and tasks, share links, and what was told and opened.

create table plan (
  tenant_id uuid not null references organisation (tenant_id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  state text not null default 'draft' check (state in ('draft', 'launched', 'finished')),
  facts jsonb not null,
  -- The published versions that the plan was built from, upper layers first: [{tenantId, versionId, scope}].
  layers jsonb not null,
  -- Copies of facts that lists sort and search by.
  worker_name text not null,
  starts_on date,
  buddy_id uuid,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  -- Counts every change of facts, so that two people editing at once are told instead of overwriting each other.
  revision integer not null default 1,
  launched_at timestamptz,
  finished_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, buddy_id) references member (tenant_id, user_id) on delete set null (buddy_id)
);
create index on plan (tenant_id, starts_on desc, id);
create index on plan (tenant_id, buddy_id);

create table participant (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  role text not null check (role in ('worker', 'partner', 'child')),
  position integer not null,
  name text not null,
  age integer,
  language text not null,
  email text,
  phone text,
  primary key (tenant_id, id),
  unique (tenant_id, plan_id, position),
  unique (tenant_id, plan_id, id),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id) on delete cascade
);

create table plan_task (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  key text not null,
  position integer not null,
  -- The copy: what the task was in its template version when the plan was made; texts are read from that immutable version.
  definition jsonb not null,
  template_tenant_id uuid not null,
  template_version_id uuid not null,
  -- The version that its words come from: the same, or a lower layer's that brought words of its own.
  text_tenant_id uuid not null,
  text_version_id uuid not null,
  section text not null,
  assignee text not null check (assignee in ('worker', 'partner', 'child', 'hr', 'buddy', 'village')),
  -- The family's own tasks: what becomes of them is not the employer's to see.
  is_private boolean not null generated always as (assignee in ('partner', 'child')) stored,
  is_included boolean not null,
  inclusion text not null check (inclusion in ('rule', 'person')),
  verdict jsonb not null,
  due_on date,
  rolled_from date,
  waits_for text,
  is_date_fixed boolean not null default false,
  owner_id uuid,
  place_tenant_id uuid,
  place_key text,
  note text,
  primary key (tenant_id, id),
  unique (tenant_id, plan_id, key),
  unique (tenant_id, id, is_private),
  unique (tenant_id, plan_id, id),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id) on delete cascade,
  foreign key (template_tenant_id, template_version_id) references template_version (tenant_id, id),
  foreign key (text_tenant_id, text_version_id) references template_version (tenant_id, id),
  foreign key (tenant_id, owner_id) references member (tenant_id, user_id) on delete set null (owner_id)
);

-- A task is done while its tick stands. The privacy of the task is part of the key, so it cannot be told wrong.
create table task_tick (
  tenant_id uuid not null,
  plan_task_id uuid not null,
  plan_id uuid not null,
  is_private boolean not null,
  ticked_at timestamptz not null default now(),
  participant_id uuid,
  user_id uuid,
  primary key (tenant_id, plan_task_id),
  foreign key (tenant_id, plan_task_id, is_private) references plan_task (tenant_id, id, is_private) on delete cascade,
  foreign key (tenant_id, plan_id, plan_task_id) references plan_task (tenant_id, plan_id, id) on delete cascade,
  foreign key (tenant_id, plan_id, participant_id) references participant (tenant_id, plan_id, id) on delete cascade,
  check ((participant_id is null) <> (user_id is null))
);
create index on task_tick (tenant_id, plan_id);

create table share_link (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  participant_id uuid not null,
  -- SHA-256 of the token; the token itself only encrypted, under a key that is not in the database.
  token_hash bytea not null,
  token_encrypted bytea not null,
  label text not null default '',
  created_by uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  first_opened_at timestamptz,
  last_opened_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, plan_id, participant_id) references participant (tenant_id, plan_id, id) on delete cascade
);
create index on share_link (token_hash);
create index on share_link (tenant_id, plan_id);

-- What happened with a plan, for "What happened" and for the record.
create table plan_event (
  tenant_id uuid not null,
  id bigint generated always as identity,
  plan_id uuid not null,
  at timestamptz not null default now(),
  kind text not null,
  actor_kind text not null check (actor_kind in ('member', 'participant', 'system')),
  user_id uuid,
  participant_id uuid,
  plan_task_id uuid,
  is_private boolean not null default false,
  detail jsonb not null default '{}',
  primary key (tenant_id, id),
  foreign key (tenant_id, plan_id) references plan (tenant_id, id) on delete cascade
);
create index on plan_event (tenant_id, plan_id, id desc);

alter table plan enable row level security;
alter table plan force row level security;
create policy own on plan
  using (
    tenant_id = (select scope_tenant())
    and ((select scope_plan()) is null or id = (select scope_plan()))
    and ((select scope_buddy()) is null or buddy_id = (select scope_buddy()))
  )
  with check (tenant_id = (select scope_tenant()) and (select scope_plan()) is null and (select scope_buddy()) is null);

-- The parts of a plan are seen by whoever sees the plan.
alter table participant enable row level security;
alter table participant force row level security;
create policy own on participant
  using (
    tenant_id = (select scope_tenant())
    and ((select scope_plan()) is null or plan_id = (select scope_plan()))
    and ((select scope_buddy()) is null or plan_id in (select p.id from plan p where p.buddy_id = (select scope_buddy())))
  )
  with check (tenant_id = (select scope_tenant()) and (select scope_plan()) is null and (select scope_buddy()) is null);

alter table plan_task enable row level security;
alter table plan_task force row level security;
create policy own on plan_task
  using (
    tenant_id = (select scope_tenant())
    and ((select scope_plan()) is null or plan_id = (select scope_plan()))
    and ((select scope_buddy()) is null or plan_id in (select p.id from plan p where p.buddy_id = (select scope_buddy())))
  )
  with check (tenant_id = (select scope_tenant()) and (select scope_plan()) is null and (select scope_buddy()) is null);

alter table task_tick enable row level security;
alter table task_tick force row level security;
-- Staff never see or make a tick of the family's own tasks; a link holder sees those of the own plan.
create policy own on task_tick
  using (
    tenant_id = (select scope_tenant())
    and case when (select scope_plan()) is null then not is_private else plan_id = (select scope_plan()) end
    and ((select scope_buddy()) is null or plan_id in (select p.id from plan p where p.buddy_id = (select scope_buddy())))
  )
  with check (
    tenant_id = (select scope_tenant())
    and case when (select scope_plan()) is null then not is_private and participant_id is null
        else plan_id = (select scope_plan()) and participant_id = (select scope_participant()) end
    and ((select scope_buddy()) is null or plan_id in (select p.id from plan p where p.buddy_id = (select scope_buddy())))
  );

alter table share_link enable row level security;
alter table share_link force row level security;
create policy own on share_link
  using (
    tenant_id = (select scope_tenant())
    and (select scope_buddy()) is null
    and ((select scope_plan()) is null or participant_id = (select scope_participant()))
  )
  with check (
    tenant_id = (select scope_tenant())
    and (select scope_buddy()) is null
    and ((select scope_plan()) is null or participant_id = (select scope_participant()))
  );
create policy by_token on share_link for select using (token_hash = (select scope_token_hash()));

alter table plan_event enable row level security;
alter table plan_event force row level security;
create policy own on plan_event
  using (
    tenant_id = (select scope_tenant())
    and case when (select scope_plan()) is null then not is_private else plan_id = (select scope_plan()) and participant_id = (select scope_participant()) end
    and ((select scope_buddy()) is null or plan_id in (select p.id from plan p where p.buddy_id = (select scope_buddy())))
  )
  with check (
    tenant_id = (select scope_tenant())
    and ((select scope_plan()) is null or (plan_id = (select scope_plan()) and participant_id = (select scope_participant())))
    and ((select scope_buddy()) is null or plan_id in (select p.id from plan p where p.buddy_id = (select scope_buddy())))
  );

grant select, insert, update, delete on plan, participant, plan_task, task_tick, share_link to kase_app;
grant select, insert on plan_event to kase_app;

-- Policies for deletion look at the old row only: a link holder and a buddy may delete none of these.
do $$
declare t text;
begin
  foreach t in array array['plan', 'participant', 'plan_task', 'share_link'] loop
    execute format('create policy staff_deletes on %I as restrictive for delete using ((select scope_plan()) is null and (select scope_buddy()) is null)', t);
  end loop;
end $$;
