/**
 * JSON, and nobody else knows it: records of stories as they come in, minutes as they go out, gold. Imports the engine.
 */
@NullMarked
package org.mahdar.app.wire;

import org.jspecify.annotations.NullMarked;
