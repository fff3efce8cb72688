/**
 * The desk at which an archive is worked with: minutes with their corrections, search over them, dossiers of them. What
 * commands and pages ask; nothing here knows how anything is shown, but
 * that it is handed to exports story by story.
 */
@NullMarked
package org.mahdar.app.desk;

import org.jspecify.annotations.NullMarked;
