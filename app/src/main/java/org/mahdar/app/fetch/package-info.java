/**
 * Pages and feeds from the web, politely and safely: robots.txt, pauses between requests, conditional requests, limits of
 * time and size, no private addresses. Imports nothing else of the app.
 */
@NullMarked
package org.mahdar.app.fetch;

import org.jspecify.annotations.NullMarked;
