package org.mahdar.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mahdar.app.wire.Sha256;

/** Styles, scripts and fonts. Their address holds a fingerprint of them all, so that browsers may keep them for ever. */
final class Assets {
    private static final Map<String, String> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put("app.css", "text/css; charset=utf-8");
        TYPES.put("app.js", "text/javascript; charset=utf-8");
        TYPES.put("icon.svg", "image/svg+xml");
        for (String font : new String[] {
            "noto-naskh-arabic-arabic",
            "noto-naskh-arabic-latin",
            "noto-naskh-arabic-latin-ext",
            "ibm-plex-sans-arabic-arabic-400",
            "ibm-plex-sans-arabic-arabic-600",
            "ibm-plex-sans-arabic-latin-400",
            "ibm-plex-sans-arabic-latin-600",
            "ibm-plex-sans-arabic-latin-ext-400"
        }) {
            TYPES.put(font + ".woff2", "font/woff2");
        }
    }

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final String version;

    Assets() {
        MessageDigest digest = Sha256.begin();
        for (String name : TYPES.keySet()) {
            try (InputStream in = Assets.class.getResourceAsStream("assets/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("This jar was built without " + name);
                }
                byte[] bytes = in.readAllBytes();
                digest.update(bytes);
                files.put(name, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        version = Sha256.hex(digest.digest()).substring(0, 12);
    }

    /** The address of a file. */
    String address(String name) {
        return "/assets/" + version + "/" + name;
    }

    Answer answer(Ask ask) {
        String name = ask.part("name");
        byte[] bytes = Optional.ofNullable(files.get(name)).orElseThrow(() -> Problem.notFound("file " + name));
        Answer answer = Answer.bytes(TYPES.getOrDefault(name, ""), bytes);
        return ask.part("version").equals(version)
                ? answer.with("Cache-Control", "public, max-age=31536000, immutable")
                : answer;
    }
}
