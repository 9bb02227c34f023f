-- A ticket got today for another day: it is counted on the day it was got, and can be undone until its own day ends.
alter table use add column event_on date check (event_on >= used_on);
