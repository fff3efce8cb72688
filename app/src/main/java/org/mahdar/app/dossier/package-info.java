/**
 * Dossiers: what the minutes of many stories say of one negotiation, merged. Pure functions over minutes; nothing here
 * knows of stores, indexes or pages, so that a job over an archive of any size can use it too. Imports no other package of
 * the app.
 */
@NullMarked
package org.mahdar.app.dossier;

import org.jspecify.annotations.NullMarked;
