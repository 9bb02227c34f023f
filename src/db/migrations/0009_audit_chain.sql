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
