/**
 * Bytes to stories: files, standard input, archives; text, JSON, JSON Lines. Only here are bytes, encodings and the names
 * of properties guessed at. Imports {@code wire} for JSON, and the engine.
 */
@NullMarked
package org.mahdar.app.ingest;

import org.jspecify.annotations.NullMarked;
