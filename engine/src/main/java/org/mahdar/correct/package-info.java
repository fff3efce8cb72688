/**
 * Readers' corrections applied to minutes: a pure function. Imports the model alone.
 */
@NullMarked
package org.mahdar.correct;

import org.jspecify.annotations.NullMarked;
