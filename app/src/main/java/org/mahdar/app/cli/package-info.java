/**
 * The command line: one class, one command. Data goes to standard output, talk to standard error. Imports all of the app.
 */
@NullMarked
package org.mahdar.app.cli;

import org.jspecify.annotations.NullMarked;
