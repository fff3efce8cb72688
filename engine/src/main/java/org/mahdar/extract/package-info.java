/**
 * The finders: what a text says of times, actors, statements. Imports {@code language} and below.
 */
@NullMarked
package org.mahdar.extract;

import org.jspecify.annotations.NullMarked;
