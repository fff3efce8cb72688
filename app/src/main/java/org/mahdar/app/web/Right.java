package org.mahdar.app.web;

/** What is needed to be answered. Whoever may more may less. */
enum Right {
    /** Nothing: the login page, health. */
    ANYBODY,
    /** To look at things. */
    READ,
    /** To add stories, to correct lines, to define dossiers. */
    WRITE,
    /** To look at the server itself. */
    ADMIN;

    boolean covers(Right asked) {
        return compareTo(asked) >= 0;
    }
}
