-- Many documents made in the background and kept for a while as one ZIP file.

create table document_batch (
  tenant_id uuid not null references organisation (tenant_id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  -- Given by who asks: the same request sent twice makes one batch.
  request_key uuid not null,
  requested_by uuid not null,
  requested_at timestamptz not null,
  -- One entry for each file, in the order of the archive: [{name, planId, participantId, kind, language, official}].
  files jsonb not null,
  total integer not null check (total > 0),
  -- What lists say of the files without reading them all.
  kinds text[] not null,
  languages text[] not null,
  people integer not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed')),
  -- Counts how often making has begun: whoever still works on an older attempt can write nothing any more.
  attempt integer not null default 0,
  done integer not null default 0,
  -- Files that could not be made: [{name, reason}].
  failures jsonb not null default '[]',
  -- Why there is no archive at all.
  problem text,
  bytes integer not null default 0,
  chunks integer not null default 0,
  settled_at timestamptz,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, request_key)
);
create index on document_batch (tenant_id, requested_at desc);

create table document_batch_plan (
  tenant_id uuid not null,
  batch_id uuid not null,
  plan_id uuid not null,
  primary key (tenant_id, batch_id, plan_id),
  foreign key (tenant_id, batch_id) references document_batch (tenant_id, id) on delete cascade,
  foreign key (tenant_id, plan_id) references plan (tenant_id, id) on delete cascade
);
create index on document_batch_plan (tenant_id, plan_id);

-- The archive in pieces, so that it is written and read without ever being whole in memory.
create table document_batch_chunk (
  tenant_id uuid not null,
  batch_id uuid not null,
  attempt integer not null,
  position integer not null,
  data bytea not null check (octet_length(data) between 1 and 1048576),
  primary key (tenant_id, batch_id, attempt, position),
  foreign key (tenant_id, batch_id) references document_batch (tenant_id, id) on delete cascade
);
-- PDF is compressed already: PostgreSQL need not try.
alter table document_batch_chunk alter column data set storage external;

-- An archive holds what its plans say of people: when one of the plans is removed, the archive goes with it.
create function remove_batch_of_plan() returns trigger language plpgsql as $$
begin
  delete from document_batch where tenant_id = old.tenant_id and id = old.batch_id;
  return null;
end $$;
create trigger goes_with_its_plans after delete on document_batch_plan
  for each row execute function remove_batch_of_plan();

-- Neither a buddy nor the holder of a link has anything to do with batches.
do $$
declare t text;
begin
  foreach t in array array['document_batch', 'document_batch_plan', 'document_batch_chunk'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy own on %I
         using (tenant_id = (select scope_tenant()) and (select scope_plan()) is null and (select scope_buddy()) is null)
         with check (tenant_id = (select scope_tenant()) and (select scope_plan()) is null and (select scope_buddy()) is null)', t);
  end loop;
end $$;

grant select, insert, update, delete on document_batch to kase_app;
grant select, insert, delete on document_batch_plan, document_batch_chunk to kase_app;
