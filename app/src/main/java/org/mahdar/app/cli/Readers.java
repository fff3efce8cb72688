package org.mahdar.app.cli;

import org.mahdar.app.intake.Languages;

/** The languages of this process, each loaded once for all: they never change. */
final class Readers {
    static final Languages ALL = new Languages();

    private Readers() {}
}
