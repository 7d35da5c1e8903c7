package drydock.model.resource;

import java.net.Inet6Address;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A range of addresses: one of them, and the length of the prefix that all have in common, in bits.
///
/// @param address four bytes or sixteen
@SuppressWarnings("ArrayRecordComponent") // never compared
public record AddressRange(byte[] address, int prefix) {

    private static final Pattern FOUR = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final Pattern RANGE = Pattern.compile("([^/]+)/(\\d{1,3})");

    /// Whether the address of these bytes lies inside.
    public boolean contains(byte[] other) {
        return address.length == other.length && Arrays.equals(network(), new AddressRange(other, prefix).network());
    }

    /// Whether `inner` lies inside and is smaller.
    public boolean strictlyContains(AddressRange inner) {
        return prefix < inner.prefix && contains(inner.address);
    }

    /// The address at which the range really begins.
    public byte[] network() {
        byte[] network = address.clone();
        for (int bit = prefix; bit < network.length * 8; bit++) {
            network[bit / 8] &= (byte) ~(1 << (7 - bit % 8));
        }
        return network;
    }

    /// The bytes of an address, four or sixteen; leading zeros mean nothing.
    public static Optional<byte[]> bytes(String text) {
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

    public static Optional<AddressRange> parse(String text) {
        Matcher form = RANGE.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int prefix = Integer.parseInt(form.group(2));
        return bytes(form.group(1)).filter(a -> prefix <= a.length * 8).map(a -> new AddressRange(a, prefix));
    }
}
