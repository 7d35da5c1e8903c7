package drydock.model.validation.network;

import java.net.Inet6Address;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Addresses and ranges of addresses as the API server reads them in fields that have long been there
/// (`pkg/apis/core/validation IsValidIPForLegacyField`, `IsValidCIDRForLegacyField`).
final class Addresses {

    static final String NO_ADDRESS = "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)";
    static final String NO_RANGE = "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)";

    private static final Pattern FOUR = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final Pattern RANGE = Pattern.compile("([^/]+)/(\\d{1,3})");

    private Addresses() {}

    /// A range: the address at its begin and the length of its prefix in bits.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Range(byte[] address, int prefix) {

        /// Whether `inner` lies inside and is smaller.
        boolean strictlyContains(Range inner) {
            if (address.length != inner.address.length || prefix >= inner.prefix) {
                return false;
            }
            for (int bit = 0; bit < prefix; bit++) {
                if (bit(address, bit) != bit(inner.address, bit)) {
                    return false;
                }
            }
            return true;
        }

        private static int bit(byte[] bytes, int position) {
            return (bytes[position / 8] >> (7 - position % 8)) & 1;
        }
    }

    static boolean isAddress(String text) {
        return parse(text).isPresent();
    }

    /// The bytes of an address, four or sixteen.
    static Optional<byte[]> parse(String text) {
        Matcher four = FOUR.matcher(text);
        if (four.matches()) {
            byte[] bytes = new byte[4];
            for (int i = 0; i < 4; i++) {
                int part = Integer.parseInt(four.group(i + 1));
                if (part > 255) {
                    return Optional.empty();
                }
                bytes[i] = (byte) part;
            }
            return Optional.of(bytes);
        }
        return text.indexOf(':') < 0 || text.indexOf('%') >= 0 || text.indexOf('[') >= 0 ? Optional.empty() : six(text);
    }

    private static Optional<byte[]> six(String text) {
        try {
            return Optional.of(Inet6Address.ofLiteral(text).getAddress());
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    static Optional<Range> range(String text) {
        Matcher form = RANGE.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int prefix = Integer.parseInt(form.group(2));
        return parse(form.group(1)).filter(a -> prefix <= a.length * 8).map(a -> new Range(a, prefix));
    }

    /// Why nobody could be reached at an address, as the API server says it (`ValidateEndpointIP`).
    static Optional<String> special(String text) {
        return parse(text).flatMap(a -> a.length == 4 ? special4(a) : special6(a));
    }

    private static Optional<String> special4(byte[] a) {
        boolean zero = (a[0] | a[1] | a[2] | a[3]) == 0;
        boolean linkLocal = (a[0] & 255) == 169 && (a[1] & 255) == 254;
        boolean multicast = (a[0] & 255) == 224 && a[1] == 0 && a[2] == 0;
        return reason(zero, (a[0] & 255) == 127, linkLocal, multicast);
    }

    private static Optional<String> special6(byte[] a) {
        int ones = 0;
        for (int i = 0; i < 15; i++) {
            ones |= a[i];
        }
        boolean linkLocal = (a[0] & 255) == 0xfe && (a[1] & 0xc0) == 0x80;
        boolean multicast = (a[0] & 255) == 0xff && (a[1] & 15) == 2;
        return reason(ones == 0 && a[15] == 0, ones == 0 && a[15] == 1, linkLocal, multicast);
    }

    private static Optional<String> reason(boolean zero, boolean loopback, boolean linkLocal, boolean multicast) {
        if (zero) {
            return Optional.of("may not be unspecified (0.0.0.0 or ::)");
        } else if (loopback) {
            return Optional.of("may not be in the loopback range (127.0.0.0/8, ::1/128)");
        } else if (linkLocal) {
            return Optional.of("may not be in the link-local range (169.254.0.0/16, fe80::/10)");
        }
        return multicast
                ? Optional.of("may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)")
                : Optional.empty();
    }
}
