-- The archive as it began. One schema for SQLite and PostgreSQL; ${bytes}, ${id64} and ${clustered} are what the two call
-- differently. A day is ISO text, a moment ISO text in UTC. Rows are only added; what changes says so.

-- Which steps of the schema have been taken.
create table schema_step (
  version integer primary key,
  name text not null,
  applied_at text not null
);

-- One command that worked on the archive. Its end and its counts are written as it goes.
create table run (
  no integer primary key,
  command text not null,
  engine text not null,
  started_at text not null,
  ended_at text,
  added integer not null,
  changed integer not null,
  known integer not null,
  failed integer not null
);

-- What a run could not do.
create table trouble (
  run integer not null references run (no),
  ordinal integer not null,
  place text not null,
  what text not null,
  way_out text not null,
  primary key (run, ordinal)
);

-- A story, whatever became of its text. version and minutes point at the newest and move on. No two have one key; key_hash
-- is the beginning of its SHA-256, by which it is looked for.
create table story (
  no integer primary key,
  key_hash ${id64} not null,
  key text not null,
  version integer not null,
  minutes integer
);

create index story_key on story (key_hash);

-- One text of a story and what was known of it.
create table version (
  story integer not null references story (no),
  version integer not null,
  run integer not null,
  added_at text not null,
  id text not null,
  title text not null,
  published text,
  published_at text,
  language text not null,
  outlet text,
  agency text,
  byline text,
  place text,
  url text,
  found_in text not null,
  media_type text not null,
  text_sha256 ${bytes} not null,
  bytes_sha256 ${bytes} not null,
  sketch ${bytes} not null,
  primary key (story, version)
);

-- The text, and the bytes it was taken from: raw deflate; the bytes with the end of the text as preset dictionary.
create table content (
  story integer not null,
  version integer not null,
  text_size integer not null,
  text ${bytes} not null,
  bytes_size integer not null,
  bytes ${bytes} not null,
  primary key (story, version)
);

-- One reading of one version. revision counts the readings of a story; pack and engine are the newest that read the same.
create table minutes (
  no integer primary key,
  story integer not null,
  version integer not null,
  revision integer not null,
  run integer not null,
  read_at text not null,
  pack text not null,
  engine text not null,
  problems text not null,
  unique (story, revision)
);

-- The lines of a reading. Offsets are UTF-16 code units of the version's text, half-open; parts is JSON: what there is to a
-- line beside.
create table finding (
  minutes integer not null,
  ordinal integer not null,
  line text not null,
  kind text not null,
  start_at integer not null,
  end_at integer not null,
  evidence text not null,
  parts text not null,
  primary key (minutes, ordinal)
)${clustered};

-- Descriptions of actors, each once; no is a hash of the rest, above zero for those with a lasting id. An empty text is
-- none.
create table actor (
  no ${id64} primary key,
  id text not null,
  kind text not null,
  name text not null,
  name_en text not null,
  office text not null,
  office_en text not null,
  state text not null
)${clustered};

create index actor_id on actor (id) where id <> '';

-- The actors of a reading. mentions: start-end, parted by commas.
create table appearance (
  minutes integer not null,
  ordinal integer not null,
  ref text not null,
  actor ${id64} not null,
  of_ref text,
  inferred integer not null,
  mentions text not null,
  primary key (minutes, ordinal)
)${clustered};

create index appearance_actor on appearance (actor) where actor > 0;

-- The first story whose text had this stretch of its sketch: where to look for copies.
create table band (
  hash integer primary key,
  story integer not null
);

-- Stories that carry one text, word for word or nearly; grp is the number of the one that came first.
create table copy (
  story integer primary key,
  grp integer not null
);

create index copy_grp on copy (grp);

-- What readers say of lines. Never changed, never deleted; uid is the same in every archive that imports it.
create table correction (
  no integer primary key,
  uid text not null unique,
  story integer not null references story (no),
  version integer not null,
  kind text not null,
  start_at integer not null,
  end_at integer not null,
  verdict text not null,
  body text not null,
  made_by text not null,
  made_at text not null,
  why text not null
);

create index correction_story on correction (story);

-- Every state that a dossier's definition has had; the newest counts, unless it is closed.
create table dossier (
  name text not null,
  revision integer not null,
  title text not null,
  definition text not null,
  closed integer not null,
  made_by text not null,
  made_at text not null,
  primary key (name, revision)
);

-- Feeds and pages that are looked at again and again, and how the last look went.
create table source (
  no integer primary key,
  url text not null unique,
  kind text not null,
  outlet text,
  language text not null,
  added_at text not null,
  active integer not null,
  etag text,
  last_modified text,
  looked_at text,
  next_at text,
  failures integer not null,
  outcome text
);

-- Pages that feeds led to: how the last look went, and when to look again for changes; never where next_at is null.
create table page (
  url text primary key,
  etag text,
  last_modified text,
  looked_at text not null,
  next_at text,
  looks integer not null
);

create index page_next on page (next_at) where next_at is not null;
