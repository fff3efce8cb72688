package org.mahdar.app.ingest;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mahdar.app.wire.Sha256;

/** What makes a story this one and no other, see {@link Provenance#key()}. */
final class Key {
    /** Parts of a query that say how a reader came to a page, and not which page it is. */
    private static final Set<String> TRACKING = Set.of("fbclid", "gclid", "mc_cid", "mc_eid", "igshid");

    /** Bytes above 127. */
    private static final Pattern ESCAPES = Pattern.compile("(%[89A-Fa-f][0-9A-Fa-f])+");

    private Key() {}

    /**
     * The key of a story.
     *
     * @param container the file it came in
     */
    static String of(Draft draft, Optional<String> outlet, String container, String text) {
        if (draft.url.isPresent()) {
            return Provenance.keyOf(draft.url.get());
        }
        if (draft.id.isPresent()) {
            return "id:" + outlet.orElse(container) + "/" + draft.id.get();
        }
        return "text:" + Sha256.hex(text);
    }

    /** An address without what does not tell pages apart: scheme, letter case of the host, fragment, tracking. */
    static String address(String url) {
        try {
            URI uri = new URI(url.strip().replace(" ", "%20"));
            if (uri.getHost() == null) {
                return url.strip();
            }
            String path = Optional.ofNullable(uri.getRawPath()).orElse("");
            String query = query(Optional.ofNullable(uri.getRawQuery()).orElse(""));
            boolean usual = uri.getPort() < 0 || uri.getPort() == 80 || uri.getPort() == 443;
            return uri.getHost().toLowerCase(Locale.ROOT)
                    + (usual ? "" : ":" + uri.getPort())
                    + letters(path.isEmpty() ? "/" : path)
                    + (query.isEmpty() ? "" : "?" + letters(query));
        } catch (URISyntaxException e) {
            return url.strip();
        }
    }

    /** Letters that are not ASCII as themselves, whichever way the address had them; other escapes stay. */
    private static String letters(String part) {
        if (part.indexOf('%') < 0) {
            return part;
        }
        Matcher matcher = ESCAPES.matcher(part);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            byte[] bytes = HexFormat.of().parseHex(matcher.group().replace("%", ""));
            String decoded = new String(bytes, StandardCharsets.UTF_8);
            boolean whole = decoded.indexOf('\uFFFD') < 0;
            matcher.appendReplacement(out, Matcher.quoteReplacement(whole ? decoded : matcher.group()));
        }
        return matcher.appendTail(out).toString();
    }

    private static String query(String query) {
        List<String> kept = new ArrayList<>();
        for (String part : query.split("&")) {
            String name = part.split("=", 2)[0].toLowerCase(Locale.ROOT);
            if (!part.isEmpty() && !name.startsWith("utm_") && !TRACKING.contains(name)) {
                kept.add(part);
            }
        }
        return String.join("&", kept);
    }
}
