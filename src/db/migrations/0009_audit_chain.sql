-- The audit log's chain: each row's place in it, and a hash over the row and all before it. Made by a job in short
-- batches, so that the chain never slows a use.
create table audit_link (
  position bigint primary key check (position > 0),
  audit_id bigint not null unique,
  hash bytea not null check (length(hash) = 32),
  sealed_at timestamptz not null
);
create trigger audit_is_append_only before update or delete or truncate on audit_link
  for each statement execute function audit_is_append_only();
create index audit_actor on audit (actor, id desc);
create index audit_permission on audit (permission, id desc);

-- What the auditor searches by. The roles of a desk fill the log, so walking it backwards finds them at once; the rare
-- roles and refusals have short indexes of their own, which cost a use nothing.
create index audit_role on audit (role, id desc) where role in ('centre', 'coordinator', 'intermediary', 'auditor');
create index audit_refused on audit (id desc) where outcome = 'refused';
create index audit_subject on audit using gin (subject jsonb_path_ops);

-- The numbers of the rows about something, and nothing else of them. Row-level security lets no operator before its own
-- check that might tell what it saw, and `@>` is such a one: asked directly, the index above could not be used.
create function audit_about(asked jsonb) returns setof bigint
language plpgsql stable security definer rows 50 set search_path = public, pg_temp as $$
begin
  if visit_auditor() or current_setting('role', true) is distinct from 'kaiku_app' then
    return query select id from audit where subject @> asked;
  end if;
end $$;
