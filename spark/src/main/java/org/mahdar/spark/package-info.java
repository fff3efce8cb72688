/**
 * Archives too big for one machine, on Apache Spark: rows of stories in, rows of findings out, by the very function that
 * everything else calls. Imports the engine, and of the app what takes stories in and lays minutes out flat.
 */
@NullMarked
package org.mahdar.spark;

import org.jspecify.annotations.NullMarked;
