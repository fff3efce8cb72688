/** Benchmarks and side-by-side runs. */
@NullMarked
package org.mahdar.bench;

import org.jspecify.annotations.NullMarked;
