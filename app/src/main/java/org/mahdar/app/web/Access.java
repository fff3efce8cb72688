package org.mahdar.app.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who asks, and whether the request was meant. Alone on the machine's own address everybody who gets there may do
 * everything; requests that other pages make in somebody's browser are refused all the same.
 */
class Access {
    /** The cookie that forms are tied to. */
    static final String COOKIE = "mahdar-visit";

    private static final int BYTES = 18;

    private final SecureRandom random = new SecureRandom();
    private final byte[] secret = new byte[32];

    Access() {
        random.nextBytes(secret);
    }

    /**
     * One request's maker.
     *
     * @param name who it is; empty where nobody is logged in
     * @param right what they may
     * @param id of the browser's visit
     * @param token what forms have to send back
     */
    record Visit(String name, Right right, String id, String token) {
        boolean mayWrite() {
            return right.covers(Right.WRITE);
        }

        boolean isAdmin() {
            return right.covers(Right.ADMIN);
        }
    }

    /** Whether there are users who log in. */
    boolean hasUsers() {
        return false;
    }

    /** Who makes a request; begins a visit where there is none. */
    Visit visit(Context context) {
        String id = Optional.ofNullable(context.cookie(COOKIE))
                .filter(value -> value.matches("[A-Za-z0-9_-]{24}"))
                .orElseGet(this::newId);
        return visit(id, context);
    }

    Visit visit(String id, Context context) {
        return new Visit(System.getProperty("user.name", "local"), Right.ADMIN, id, token(id));
    }

    /** Its pages: none, where nobody logs in. */
    List<Route> routes(Site site) {
        return List.of();
    }

    final String newId() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What a form of a visit has to send back: a page of somebody else's cannot know it. */
    final String token(String id) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] sum = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    /** Refuses what changes something and was not sent from a page of this server. */
    final void refuseForeign(Context context, Visit visit) {
        String site = Optional.ofNullable(context.header("Sec-Fetch-Site")).orElse("same-origin");
        Optional<String> origin = Optional.ofNullable(context.header("Origin"));
        String host = Optional.ofNullable(context.host()).orElse("");
        boolean own = origin.isEmpty()
                || origin.get()
                        .toLowerCase(Locale.ROOT)
                        .equals(context.scheme() + "://" + host.toLowerCase(Locale.ROOT));
        if (site.equals("cross-site") || !own) {
            throw new Problem(Problem.Type.FORBIDDEN, "This was sent from a page of another server.");
        }
        String type = Optional.ofNullable(context.contentType()).orElse("").toLowerCase(Locale.ROOT);
        // A form of a foreign page can send these three types and no other without being asked.
        boolean form = type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data");
        if (form && !same(Optional.ofNullable(context.formParam("token")).orElse(""), visit.token())) {
            throw new Problem(
                    Problem.Type.FORBIDDEN,
                    "The form is too old or not from this page. Load the page again and repeat.");
        }
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
