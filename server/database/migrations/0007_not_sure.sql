-- "Not sure yet" is a stated answer; no row is still: pending.
alter table replies alter column attending drop not null;

update headcounts
set headcount = '{"unsure": 0}' || headcount;

-- What sites of before start with.
update sites
set settings = '{"notSure": false, "phrases": {}}' || settings;
