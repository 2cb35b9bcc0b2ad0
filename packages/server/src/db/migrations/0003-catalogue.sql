-- The catalogue: regions, directory and published template versions. Readable by every tenant, writable by its owner only.
-- A published version never changes: the application role may insert versions and texts, not update or delete them.

create table region (
  tenant_id uuid not null references organisation (tenant_id) on delete cascade,
  key text not null,
  name jsonb not null,
  primary key (tenant_id, key)
);

create table municipality (
  tenant_id uuid not null,
  key text not null,
  region_key text not null,
  name jsonb not null,
  languages text[] not null,
  url text not null,
  position integer not null,
  primary key (tenant_id, key),
  foreign key (tenant_id, region_key) references region (tenant_id, key) on delete cascade
);
create index on municipality (key);

create table place (
  tenant_id uuid not null references organisation (tenant_id) on delete cascade,
  key text not null,
  -- Slots it fills, municipalities it serves; no municipality means all of the publisher's region.
  slots text[] not null default '{}',
  municipalities text[] not null default '{}',
  content jsonb not null,
  primary key (tenant_id, key)
);

create table missing_place (
  tenant_id uuid not null references organisation (tenant_id) on delete cascade,
  slot text not null,
  municipality_key text not null,
  ask jsonb not null,
  primary key (tenant_id, slot, municipality_key)
);

create table template (
  tenant_id uuid not null references organisation (tenant_id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  key text not null,
  scope text not null check (scope in ('country', 'region', 'municipality', 'employer')),
  region_key text,
  municipality_key text,
  source_language text not null,
  -- An advisor's templates are for every tenant; an employer's own are for itself.
  is_public boolean not null,
  current_version_id uuid,
  primary key (tenant_id, id),
  unique (tenant_id, key)
);

create table template_version (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  template_id uuid not null,
  number integer not null check (number > 0),
  structure jsonb not null,
  -- SHA-256 of structure and texts: loading the same content twice changes nothing.
  content_hash bytea not null,
  change_note text not null,
  severity text not null check (severity in ('editorial', 'substantive', 'urgent')),
  is_public boolean not null,
  published_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, template_id, number),
  foreign key (tenant_id, template_id) references template (tenant_id, id) on delete cascade
);
alter table template add foreign key (tenant_id, current_version_id) references template_version (tenant_id, id)
  deferrable initially deferred;

create table template_text (
  tenant_id uuid not null,
  template_version_id uuid not null,
  language text not null,
  is_public boolean not null,
  content jsonb not null,
  primary key (tenant_id, template_version_id, language),
  foreign key (tenant_id, template_version_id) references template_version (tenant_id, id) on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['region', 'municipality', 'place', 'missing_place', 'template', 'template_version', 'template_text'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy catalogue on %I for select using (%s)', t,
      case when t like 'template%' then 'is_public or tenant_id = (select scope_tenant())' else 'true' end);
    execute format('create policy own_insert on %I for insert with check (tenant_id = (select scope_tenant()))', t);
    execute format('create policy own_update on %I for update using (tenant_id = (select scope_tenant())) with check (tenant_id = (select scope_tenant()))', t);
    execute format('create policy own_delete on %I for delete using (tenant_id = (select scope_tenant()))', t);
  end loop;
end $$;

grant select, insert, update, delete on region, municipality, place, missing_place, template to kase_app;
grant select, insert on template_version, template_text to kase_app;
