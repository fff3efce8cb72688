/**
 * Stories into the archive: reads what ingest yields, keeps what is new, reads again, looks at sources. Imports
 * {@code archive} and {@code ingest}, and the engine.
 */
@NullMarked
package org.mahdar.app.intake;

import org.jspecify.annotations.NullMarked;
