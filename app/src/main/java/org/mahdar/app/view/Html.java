package org.mahdar.app.view;

/** Puts text into HTML so that it stays text. */
final class Html {
    private Html() {}

    /** Escapes for text and for attributes in double quotation marks. */
    static String escape(String text) {
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

    /** A name, number or other piece of text that brings its own direction. */
    static String isolated(String text) {
        return "<bdi>" + escape(text) + "</bdi>";
    }

    /** {@code lang} and {@code dir} of a text in a language. */
    static String language(String tag) {
        boolean rightToLeft = tag.matches("(ar|fa|ur|he|ps|ckb|ug)(-.*)?");
        return "lang=\"" + escape(tag) + "\" dir=\"" + (rightToLeft ? "rtl" : "ltr") + "\"";
    }
}
