package org.mahdar.app.web;

/**
 * One thing that can be asked.
 *
 * @param method of HTTP
 * @param path with parameters in braces
 * @param right who may
 * @param handler answers
 */
record Route(String method, String path, Right right, Handler handler) {
    /** Answers a request. */
    @FunctionalInterface
    interface Handler {
        Answer answer(Ask ask) throws Exception;
    }

    static Route get(String path, Right right, Handler handler) {
        return new Route("GET", path, right, handler);
    }

    static Route post(String path, Right right, Handler handler) {
        return new Route("POST", path, right, handler);
    }

    static Route delete(String path, Right right, Handler handler) {
        return new Route("DELETE", path, right, handler);
    }

    boolean isApi() {
        return path.startsWith("/api");
    }
}
