-- Whether the screen of a plain desk is turned to the customer, who then reads no reason on it. It stays as it was
-- left, whatever day it is; where a script runs, the device remembers it by itself.
alter table desk_choice add column turned boolean not null default false;

-- One card at most: believing in the usual thousand, the planner reads whole tables for the facts of a single use.
alter function card_for_use(bytea, bytea, bigint, integer, text) rows 1;
alter function card_unchanged(bigint, integer, text) rows 1;
alter function card_within_limit(bigint, integer, text, integer, text, date, date, boolean, text, integer) rows 1;
-- Asked twice with every use: planning it anew each time costs five times what it does.
alter function municipality_crosses(integer, date) set plan_cache_mode = force_generic_plan;
