-- Mail waits here until it is sent. Without a mail server it stays, and the centre hands the links on by itself.
create table mail (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind <> ''),
  recipient text not null check (recipient like '%_@_%'),
  language text not null check (language in ('fi', 'sv', 'en')),
  subject text not null,
  -- Emptied when the mail has been sent or is too old to matter: it may hold a link that opens something.
  text_body text,
  html_body text,
  made_at timestamptz not null,
  due_at timestamptz not null,
  expires_at timestamptz not null,
  tries smallint not null default 0,
  problem text,
  -- Set while a sender has it in hand; an old one is left over from a sender that died.
  claimed_at timestamptz,
  sent_at timestamptz
);
create index mail_waiting on mail (due_at) where sent_at is null;
create index mail_made on mail (made_at);
