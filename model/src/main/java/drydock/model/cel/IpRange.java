package drydock.model.cel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A range of addresses (`apiserver/pkg/cel/library/cidr.go parseCIDR`).
///
/// @param prefix how many bits at its begin all addresses have in common
record IpRange(IpAddress address, int prefix) {

    private static final Pattern FORM = Pattern.compile("([^/]+)/(0|[1-9]\\d{0,2})");

    static Optional<IpRange> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int prefix = Integer.parseInt(form.group(2));
        return IpAddress.of(form.group(1))
                .filter(address -> prefix <= address.bytes().length * 8)
                .map(address -> new IpRange(address, prefix));
    }

    /// The range with the address at which it really begins.
    IpRange masked() {
        byte[] bytes = address.bytes();
        for (int bit = prefix; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] &= (byte) ~(1 << (7 - bit % 8));
        }
        return new IpRange(IpAddress.ofBytes(bytes), prefix);
    }

    boolean contains(IpAddress other) {
        return other.family() == address.family()
                && new IpRange(other, prefix).masked().equals(masked());
    }

    boolean contains(IpRange other) {
        return prefix <= other.prefix && contains(other.address);
    }

    String text() {
        return address.text() + "/" + prefix;
    }
}
