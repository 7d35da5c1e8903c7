package drydock.sim.admission;

import drydock.sim.store.Shallow;
import io.fabric8.kubernetes.api.model.EndpointAddress;
import io.fabric8.kubernetes.api.model.EndpointSubset;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What of an EndpointSlice, or of Endpoints, is the same object as in the version before: it is neither copied nor
/// looked at again. Of the hundred endpoints of a Service one changes at a time.
final class KnownEndpoints {

    /// More than this many are too many, which only a look at the whole tells.
    private static final int MOST = 1_000;

    private static final Pattern ADDRESS =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern SPECIAL = Pattern.compile("(?:0|127|169|22[4-9]|23\\d|24\\d|25\\d)\\.");
    private static final String TRIGGER = "endpoints.kubernetes.io/last-change-trigger-time";
    private static final Pattern TIME = Pattern.compile("[0-9TZ:.+-]{1,40}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,60}[a-z0-9])?");

    private KnownEndpoints() {}

    /// A copy of `object` in which parts may be set; empty for other kinds. Its endpoints are those that were written:
    /// nothing is filled into them, and who wrote them does not change them afterwards.
    static Optional<HasMetadata> copy(HasMetadata before, HasMetadata object) {
        return switch (object) {
            case EndpointSlice slice when before instanceof EndpointSlice -> Optional.of(Shallow.copy(slice));
            case Endpoints endpoints when before instanceof Endpoints -> Optional.of(Shallow.copy(endpoints));
            default -> Optional.empty();
        };
    }

    /// `object` without what `before` has, too, but for one, since none at all would be something else; other kinds as
    /// they are.
    static HasMetadata news(HasMetadata before, HasMetadata object) {
        return switch (object) {
            case EndpointSlice slice
            when before instanceof EndpointSlice old && slice.getEndpoints().size() <= MOST -> {
                EndpointSlice news = Shallow.copy(slice);
                news.setEndpoints(orOne(NewParts.of(old.getEndpoints(), slice.getEndpoints()), slice.getEndpoints()));
                yield news;
            }
            case Endpoints endpoints
            when before instanceof Endpoints old -> {
                Endpoints news = Shallow.copy(endpoints);
                news.setSubsets(endpoints.getSubsets().stream()
                        .map(subset -> news(old, subset))
                        .toList());
                yield news;
            }
            default -> object;
        };
    }

    private static EndpointSubset news(Endpoints before, EndpointSubset subset) {
        EndpointSubset news = Shallow.copy(subset);
        withSamePorts(before, subset).ifPresent(old -> {
            news.setAddresses(orOne(NewParts.of(old.getAddresses(), subset.getAddresses()), subset.getAddresses()));
            news.setNotReadyAddresses(orOne(
                    NewParts.of(old.getNotReadyAddresses(), subset.getNotReadyAddresses()),
                    subset.getNotReadyAddresses()));
        });
        return news;
    }

    private static <T> List<T> orOne(List<T> news, List<T> all) {
        return news.isEmpty() && !all.isEmpty() ? List.of(all.getFirst()) : news;
    }

    private static Optional<EndpointSubset> withSamePorts(Endpoints before, EndpointSubset subset) {
        return before.getSubsets().stream()
                .filter(old -> old.getPorts().equals(subset.getPorts()))
                .findFirst();
    }

    /// Whether an update changes nothing but endpoints, and those that are new in it are as endpoints of Pods are: an
    /// address, a node, a Pod. Such ones are in order.
    static boolean addsOnlyPlain(HasMetadata before, HasMetadata object) {
        return switch (object) {
            case EndpointSlice slice ->
                before instanceof EndpointSlice old
                        && sameBut(old.getMetadata(), slice.getMetadata())
                        && slice.getEndpoints().size() <= MOST
                        && Objects.equals(slice.getAddressType(), "IPv4")
                        && Objects.equals(slice.getAddressType(), old.getAddressType())
                        && slice.getPorts().equals(old.getPorts())
                        && slice.getAdditionalProperties().isEmpty()
                        && NewParts.of(old.getEndpoints(), slice.getEndpoints()).stream()
                                .allMatch(KnownEndpoints::isPlain);
            case Endpoints endpoints ->
                before instanceof Endpoints old
                        && sameBut(old.getMetadata(), endpoints.getMetadata())
                        && endpoints.getAdditionalProperties().isEmpty()
                        && endpoints.getSubsets().stream().allMatch(subset -> addsOnlyPlain(old, subset));
            default -> false;
        };
    }

    private static boolean addsOnlyPlain(Endpoints before, EndpointSubset subset) {
        if (subset.getAddresses().isEmpty() && subset.getNotReadyAddresses().isEmpty()) {
            return false;
        }
        Optional<EndpointSubset> old = withSamePorts(before, subset);
        return old.isPresent()
                && NewParts.of(old.get().getAddresses(), subset.getAddresses()).stream()
                        .allMatch(KnownEndpoints::isPlain)
                && NewParts.of(old.get().getNotReadyAddresses(), subset.getNotReadyAddresses()).stream()
                        .allMatch(KnownEndpoints::isPlain);
    }

    private static boolean sameBut(ObjectMeta before, ObjectMeta now) {
        return Objects.equals(before.getLabels(), now.getLabels())
                && saysTheSame(before.getAnnotations(), now.getAnnotations())
                && Objects.equals(before.getOwnerReferences(), now.getOwnerReferences())
                && Objects.equals(before.getFinalizers(), now.getFinalizers())
                && Objects.equals(before.getManagedFields(), now.getManagedFields())
                && Objects.equals(before.getDeletionTimestamp(), now.getDeletionTimestamp());
    }

    /// Whether annotations are the same but for a time that is one.
    private static boolean saysTheSame(@Nullable Map<String, String> before, @Nullable Map<String, String> now) {
        if (Objects.equals(before, now)) {
            return true;
        }
        Map<String, String> old = new HashMap<>(before == null ? Map.of() : before);
        Map<String, String> other = new HashMap<>(now == null ? Map.of() : now);
        old.remove(TRIGGER);
        String time = other.remove(TRIGGER);
        return old.equals(other) && (time == null || TIME.matcher(time).matches());
    }

    private static boolean isPlain(Endpoint endpoint) {
        return endpoint.getAddresses().size() == 1
                && isOfAPod(endpoint.getAddresses().getFirst())
                && endpoint.getHostname() == null
                && isName(endpoint.getZone())
                && endpoint.getHints() == null
                && (endpoint.getDeprecatedTopology() == null
                        || endpoint.getDeprecatedTopology().isEmpty())
                && endpoint.getAdditionalProperties().isEmpty()
                && isName(endpoint.getNodeName());
    }

    private static boolean isPlain(EndpointAddress address) {
        return isOfAPod(address.getIp())
                && address.getHostname() == null
                && address.getAdditionalProperties().isEmpty()
                && isName(address.getNodeName());
    }

    /// An address of four numbers that is none for special purposes.
    private static boolean isOfAPod(@Nullable String address) {
        if (address == null || !ADDRESS.matcher(address).matches()) {
            return false;
        }
        return !SPECIAL.matcher(address).lookingAt();
    }

    private static boolean isName(@Nullable String node) {
        return node == null || NAME.matcher(node).matches();
    }
}
