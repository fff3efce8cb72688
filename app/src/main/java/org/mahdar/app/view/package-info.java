/**
 * Minutes for people and spreadsheets: a table for the terminal, a page, CSV, and the quality page; JSON is only passed on
 * from {@code wire}. Imports {@code wire} and the engine.
 */
@NullMarked
package org.mahdar.app.view;

import org.jspecify.annotations.NullMarked;
