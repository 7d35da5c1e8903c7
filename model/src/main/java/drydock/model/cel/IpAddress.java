package drydock.model.cel;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// An address as expressions know it: of IPv4 without zeros in front, or of IPv6 without a zone and not one of IPv4
/// written as such (`apiserver/pkg/cel/library/ip.go parseIPAddr`).
record IpAddress(InetAddress address) {

    private static final Pattern FOUR = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");

    static Optional<IpAddress> of(String text) {
        try {
            if (FOUR.matcher(text).matches()) {
                return Optional.of(new IpAddress(Inet4Address.ofLiteral(text)));
            }
            boolean six = text.indexOf(':') >= 0 && text.indexOf('%') < 0 && text.indexOf('[') < 0;
            return six ? Optional.of(Inet6Address.ofLiteral(text)).flatMap(IpAddress::six) : Optional.empty();
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<IpAddress> six(InetAddress address) {
        return address instanceof Inet6Address ? Optional.of(new IpAddress(address)) : Optional.empty();
    }

    static IpAddress ofBytes(byte[] bytes) {
        try {
            return new IpAddress(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address has " + bytes.length + " bytes", e);
        }
    }

    byte[] bytes() {
        return address.getAddress();
    }

    long family() {
        return bytes().length == 4 ? 4 : 6;
    }

    boolean isLinkLocalMulticast() {
        byte[] bytes = bytes();
        return family() == 4
                ? (bytes[0] & 255) == 224 && bytes[1] == 0 && bytes[2] == 0
                : (bytes[0] & 255) == 255 && (bytes[1] & 15) == 2;
    }

    boolean isGlobalUnicast() {
        boolean broadcast = family() == 4 && text().equals("255.255.255.255");
        return !broadcast
                && !address.isAnyLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isMulticastAddress()
                && !address.isLinkLocalAddress();
    }

    /// The one way in which it is written.
    String text() {
        return family() == 4 ? address.getHostAddress() : shortened();
    }

    /// With the longest row of zeros left out, the first of those equally long (RFC 5952).
    private String shortened() {
        String[] groups = address.getHostAddress().split(":");
        int begin = -1;
        int length = 1;
        for (int i = 0; i < groups.length; i++) {
            int end = i;
            while (end < groups.length && groups[end].equals("0")) {
                end++;
            }
            if (end - i > length) {
                begin = i;
                length = end - i;
            }
        }
        if (begin < 0) {
            return String.join(":", groups);
        }
        String front = String.join(":", List.of(groups).subList(0, begin));
        String back = String.join(":", List.of(groups).subList(begin + length, groups.length));
        return front + "::" + back;
    }
}
