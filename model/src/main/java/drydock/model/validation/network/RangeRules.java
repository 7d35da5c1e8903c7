package drydock.model.validation.network;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.AddressRange;
import drydock.model.resource.Names;
import drydock.model.validation.Addresses;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Optional;

/// The ranges from which Services have their addresses, and addresses that are taken from them
/// (`pkg/apis/networking/validation/validation.go ValidateServiceCIDR`, `ValidateIPAddress`).
final class RangeRules {

    private static final String RANGES = "cidrs";

    static final List<Rule> RULES = List.of(
            Rule.of("ServiceCIDRSpec", RangeRules::ranges),
            Rule.of("IPAddress", RangeRules::name),
            Rule.of("IPAddressSpec", RangeRules::parent));

    private RangeRules() {}

    private static void ranges(Visit spec) {
        List<String> ranges = spec.list(RANGES);
        if (ranges.isEmpty()) {
            Checks.missing(spec, RANGES, "at least one CIDR required");
        } else if (ranges.size() > 2) {
            spec.error("too-many", RANGES, "two-at-most")
                    .words(ServerWords.invalidRaw("{…}", "may only hold up to 2 values"));
        } else {
            if (ranges.size() == 2 && areOfOneFamily(ranges)) {
                spec.error("address-range", RANGES, "one-of-each-family")
                        .words(ServerWords.invalid(
                                ranges,
                                "may specify no more than one IP for each IP family, i.e 192.168.0.0/24 and"
                                        + " 2001:db8::/64"));
            }
            for (int i = 0; i < ranges.size(); i++) {
                FieldPath at = spec.path().key(RANGES).index(i);
                Addresses.checkRange(spec, at.toString(), at, ranges.get(i));
            }
        }
    }

    private static boolean areOfOneFamily(List<String> ranges) {
        Optional<AddressRange> first = AddressRange.parse(ranges.getFirst());
        Optional<AddressRange> last = AddressRange.parse(ranges.getLast());
        return first.isPresent()
                && last.isPresent()
                && first.get().address().length == last.get().address().length;
    }

    private static void name(Visit address) {
        Visit meta = address.in("metadata");
        String name = meta.textOrEmpty("name");
        if (!name.isEmpty()) {
            Addresses.check(meta, meta.path().key("name"), name);
        }
    }

    private static void parent(Visit spec) {
        Visit parent = spec.in("parentRef");
        Checks.form(parent, "name", "group", "name-subdomain", Names::subdomainProblems);
        for (String field : List.of("resource", "name", "namespace")) {
            Checks.form(parent, "name", field, "name-segment", Names::pathSegmentProblems);
        }
    }
}
