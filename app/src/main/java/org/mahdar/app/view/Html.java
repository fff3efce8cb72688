package org.mahdar.app.view;

/** Puts text into HTML so that it stays text. */
public final class Html {
    private Html() {}

    /** Escapes for text and for attributes in double quotation marks. */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /**
     * Escapes words of a story: what would turn other text round is shown as a sign of its own, code unit for code unit, so
     * that nothing reads otherwise than it is kept.
     */
    public static String shown(String text) {
        return escape(
                text.replace('\u202D', '\uFFFD').replace('\u202E', '\uFFFD').replace('\0', '\uFFFD'));
    }

    /** Whether a text in a language runs from right to left. */
    public static boolean rightToLeft(String tag) {
        return tag.matches("(ar|fa|ur|he|ps|ckb|ug)(-.*)?");
    }

    /** A name, number or other piece of text that brings its own direction. */
    public static String isolated(String text) {
        return "<bdi>" + escape(text) + "</bdi>";
    }

    /** {@code lang} and {@code dir} of a text in a language. */
    public static String language(String tag) {
        return "lang=\"" + escape(tag) + "\" dir=\"" + (rightToLeft(tag) ? "rtl" : "ltr") + "\"";
    }
}
