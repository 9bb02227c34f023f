-- Whether the screen of a plain desk is turned to the customer, who then reads no reason on it. It stays as it was
-- left, whatever day it is; where a script runs, the device remembers it by itself.
alter table desk_choice add column turned boolean not null default false;
