-- The logo that an organisation's documents carry, apart from the organisation: most reads of it want no megabyte.

create table organisation_logo (
  tenant_id uuid primary key references organisation (tenant_id) on delete cascade,
  -- What the bytes are, whatever the file was called.
  type text not null check (type in ('png', 'jpeg', 'svg')),
  data bytea not null check (octet_length(data) between 1 and 1000000),
  set_at timestamptz not null default now()
);

alter table organisation_logo enable row level security;
alter table organisation_logo force row level security;
-- A buddy and the holder of a link see it in what they print, and change nothing.
create policy readable on organisation_logo for select using (tenant_id = (select scope_tenant()));
create policy staff_inserts on organisation_logo for insert
  with check (tenant_id = (select scope_tenant()) and (select scope_plan()) is null and (select scope_buddy()) is null);
create policy staff_updates on organisation_logo for update
  using (tenant_id = (select scope_tenant()) and (select scope_plan()) is null and (select scope_buddy()) is null);
create policy staff_deletes on organisation_logo for delete
  using (tenant_id = (select scope_tenant()) and (select scope_plan()) is null and (select scope_buddy()) is null);

grant select, insert, update, delete on organisation_logo to kase_app;
