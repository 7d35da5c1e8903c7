package drydock.model.cel;

import static drydock.model.cel.Types.BOOL;
import static drydock.model.cel.Types.CIDR;
import static drydock.model.cel.Types.INT;
import static drydock.model.cel.Types.IP;
import static drydock.model.cel.Types.TEXT;

/// Addresses and ranges of them (`apiserver/pkg/cel/library/ip.go`, `cidr.go`).
final class AddressFunctions {

    private AddressFunctions() {}

    static void add(FunctionSet functions) {
        functions.global("ip", IP.cel(), TEXT, AddressFunctions::ip);
        functions.global("isIP", BOOL, TEXT, text -> IpAddress.of(text).isPresent());
        functions.global("ip.isCanonical", BOOL, TEXT, text -> ip(text).text().equals(text));
        functions.global("string", TEXT.cel(), IP, IpAddress::text);
        functions.member("family", INT, IP, IpAddress::family);
        functions.member("isUnspecified", BOOL, IP, ip -> ip.address().isAnyLocalAddress());
        functions.member("isLoopback", BOOL, IP, ip -> ip.address().isLoopbackAddress());
        functions.member("isLinkLocalMulticast", BOOL, IP, IpAddress::isLinkLocalMulticast);
        functions.member("isLinkLocalUnicast", BOOL, IP, ip -> ip.address().isLinkLocalAddress());
        functions.member("isGlobalUnicast", BOOL, IP, IpAddress::isGlobalUnicast);

        functions.global("cidr", CIDR.cel(), TEXT, AddressFunctions::cidr);
        functions.global("isCIDR", BOOL, TEXT, text -> IpRange.of(text).isPresent());
        functions.global("string", TEXT.cel(), CIDR, IpRange::text);
        functions.member("containsIP", BOOL, CIDR, IP, IpRange::contains);
        functions.member("containsIP", BOOL, CIDR, TEXT, (range, text) -> range.contains(ip(text)));
        functions.member("containsCIDR", BOOL, CIDR, CIDR, IpRange::contains);
        functions.member("containsCIDR", BOOL, CIDR, TEXT, (range, text) -> range.contains(cidr(text)));
        functions.member("ip", IP.cel(), CIDR, IpRange::address);
        functions.member("prefixLength", INT, CIDR, range -> (long) range.prefix());
        functions.member("masked", CIDR.cel(), CIDR, IpRange::masked);
    }

    private static IpAddress ip(String text) {
        return IpAddress.of(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "IP Address \"" + text + "\" parse error during conversion from string"));
    }

    private static IpRange cidr(String text) {
        return IpRange.of(text)
                .orElseThrow(() ->
                        new IllegalArgumentException("network address parse error during conversion from string"));
    }
}
