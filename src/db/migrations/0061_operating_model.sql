-- The operating model (toimintamalli) as versions: what everyone in the network commits to, point by point. A version is
-- published from a day; what a missing commitment leads to, and when, are rows that the centre keeps.

create table operating_model_version (
  number integer primary key check (number > 0),
  state text not null default 'draft' check (state in ('draft', 'published')),
  -- The day from which it holds; of a draft, none.
  from_on date,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  published_at timestamptz,
  check ((state = 'published') = (published_at is not null)),
  check ((state = 'published') = (from_on is not null))
);
-- One draft at a time: the next version.
create unique index on operating_model_version (state) where state = 'draft';

create table operating_model_point (
  version_number integer not null references operating_model_version,
  -- The same point through the versions, whatever its number: a copy keeps it.
  line integer not null check (line > 0),
  -- Its number is the chapter and the place in it, such as 2.3.
  chapter smallint not null check (chapter between 1 and 3),
  place smallint not null check (place between 1 and 99),
  for_issuers boolean not null,
  for_venues boolean not null,
  for_coordinators boolean not null,
  heading_fi text not null check (heading_fi <> ''),
  heading_sv text not null check (heading_sv <> ''),
  heading_en text not null check (heading_en <> ''),
  text_fi text not null check (text_fi <> ''),
  text_sv text not null check (text_sv <> ''),
  text_en text not null check (text_en <> ''),
  primary key (version_number, line),
  unique (version_number, chapter, place) deferrable initially deferred,
  check (for_issuers or for_venues or for_coordinators)
);

-- What is published stays as it is. It is a draft again only while nobody has been asked to commit to it.
create function operating_model_version_stays() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    if old.state = 'published' then
      raise exception 'a published operating model stays' using errcode = 'KC005';
    end if;
    return old;
  end if;
  if new.number <> old.number or new.made_at <> old.made_at then
    raise exception 'a version keeps its number' using errcode = 'KC005';
  end if;
  if old.state = 'published' and (new.state <> 'draft'
      or exists (select from commitment c where c.model_number = old.number)) then
    raise exception 'a published operating model stays' using errcode = 'KC005';
  end if;
  if old.state = 'draft' and new.state = 'published'
    and not exists (select from operating_model_point p where p.version_number = new.number) then
    raise exception 'an operating model has points' using errcode = 'KC005';
  end if;
  return new;
end $$;
create trigger operating_model_version_stays before update or delete on operating_model_version
  for each row execute function operating_model_version_stays();

create function operating_model_point_stays() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if exists (select from operating_model_version v where v.state = 'published'
      and v.number in (coalesce(old.version_number, new.version_number), coalesce(new.version_number, old.version_number))) then
    raise exception 'the points of a published operating model stay' using errcode = 'KC005';
  end if;
  return coalesce(new, old);
end $$;
create trigger operating_model_point_stays before insert or update or delete on operating_model_point
  for each row execute function operating_model_point_stays();

-- What a missing commitment to a version leads to. A row holds from the day on which it was added until it is ended;
-- another number of days is another row, so that what held on a day can be told afterwards.
create table model_consequence (
  id integer generated always as identity primary key,
  version_number integer not null references operating_model_version,
  side text not null check (side in ('issuers', 'venues')),
  kind text not null check (kind in ('warn', 'no-new-cards', 'no-new-events', 'no-new-pairings')),
  -- Days from the first day of the version: so long everything goes on as before.
  grace_days smallint not null check (grace_days between 0 and 1000),
  from_on date not null,
  -- The first day on which it does not hold any more.
  until_on date check (until_on >= from_on),
  made_at timestamptz not null,
  made_by text not null,
  check (kind = 'warn' or (kind = 'no-new-cards') = (side = 'issuers'))
);
create unique index on model_consequence (version_number, side, kind) where until_on is null;

-- More time for one place: the latest row of a version is the one that holds.
create table model_extension (
  id integer generated always as identity primary key,
  version_number integer not null references operating_model_version,
  unit_id integer references issuing_unit,
  site_id integer references site,
  -- The last day on which nothing follows.
  until_on date not null,
  reason text not null check (reason <> ''),
  made_at timestamptz not null,
  made_by text not null,
  check (num_nonnulls(unit_id, site_id) = 1)
);
create index on model_extension (version_number);
create index on model_extension (unit_id);
create index on model_extension (site_id);

-- Who was told of a version, and reminded of the day on which something follows: each once.
create table model_letter (
  id integer generated always as identity primary key,
  version_number integer not null references operating_model_version,
  contact_id integer not null references contact_person,
  kind text not null check (kind in ('published', 'month-before', 'week-before')),
  -- The day that was reminded of.
  bites_on date,
  sent_at timestamptz not null,
  unique nulls not distinct (version_number, contact_id, kind, bites_on),
  check ((kind = 'published') = (bites_on is null))
);
create index on model_letter (contact_id);

-- The first version, in our words, from what is known of the model that holds since 11.9.2025 (docs/our-choices.md).
insert into operating_model_version (number, made_at, changed_at) values (1, '2025-09-11 00:00+03', '2025-09-11 00:00+03');
insert into operating_model_point (version_number, line, chapter, place, for_issuers, for_venues, for_coordinators,
  heading_fi, text_fi, heading_sv, text_sv, heading_en, text_en) values
(1, 1, 1, 1, true, true, true,
 'Sama kortti koko maassa',
 'Kortti käy samoin ehdoin kaikissa kohteissa ja kaikilla alueilla. Siksi kaikki sitoutuvat samaan malliin.',
 'Samma kort i hela landet',
 'Kortet gäller på samma villkor hos alla besöksmål och i alla områden. Därför förbinder sig alla till samma modell.',
 'The same card in the whole country',
 'The card is good on the same terms at every site and in every area. That is why all commit to the same model.'),
(1, 2, 1, 2, true, false, false,
 'Kenelle kortin voi antaa',
 'Kortin saa asiakas, joka on tiukassa taloudellisessa tilanteessa ja täyttää vähintään 16 vuotta tänä vuonna. Hänen kotikuntansa on mukana. Todistusta tuloista ei pyydetä: työntekijä arvioi.',
 'Vem som kan få kortet',
 'Kortet ges till en klient som har det ekonomiskt knappt och fyller minst 16 år i år. Klientens hemkommun är med. Intyg över inkomster begärs inte: den anställda bedömer.',
 'Who can be given the card',
 'The card is for a client in a tight financial situation who turns at least 16 this year. Their home municipality has joined. No certificate of income is asked for: the worker judges.'),
(1, 3, 1, 3, true, false, false,
 'Kortti rekisteröidään heti',
 'Kortti rekisteröidään Kaikukantaan, kun se annetaan. Kysy syntymävuosi, postinumero ja alaikäisten lasten määrä. Kysy lupa tietojen tallentamiseen.',
 'Kortet registreras genast',
 'Kortet registreras i Kaikukanta när det ges. Fråga efter födelseår, postnummer och antal minderåriga barn. Fråga om uppgifterna får sparas.',
 'The card is registered at once',
 'The card is registered when it is given. Ask for the year of birth, the postal code and the number of children under age. Ask for leave to store them.'),
(1, 4, 1, 4, true, false, false,
 'Kortti on voimassa vuoden',
 'Kortti on voimassa 12 kuukautta tai kokeilun loppuun. Sen uusii sama yksikkö, joka sen antoi.',
 'Kortet gäller ett år',
 'Kortet gäller i 12 månader eller till försökets slut. Det förnyas av samma enhet som gav det.',
 'The card is valid for a year',
 'The card is valid for 12 months or to the end of the pilot. The unit that gave it renews it.'),
(1, 5, 1, 5, true, true, false,
 'Yhteyshenkilö ja perehdytys',
 'Jokaisella jakajalla ja kohteella on nimetty yhteyshenkilö. Henkilökunta perehdytetään vähintään kerran vuodessa. Muutoksista kerrotaan alueen vastuuhenkilölle.',
 'Kontaktperson och introduktion',
 'Varje kortutdelare och besöksmål har en utsedd kontaktperson. Personalen introduceras minst en gång om året. Ändringar meddelas till områdets ansvarsperson.',
 'Contact person and instruction',
 'Every issuer and venue has a named contact person. Staff are instructed at least once a year. Changes are told to the area coordinator.'),
(1, 6, 1, 6, false, false, true,
 'Alueen vastuuhenkilöt',
 'Vastuuhenkilöt neuvottelevat jakajat ja kohteet mukaan, myös järjestöjä. He huolehtivat korteista, esitteistä, sitoumuksista ja perehdytyksestä.',
 'Områdets ansvarspersoner',
 'Ansvarspersonerna förhandlar med kortutdelare och besöksmål, också föreningar. De sköter kort, broschyrer, förbindelser och introduktion.',
 'Area coordinators',
 'Coordinators bring issuers and venues in, associations too. They look after cards, brochures, commitments and instruction.'),
(1, 7, 2, 1, false, true, false,
 'Liput ovat maksuttomia',
 'Kortinhaltija saa lipun tai kurssipaikan maksutta. Kohde antaa sen hyvää tahtoaan eikä saa siitä korvausta.',
 'Biljetterna är gratis',
 'Kortinnehavaren får biljetten eller kursplatsen gratis. Besöksmålet ger den av god vilja och får ingen ersättning.',
 'Tickets are free',
 'The cardholder gets a ticket or a place on a course free of charge. The venue gives it out of goodwill and is not paid for it.'),
(1, 8, 2, 2, false, true, false,
 'Samat palvelut kuin muille alennusryhmille',
 'Kortti käy kaikissa palveluissa, joihin muut alennusryhmät saavat alennuksen. Poikkeukset ovat harvinaisia ja niistä kerrotaan etukäteen.',
 'Samma tjänster som för andra rabattgrupper',
 'Kortet gäller för alla tjänster där andra rabattgrupper får rabatt. Undantag är sällsynta och berättas om i förväg.',
 'The same services as for other discount groups',
 'The card is good for all services in which other discount groups get a discount. Exceptions are rare and are told in advance.'),
(1, 9, 2, 3, false, true, false,
 'Lapset samaan tapahtumaan',
 'Alle 18-vuotiaat omat lapset tai lapsenlapset saavat maksuttoman lipun samaan tapahtumaan. Heidän määränsä näkyy Kaikukannassa. Kurssipaikkoja tämä ei koske.',
 'Barnen till samma evenemang',
 'Egna barn eller barnbarn under 18 år får en gratis biljett till samma evenemang. Antalet syns i Kaikukanta. Det gäller inte kursplatser.',
 'Children to the same event',
 'One’s own children or grandchildren under 18 get a free ticket to the same event. Their number stands in the register. This does not hold for courses.'),
(1, 10, 2, 4, false, true, false,
 'Avustaja ja tulkki',
 'Avustaja ja tulkki pääsevät aina maksutta. Todistusta avustajan tarpeesta ei pyydetä.',
 'Assistent och tolk',
 'Assistent och tolk kommer alltid in gratis. Inget intyg över behovet begärs.',
 'Assistants and interpreters',
 'An assistant and an interpreter always come in free. No proof of the need is asked for.'),
(1, 11, 2, 5, false, true, false,
 'Rajoitukset',
 'Kohde voi rajata lippujen tai kurssien määrää vain mallin sallimalla tavalla. Raja on kaikille sama ja näkyy kohteen sivulla.',
 'Begränsningar',
 'Besöksmålet kan begränsa antalet biljetter eller kurser bara så som modellen tillåter. Gränsen är lika för alla och syns på besöksmålets sida.',
 'Limits',
 'A venue may limit tickets or courses only as the model allows. The limit is the same for all and stands on the venue’s page.'),
(1, 12, 2, 6, false, true, false,
 'Kortti näkyy viestinnässä',
 'Kohde kertoo omilla sivuillaan ja mainonnassaan, että kortti käy, ja mitä sillä saa.',
 'Kortet syns i kommunikationen',
 'Besöksmålet berättar på sina sidor och i sin reklam att kortet gäller och vad det ger.',
 'The card is seen in communications',
 'The venue tells on its own pages and in its advertising that the card is taken, and what it gives.'),
(1, 13, 3, 1, false, true, false,
 'Jokainen lippu kirjataan',
 'Kohde kirjaa jokaisen lipun Kaikukantaan heti tai pian tapahtuman jälkeen. Kortinhaltijan ja lasten liput kirjataan erikseen.',
 'Varje biljett antecknas',
 'Besöksmålet antecknar varje biljett i Kaikukanta genast eller snart efter evenemanget. Kortinnehavarens och barnens biljetter antecknas skilt.',
 'Every ticket is recorded',
 'The venue records every ticket in the register at once or soon after the event. Tickets of the holder and of children are recorded apart.'),
(1, 14, 3, 2, false, true, false,
 'Kaikukanta ratkaisee',
 'Kohde tarkistaa Kaikukannasta, että kortti on voimassa. Jos kortti ja Kaikukanta eroavat, Kaikukanta ratkaisee.',
 'Kaikukanta avgör',
 'Besöksmålet kontrollerar i Kaikukanta att kortet gäller. Om kortet och Kaikukanta skiljer sig åt avgör Kaikukanta.',
 'The register decides',
 'The venue checks in the register that the card is valid. Where card and register differ, the register decides.'),
(1, 15, 3, 3, true, true, false,
 'Nimeä ei tallenneta',
 'Kortinhaltijan nimeä, henkilötunnusta, osoitetta tai puhelinnumeroa ei tallenneta. Nimi kirjoitetaan vain korttiin.',
 'Inget namn sparas',
 'Kortinnehavarens namn, personbeteckning, adress eller telefonnummer sparas inte. Namnet skrivs bara på kortet.',
 'No name is stored',
 'The holder’s name, identity code, address and phone number are not stored. The name is written on the card alone.'),
(1, 16, 3, 4, true, true, true,
 'Tilastot auttavat kaikkia',
 'Korteista ja käytöistä tehdään tilastot, joista ketään ei voi tunnistaa. Tilastot ovat kaikkien luettavissa.',
 'Statistiken hjälper alla',
 'Av kort och användningar görs statistik som ingen kan kännas igen i. Alla kan läsa statistiken.',
 'Statistics help everyone',
 'Statistics in which nobody can be recognised are made of cards and uses. Everyone may read them.');
update operating_model_version set state = 'published', from_on = '2025-09-11', published_at = '2025-09-11 00:00+03'
  where number = 1;

-- A commitment is to a version that there is.
alter table commitment add foreign key (model_number) references operating_model_version;
create index on commitment (model_number);

-- Whether a place has committed to a version or to a newer one on a day, and whether it has been asked to: no more than
-- that is told, so that a keeper sees it also of a commitment that another area keeps. A party covers the place that it
-- names, or all of its organisation's; an issuer's covers no site, and that of a venue or a cultural organisation no unit.
create function party_covers(q commitment_party, of_organisation integer, of_unit integer, of_site integer)
returns boolean language sql immutable as $$
  select q.organisation_id = of_organisation and case
    when of_unit is not null then q.side not in ('venue', 'culture')
      and (q.unit_id = of_unit or num_nonnulls(q.unit_id, q.site_id) = 0)
    else q.side <> 'issuer' and (q.site_id = of_site or num_nonnulls(q.unit_id, q.site_id) = 0) end
$$;
create function place_has_committed(of_organisation integer, of_unit integer, of_site integer, of_version integer,
  on_day date) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from commitment_party q join commitment c on c.id = q.commitment_id
    where q.organisation_id = of_organisation and party_covers(q, of_organisation, of_unit, of_site)
      and c.state = 'signed' and c.model_number >= of_version and c.from_on <= on_day
      and (c.until_on is null or c.until_on >= on_day) and (c.ended_on is null or c.ended_on >= on_day))
$$;
create function place_is_asked(of_organisation integer, of_unit integer, of_site integer, of_version integer)
returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from commitment_party q join commitment c on c.id = q.commitment_id
    where q.organisation_id = of_organisation and party_covers(q, of_organisation, of_unit, of_site)
      and c.state = 'waiting' and c.model_number >= of_version)
$$;

alter table operating_model_version enable row level security;
alter table operating_model_version force row level security;
alter table operating_model_point enable row level security;
alter table operating_model_point force row level security;
alter table model_consequence enable row level security;
alter table model_consequence force row level security;
alter table model_extension enable row level security;
alter table model_extension force row level security;
alter table model_letter enable row level security;
alter table model_letter force row level security;
create policy owner on operating_model_version to current_user using (true) with check (true);
create policy owner on operating_model_point to current_user using (true) with check (true);
create policy owner on model_consequence to current_user using (true) with check (true);
create policy owner on model_extension to current_user using (true) with check (true);
create policy owner on model_letter to current_user using (true) with check (true);

create policy everyone_reads on operating_model_version for select to kaiku_app using (state = 'published');
create policy everyone_reads on operating_model_point for select to kaiku_app
  using (exists (select from operating_model_version v where v.number = version_number));
create policy everyone_reads on model_consequence for select to kaiku_app
  using (exists (select from operating_model_version v where v.number = version_number));
create policy centre on operating_model_version to kaiku_app
  using ((select visit_centre())) with check ((select visit_centre()));
create policy centre on operating_model_point to kaiku_app
  using ((select visit_centre())) with check ((select visit_centre()));
create policy centre on model_consequence to kaiku_app
  using ((select visit_centre())) with check ((select visit_centre()));
create policy centre on model_extension to kaiku_app
  using ((select visit_centre())) with check ((select visit_centre()));
create policy unit on model_extension to kaiku_app
  using (unit_id = any((select visit_kept_units())::integer[]))
  with check (unit_id = any((select visit_kept_units())::integer[]));
create policy site on model_extension to kaiku_app
  using (site_id = any((select visit_kept_sites())::integer[]))
  with check (site_id = any((select visit_kept_sites())::integer[]));
create policy own_unit on model_extension for select to kaiku_app using (unit_id = (select visit_unit()));
create policy own_site on model_extension for select to kaiku_app using (site_id = (select visit_venue()));
create policy centre on model_letter for select to kaiku_app using ((select visit_centre()));

-- What was said of a day stays said: a consequence is ended, more time is given anew.
revoke delete on model_consequence from kaiku_app;
revoke update on model_consequence from kaiku_app;
grant update (until_on) on model_consequence to kaiku_app;
revoke update, delete on model_extension from kaiku_app;
revoke insert, update, delete on model_letter from kaiku_app;
