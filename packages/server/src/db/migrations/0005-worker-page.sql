-- What a link holder says: not for me, I am stuck, a question to the advisor. And what the region says to all.

-- "Not for me". Like a tick: the family's own choices are not the employer's to see.
create table task_decline (
  tenant_id uuid not null,
  plan_task_id uuid not null,
  plan_id uuid not null,
  is_private boolean not null,
  participant_id uuid not null,
  reason text not null check (reason in ('already', 'not-needed', 'wrong')),
  declined_at timestamptz not null default now(),
  primary key (tenant_id, plan_task_id),
  foreign key (tenant_id, plan_task_id, is_private) references plan_task (tenant_id, id, is_private) on delete cascade,
  foreign key (tenant_id, plan_id, plan_task_id) references plan_task (tenant_id, plan_id, id) on delete cascade,
  foreign key (tenant_id, plan_id, participant_id) references participant (tenant_id, plan_id, id) on delete cascade
);
create index on task_decline (tenant_id, plan_id);

-- "I am stuck", sent to the employer. Only about tasks that the employer may see, which the key makes sure of.
create table help_request (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  plan_task_id uuid not null,
  is_private boolean not null default false check (not is_private),
  participant_id uuid not null,
  reason text check (reason in ('unclear', 'document', 'refused', 'travel', 'time', 'other')),
  body text not null default '' check (length(body) <= 2000),
  language text not null,
  sent_at timestamptz not null default now(),
  answer text check (length(answer) between 1 and 2000),
  answered_at timestamptz,
  answered_by uuid,
  primary key (tenant_id, id),
  check (reason is not null or body <> ''),
  foreign key (tenant_id, plan_task_id, is_private) references plan_task (tenant_id, id, is_private) on delete cascade,
  foreign key (tenant_id, plan_id, plan_task_id) references plan_task (tenant_id, plan_id, id) on delete cascade,
  foreign key (tenant_id, plan_id, participant_id) references participant (tenant_id, plan_id, id) on delete cascade
);
create index on help_request (tenant_id, plan_id, sent_at desc);

-- A private question. It belongs to the advisor's organisation, so no scope of the employer ever matches it. The employer can
-- copy a worker's link, and so open the worker's page: a question is therefore shown only on the phone that asked it, which
-- keeps a key whose hash stands here (app.asker_hash). It names no employer and no asker: the advisor answers to the page.
create function scope_asker() returns bytea language sql stable
  as $$ select decode(nullif(current_setting('app.asker_hash', true), ''), 'hex') $$;

create table advisor_question (
  tenant_id uuid not null references organisation (tenant_id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  employer_tenant_id uuid not null,
  plan_id uuid not null,
  participant_id uuid not null,
  asker_hash bytea not null check (length(asker_hash) = 32),
  municipality_key text not null,
  task_key text,
  task_title text,
  reason text check (reason in ('unclear', 'document', 'refused', 'travel', 'time', 'other')),
  body text not null default '' check (length(body) <= 2000),
  language text not null,
  asked_at timestamptz not null default now(),
  answer text check (length(answer) between 1 and 4000),
  answered_at timestamptz,
  answered_by uuid,
  primary key (tenant_id, id),
  check (reason is not null or body <> ''),
  foreign key (employer_tenant_id, plan_id, participant_id) references participant (tenant_id, plan_id, id) on delete cascade
);
create index on advisor_question (tenant_id, asked_at desc);
create index on advisor_question (employer_tenant_id, participant_id);

-- A dated message of an advisor to every live plan in its municipalities (none named: in all of them).
create table announcement (
  tenant_id uuid not null references organisation (tenant_id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  municipality_keys text[] not null default '{}',
  source_language text not null,
  -- By language: {title, body, state}.
  texts jsonb not null,
  published_at timestamptz not null default now(),
  ends_at timestamptz not null,
  withdrawn_at timestamptz,
  created_by uuid not null,
  primary key (tenant_id, id)
);
create index on announcement (tenant_id, ends_at);

create table announcement_dismissal (
  tenant_id uuid not null,
  participant_id uuid not null,
  announcement_tenant_id uuid not null,
  announcement_id uuid not null,
  plan_id uuid not null,
  dismissed_at timestamptz not null default now(),
  primary key (tenant_id, participant_id, announcement_id),
  foreign key (tenant_id, plan_id, participant_id) references participant (tenant_id, plan_id, id) on delete cascade,
  foreign key (announcement_tenant_id, announcement_id) references announcement (tenant_id, id) on delete cascade
);

-- An optional code that the holder must know as well; hashed like a password.
alter table share_link add column pin_hash text;

alter table task_decline enable row level security;
alter table task_decline force row level security;
create policy readable on task_decline for select
  using (
    tenant_id = (select scope_tenant())
    and case when (select scope_plan()) is null then not is_private else plan_id = (select scope_plan()) end
    and ((select scope_buddy()) is null or plan_id in (select p.id from plan p where p.buddy_id = (select scope_buddy())))
  );
create policy holder_declines on task_decline for insert
  with check (
    tenant_id = (select scope_tenant()) and plan_id = (select scope_plan()) and participant_id = (select scope_participant())
  );
create policy holder_takes_back on task_decline for delete
  using (tenant_id = (select scope_tenant()) and plan_id = (select scope_plan()));

alter table help_request enable row level security;
alter table help_request force row level security;
create policy readable on help_request for select
  using (
    tenant_id = (select scope_tenant())
    and case when (select scope_plan()) is null then true else participant_id = (select scope_participant()) end
    and ((select scope_buddy()) is null or plan_id in (select p.id from plan p where p.buddy_id = (select scope_buddy())))
  );
create policy holder_sends on help_request for insert
  with check (
    tenant_id = (select scope_tenant()) and plan_id = (select scope_plan()) and participant_id = (select scope_participant())
    and answer is null and answered_at is null and answered_by is null
  );
create policy staff_answers on help_request for update
  using (
    tenant_id = (select scope_tenant()) and (select scope_plan()) is null
    and ((select scope_buddy()) is null or plan_id in (select p.id from plan p where p.buddy_id = (select scope_buddy())))
  );

alter table advisor_question enable row level security;
alter table advisor_question force row level security;
-- The advisor's staff; a link holder has the employer's tenant, and no plan of an advisor.
create policy advisor_reads on advisor_question for select
  using (tenant_id = (select scope_tenant()) and (select scope_plan()) is null);
create policy advisor_answers on advisor_question for update
  using (tenant_id = (select scope_tenant()) and (select scope_plan()) is null);
create policy asker_reads on advisor_question for select
  using (
    employer_tenant_id = (select scope_tenant()) and plan_id = (select scope_plan())
    and participant_id = (select scope_participant()) and asker_hash = (select scope_asker())
  );
create policy asker_asks on advisor_question for insert
  with check (
    employer_tenant_id = (select scope_tenant()) and plan_id = (select scope_plan())
    and participant_id = (select scope_participant()) and asker_hash = (select scope_asker())
    and exists (select from municipality m where m.tenant_id = advisor_question.tenant_id and m.key = municipality_key)
    and answer is null and answered_at is null and answered_by is null
  );
create policy asker_deletes on advisor_question for delete
  using (
    employer_tenant_id = (select scope_tenant()) and plan_id = (select scope_plan())
    and participant_id = (select scope_participant()) and asker_hash = (select scope_asker())
  );

alter table announcement enable row level security;
alter table announcement force row level security;
create policy catalogue on announcement for select using (true);
create policy own_insert on announcement for insert
  with check (tenant_id = (select scope_tenant()) and (select scope_plan()) is null);
create policy own_update on announcement for update
  using (tenant_id = (select scope_tenant()) and (select scope_plan()) is null);

alter table announcement_dismissal enable row level security;
alter table announcement_dismissal force row level security;
create policy holder on announcement_dismissal
  using (tenant_id = (select scope_tenant()) and participant_id = (select scope_participant()))
  with check (
    tenant_id = (select scope_tenant()) and plan_id = (select scope_plan()) and participant_id = (select scope_participant())
  );

grant select, insert, delete on task_decline, announcement_dismissal to kase_app;
grant select, insert on help_request to kase_app;
grant update (answer, answered_at, answered_by) on help_request to kase_app;
grant select, insert, delete on advisor_question to kase_app;
grant update (answer, answered_at, answered_by) on advisor_question to kase_app;
grant select, insert on announcement to kase_app;
grant update (texts, ends_at, withdrawn_at) on announcement to kase_app;
