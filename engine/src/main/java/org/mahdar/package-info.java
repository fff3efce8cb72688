/**
 * The front door: {@link org.mahdar.Mahdar} reads a story into minutes. Imports all packages below it.
 */
@NullMarked
package org.mahdar;

import org.jspecify.annotations.NullMarked;
