-- The second wall: requests act in a role that owns nothing.

do $$ begin
  if not exists (select from pg_roles where rolname = 'kaiku_app') then
    create role kaiku_app nologin;
  end if;
exception
  when duplicate_object or unique_violation then null; -- another database of this server made it a moment ago
  when insufficient_privilege then
    raise exception 'The database user % may not make the role kaiku_app. Let an administrator run: create role kaiku_app nologin; grant kaiku_app to %',
      current_user, current_user;
end $$;

do $$ begin
  if not pg_has_role(current_user, 'kaiku_app', 'member') then
    execute format('grant kaiku_app to %I', current_user);
  end if;
end $$;

grant usage on schema public to kaiku_app;
grant select, insert, update, delete on all tables in schema public to kaiku_app;
alter default privileges in schema public grant select, insert, update, delete on tables to kaiku_app;
