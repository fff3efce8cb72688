package org.mahdar.app.search;

/**
 * What is asked of the index.
 *
 * @param query in the query language; empty for everything
 * @param level how closely words have to agree that bear no mark of their own
 * @param stories whether whole stories are sought; else lines
 * @param order which come first
 * @param offset how many of the first are left out
 * @param limit how many are given at most
 * @param facets whether to count by facets and days
 */
public record Request(String query, Level level, boolean stories, Order order, int offset, int limit, boolean facets) {
    /** Which come first. */
    public enum Order {
        /** What fits best. */
        FIT,
        /** What was published last. */
        DATE
    }

    /** Lines for a query, the best twenty of them. */
    public static Request of(String query) {
        return new Request(query, Level.FOLDED, false, Order.FIT, 0, 20, true);
    }
}
