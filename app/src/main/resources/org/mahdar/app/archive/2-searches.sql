-- Searches that readers keep under a name. level and sorting are the words of the API; a search that was put away stays, with
-- closed set, so that its feed can say so.
create table saved_search (
  no integer primary key,
  name text not null,
  query text not null,
  level text not null,
  stories integer not null,
  sorting text not null,
  closed integer not null,
  made_by text not null,
  made_at text not null
);
