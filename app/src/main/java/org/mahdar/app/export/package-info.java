/**
 * Minutes in the formats of other people's tools: event data, discourse networks, tables of talks, web annotations,
 * linguistic annotation, Parquet, calendars and feeds. Imports {@code wire}, {@code view} and the engine.
 */
@NullMarked
package org.mahdar.app.export;

import org.jspecify.annotations.NullMarked;
