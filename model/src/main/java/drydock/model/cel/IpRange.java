package drydock.model.cel;

import drydock.model.resource.AddressRange;
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

    private AddressRange range() {
        return new AddressRange(address.bytes(), prefix);
    }

    /// The range with the address at which it really begins.
    IpRange masked() {
        return new IpRange(IpAddress.ofBytes(range().network()), prefix);
    }

    boolean contains(IpAddress other) {
        return range().contains(other.bytes());
    }

    boolean contains(IpRange other) {
        return prefix <= other.prefix && contains(other.address);
    }

    String text() {
        return address.text() + "/" + prefix;
    }
}
