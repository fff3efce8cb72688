/**
 * The page and the API: what a browser or a program may ask of an archive, and the answers. Templates lie in
 * {@code src/main/jte}, words in {@code web_ar.properties} and {@code web_en.properties}. Imports everything but
 * {@code cli}.
 */
@NullMarked
package org.mahdar.app.web;

import org.jspecify.annotations.NullMarked;
