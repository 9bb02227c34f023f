-- Texts are found by the stems of their words, where PostgreSQL knows how a language bends them; else as they stand.
create function stems_of(language text) returns regconfig language sql immutable parallel safe as $$
  select case language
    when 'fi' then 'finnish'::regconfig
    when 'fi-simple' then 'finnish'::regconfig
    when 'sv' then 'swedish'::regconfig
    when 'en' then 'english'::regconfig
    when 'ru' then 'russian'::regconfig
    when 'ar' then 'arabic'::regconfig
    else 'simple'::regconfig
  end
$$;

alter table content_version add column searched tsvector generated always as (
  setweight(to_tsvector(stems_of(language), title), 'A')
  || setweight(to_tsvector(stems_of(language), lead), 'B')
  || to_tsvector(stems_of(language), plain)
) stored;
create index content_version_searched on content_version using gin (searched);
