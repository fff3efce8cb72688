package org.mahdar.app.ingest;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mahdar.app.wire.Sha256;

/** What makes a story this one and no other, see {@link Provenance#key()}. */
final class Key {
    /** Parts of a query that say how a reader came to a page, and not which page it is. */
    private static final Set<String> TRACKING = Set.of("fbclid", "gclid", "mc_cid", "mc_eid", "igshid");

    private Key() {}

    /**
     * The key of a story.
     *
     * @param container the file it came in
     */
    static String of(Draft draft, Optional<String> outlet, String container, String text) {
        if (draft.url.isPresent()) {
            return "url:" + address(draft.url.get());
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
                    + ascii(path.isEmpty() ? "/" : path)
                    + (query.isEmpty() ? "" : "?" + ascii(query));
        } catch (URISyntaxException e) {
            return url.strip();
        }
    }

    /** Letters that are not ASCII as per cent signs, whichever way the address had them. */
    private static String ascii(String part) {
        StringBuilder out = new StringBuilder();
        for (byte b : part.getBytes(StandardCharsets.UTF_8)) {
            out.append(b < 0 ? String.format(Locale.ROOT, "%%%02X", b & 0xFF) : String.valueOf((char) b));
        }
        return out.toString();
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
