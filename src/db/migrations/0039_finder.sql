-- What the finder of places narrows by. Sites say it as facts: nothing is guessed from their own words.

alter table site add column for_children boolean not null default false;
alter table site add column step_free boolean not null default false;
alter table site add column no_booking boolean not null default false;

-- Three more matters that a cardholder asks about before leaving home.
alter table site_text drop constraint site_text_field_check;
alter table site_text add constraint site_text_field_check check (field in
  ('included', 'how', 'cancelling', 'limits', 'courses', 'children', 'companions', 'accessibility',
   'arrival', 'opening', 'season'));
