#include "session_file/schema.h"

namespace ipcscope::session_file {

// The hot table is `event`: rows in the order of their key, small numbers first of all in few bytes, no other
// index. What can be found out from the rest stands nowhere twice.
const char* const create_tables = R"(
CREATE TABLE version(version INTEGER PRIMARY KEY, reason TEXT NOT NULL);
INSERT INTO version VALUES(1, 'first version');
CREATE TABLE session(key TEXT PRIMARY KEY, value);
CREATE TABLE machine(key TEXT PRIMARY KEY, value);
CREATE TABLE program(id INTEGER PRIMARY KEY, path TEXT, text TEXT NOT NULL);
CREATE TABLE notes(key TEXT PRIMARY KEY, json TEXT NOT NULL);
CREATE TABLE bookmark(id INTEGER PRIMARY KEY, t_ns INTEGER NOT NULL, note TEXT NOT NULL);
CREATE TABLE phase(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE errno(code INTEGER PRIMARY KEY, name TEXT NOT NULL, words TEXT);
CREATE TABLE operation(id INTEGER PRIMARY KEY, name TEXT NOT NULL, title TEXT, call TEXT);
CREATE TABLE worker(id INTEGER PRIMARY KEY, name TEXT, pid INTEGER, parent INTEGER, status TEXT,
  exit_code INTEGER, current_call INTEGER, since_ns INTEGER, waits_for TEXT, uninterruptible INTEGER, held_by INTEGER);
CREATE TABLE object(id INTEGER PRIMARY KEY, mechanism TEXT, kind TEXT, title TEXT, flow TEXT, key TEXT,
  name TEXT, label TEXT, removed INTEGER, made_by INTEGER, takes_in INTEGER, sends INTEGER);
CREATE TABLE handle(id INTEGER PRIMARY KEY, kind TEXT, object INTEGER, name TEXT, native INTEGER,
  identity TEXT, open_in TEXT, everywhere INTEGER, open_file INTEGER);
CREATE TABLE binding(name TEXT PRIMARY KEY, value BLOB);
CREATE TABLE call(id INTEGER PRIMARY KEY, worker INTEGER, operation INTEGER, line INTEGER, text TEXT, args BLOB);
CREATE TABLE event(seq INTEGER PRIMARY KEY, t_ns INTEGER, worker INTEGER, operation INTEGER, phase INTEGER,
  object INTEGER, call INTEGER, ret INTEGER, err INTEGER, duration_ns INTEGER, flags INTEGER, level INTEGER,
  original INTEGER, payload BLOB, results BLOB);
CREATE TABLE level(id INTEGER PRIMARY KEY, seq INTEGER, object INTEGER, idx INTEGER, t_ns INTEGER,
  value INTEGER);
CREATE TABLE touched(id INTEGER PRIMARY KEY, seq INTEGER, object INTEGER, "offset" INTEGER, length INTEGER,
  wrote INTEGER);
CREATE TABLE flow(id INTEGER PRIMARY KEY, from_seq INTEGER, to_seq INTEGER, object INTEGER, bytes INTEGER,
  "offset" INTEGER, merged INTEGER, guess INTEGER);
INSERT INTO phase VALUES(0, 'enter'), (1, 'leave'), (2, 'instant'), (3, 'state'), (4, 'lost'), (5, 'note');
)";

const char* const create_views = R"(
CREATE VIEW workers AS SELECT w.id, w.name, w.pid, p.name AS parent, w.status, w.exit_code, w.waits_for,
  (SELECT count(*) FROM event WHERE worker = w.id) AS events
  FROM worker w LEFT JOIN worker p ON p.id = w.parent;
CREATE VIEW objects AS SELECT id, coalesce(nullif(name, ''), nullif(label, ''), key) AS name, mechanism, title,
  key, label, removed FROM object;
CREATE VIEW events AS SELECT e.seq, e.t_ns / 1e9 AS time_s, w.name AS worker, w.pid, o.name AS operation,
  p.name AS phase, coalesce(nullif(b.name, ''), nullif(b.label, ''), b.key) AS object,
  CASE WHEN e.phase <> 0 THEN e.ret END AS ret, r.name AS errno,
  CASE WHEN e.phase = 1 THEN e.duration_ns / 1e3 END AS duration_us,
  CASE WHEN e.phase = 1 THEN (e.flags >> 2) & 1 END AS waited,
  coalesce(e.original, length(e.payload)) AS bytes, e.payload, e.level,
  nullif(c.line, 0) AS line, c.text AS call
  FROM event e LEFT JOIN worker w ON w.id = e.worker LEFT JOIN operation o ON o.id = e.operation
  LEFT JOIN phase p ON p.id = e.phase LEFT JOIN object b ON b.id = e.object
  LEFT JOIN errno r ON r.code = e.err
  LEFT JOIN call c ON c.id = CASE WHEN e.phase <> 3 THEN e.call END;
CREATE VIEW flows AS SELECT f.id, f.from_seq, f.to_seq, a.t_ns / 1e9 AS time_s,
  (z.t_ns - a.t_ns) / 1e3 AS latency_us, s.name AS sender, oa.name AS sent_by, r.name AS receiver,
  oz.name AS received_by, coalesce(nullif(b.name, ''), nullif(b.label, ''), b.key) AS object, f.bytes,
  f."offset", f.merged, f.guess
  FROM flow f LEFT JOIN event a ON a.seq = f.from_seq LEFT JOIN event z ON z.seq = f.to_seq
  LEFT JOIN worker s ON s.id = a.worker LEFT JOIN worker r ON r.id = z.worker
  LEFT JOIN operation oa ON oa.id = a.operation LEFT JOIN operation oz ON oz.id = z.operation
  LEFT JOIN object b ON b.id = f.object;
)";

}  // namespace ipcscope::session_file
