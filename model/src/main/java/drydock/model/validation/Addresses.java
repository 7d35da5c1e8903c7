package drydock.model.validation;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.AddressRange;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/// Addresses and ranges of addresses as the API server reads them in fields that have long been there
/// (`apimachinery/pkg/util/validation/ip.go IsValidIPForLegacyField`, `IsValidCIDRForLegacyField`).
public final class Addresses {

    private static final String ADDRESS = "address";
    private static final String RANGE_RULE = "address-range";

    /// From this version on addresses are taken in one way of writing only (gate StrictIPCIDRValidation).
    private static final int STRICT = 36;

    private static final String NO_ADDRESS = "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)";
    private static final String NO_RANGE = "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)";

    private static final Pattern FOUR = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final Pattern ZEROS = Pattern.compile("(^|\\.)0\\d");

    private Addresses() {}

    public static boolean isAddress(String text) {
        return AddressRange.bytes(text).isPresent();
    }

    /// Tells what is wrong with the address at `at`, if something is.
    public static void check(Visit visit, FieldPath at, String text) {
        check(visit, at.toString(), at, text);
    }

    /// Tells what is wrong with the address at `at`, which the API server calls `called`, if something is.
    public static void check(Visit visit, String called, FieldPath at, String text) {
        if (!isAddress(text)) {
            visit.errorCalled(called, ADDRESS, at, "address", Checks.shown(text))
                    .words(ServerWords.invalid(text, NO_ADDRESS));
        } else if (visit.version().atLeast(STRICT) && hasZeros(text)) {
            visit.errorCalled(called, ADDRESS, at, "address-zeros", Checks.shown(text))
                    .words(ServerWords.invalid(text, "must not have leading 0s"))
                    .fix(visit.settingAt(at, plain(text)), "fix.set", at, plain(text));
        } else if (visit.version().atLeast(STRICT) && isMapped(text)) {
            visit.errorCalled(called, ADDRESS, at, "address-mapped", Checks.shown(text), plain(text))
                    .words(ServerWords.invalid(text, "must not be an IPv4-mapped IPv6 address"))
                    .fix(visit.settingAt(at, plain(text)), "fix.set", at, plain(text));
        }
    }

    /// Tells what is wrong with the range at `at`, which the API server calls `called`, if something is.
    ///
    /// @param text the range, without the spaces that may stand around it
    public static void checkRange(Visit visit, String called, FieldPath at, String text) {
        Optional<AddressRange> range = AddressRange.parse(text);
        if (range.isEmpty()) {
            visit.errorCalled(called, RANGE_RULE, at, "address-range", Checks.shown(text))
                    .words(ServerWords.invalid(text, NO_RANGE));
        } else if (visit.version().atLeast(STRICT)) {
            checkStrictly(visit, called, at, text, range.get());
        }
    }

    private static void checkStrictly(Visit visit, String called, FieldPath at, String text, AddressRange range) {
        String begin = text.substring(0, text.indexOf('/'));
        String length = text.substring(text.indexOf('/') + 1);
        String whole = written(range.network()) + "/" + range.prefix();
        if (hasZeros(begin) || (length.length() > 1 && length.startsWith("0"))) {
            visit.errorCalled(called, RANGE_RULE, at, "address-zeros", Checks.shown(text))
                    .words(ServerWords.invalid(text, "must not have leading 0s in IP or prefix length"));
        } else if (isMapped(begin)) {
            visit.errorCalled(called, RANGE_RULE, at, "address-mapped", Checks.shown(text), plain(begin))
                    .words(ServerWords.invalid(text, "must not have an IPv4-mapped IPv6 address"));
        } else if (!whole.equals(written(range.address()) + "/" + range.prefix())) {
            String one = begin + "/" + range.address().length * 8;
            visit.errorCalled(called, RANGE_RULE, at, "range-bits", Checks.shown(text), whole, one)
                    .words(ServerWords.invalid(text, "must not have bits set beyond the prefix length"))
                    .fix(visit.settingAt(at, whole), "fix.set", at, whole)
                    .fix(visit.settingAt(at, one), "fix.set", at, one);
        }
    }

    private static boolean hasZeros(String text) {
        return FOUR.matcher(text).matches() && ZEROS.matcher(text).find();
    }

    /// Whether an IPv4 address is written as one of IPv6.
    private static boolean isMapped(String text) {
        return text.indexOf(':') >= 0
                && AddressRange.bytes(text).filter(a -> a.length == 4).isPresent();
    }

    private static String plain(String text) {
        return written(AddressRange.bytes(text).orElseThrow());
    }

    private static String written(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address: " + address.length + " bytes", e);
        }
    }

    /// Why nobody could be reached at an address, as the API server says it (`ValidateEndpointIP`).
    public static Optional<String> special(String text) {
        return AddressRange.bytes(text)
                .flatMap(a -> a.length == 4 ? special4(a) : special6(a))
                .map(reason -> reason.formatted(text));
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
            return Optional.of("may not be unspecified (%s)");
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
