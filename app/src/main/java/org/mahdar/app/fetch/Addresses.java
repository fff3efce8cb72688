package org.mahdar.app.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Which addresses of the network are out in the open, and which lead into somebody's own house. */
final class Addresses {
    private Addresses() {}

    /** Whether an address is one of the public internet. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6((Inet6Address) address, bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        int a = bytes[0] & 0xFF;
        int b = bytes[1] & 0xFF;
        int c = bytes[2] & 0xFF;
        boolean own = a == 0 || a == 10 || a == 127 || a >= 240;
        boolean carrier = a == 100 && b >= 64 && b < 128;
        boolean special = (a == 192 && b == 0 && c == 0) || (a == 198 && (b == 18 || b == 19));
        return !own && !carrier && !special;
    }

    private static boolean isPublic6(Inet6Address address, byte[] bytes) {
        boolean unique = (bytes[0] & 0xFE) == 0xFC;
        // Addresses that hold one of the fourth version: compatible, translated (64:ff9b::/96), 6to4 (2002::/16).
        if (address.isIPv4CompatibleAddress() || startsWith(bytes, 0x00, 0x64, 0xFF, 0x9B)) {
            return inside(bytes, 12);
        }
        if (startsWith(bytes, 0x20, 0x02)) {
            return inside(bytes, 2);
        }
        return !unique;
    }

    private static boolean startsWith(byte[] bytes, int... begin) {
        for (int i = 0; i < begin.length; i++) {
            if ((bytes[i] & 0xFF) != begin[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean inside(byte[] bytes, int from) {
        try {
            return isPublic(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }
}
