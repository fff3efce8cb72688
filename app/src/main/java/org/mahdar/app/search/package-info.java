/**
 * Search over lines and stories: an index that can be made anew from the archive at any time, and the language in which it
 * is asked. The only place that knows Lucene.
 */
@NullMarked
package org.mahdar.app.search;

import org.jspecify.annotations.NullMarked;
