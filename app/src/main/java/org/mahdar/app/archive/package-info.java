/**
 * The archive: stories in immutable versions with the bytes they came from, their minutes as rows, corrections, dossiers,
 * sources, runs; in SQLite or PostgreSQL with one schema. The only package that knows SQL. Imports {@code wire} for the
 * parts of lines, and the engine.
 */
@NullMarked
package org.mahdar.app.archive;

import org.jspecify.annotations.NullMarked;
