package org.mahdar.app.archive;

/** The bytes from which a story was made, as they were received. */
public final class Origin {
    private final String mediaType;
    private final byte[] bytes;

    /**
     * Takes the array as it is; nobody may write into it afterwards.
     *
     * @param mediaType such as {@code text/html}
     */
    public Origin(String mediaType, byte[] bytes) {
        this.mediaType = mediaType;
        this.bytes = bytes;
    }

    /** Such as {@code application/json}. */
    public String mediaType() {
        return mediaType;
    }

    /** The bytes themselves, not a copy. */
    public byte[] bytes() {
        return bytes;
    }
}
