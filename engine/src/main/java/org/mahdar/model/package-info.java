/**
 * The nouns of Mahdar: stories, spans, and what is found in a story. Plain values without any behaviour of reading,
 * storing or showing. Imports nothing but {@code java.*}.
 */
@NullMarked
package org.mahdar.model;

import org.jspecify.annotations.NullMarked;
