/**
 * Reads and checks a language folder: letters, lexicon, paradigms, patterns. Imports {@code pattern} and below.
 */
@NullMarked
package org.mahdar.language;

import org.jspecify.annotations.NullMarked;
