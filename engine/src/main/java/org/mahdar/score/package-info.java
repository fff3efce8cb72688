/**
 * Compares minutes with gold, layer by layer. Imports {@code model} only.
 */
@NullMarked
package org.mahdar.score;

import org.jspecify.annotations.NullMarked;
