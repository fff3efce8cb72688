/**
 * A story cut into words, sentences, paragraphs and quotations, each with its place in the untouched text. Imports
 * {@code model}.
 */
@NullMarked
package org.mahdar.text;

import org.jspecify.annotations.NullMarked;
