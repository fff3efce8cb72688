/**
 * The small pattern language: parsed, compiled, and matched in linear time over the words of a text. Imports
 * {@code text} and {@code model}.
 */
@NullMarked
package org.mahdar.pattern;

import org.jspecify.annotations.NullMarked;
