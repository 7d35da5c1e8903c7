package drydock.sim.admission;

import drydock.sim.store.Shallow;
import io.fabric8.kubernetes.api.model.EndpointAddress;
import io.fabric8.kubernetes.api.model.EndpointAddressBuilder;
import io.fabric8.kubernetes.api.model.EndpointSubset;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
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
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,60}[a-z0-9])?");

    private final Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());

    private KnownEndpoints(HasMetadata before) {
        switch (before) {
            case EndpointSlice slice -> known.addAll(slice.getEndpoints());
            case Endpoints endpoints ->
                endpoints.getSubsets().forEach(subset -> {
                    known.addAll(subset.getAddresses());
                    known.addAll(subset.getNotReadyAddresses());
                });
            default -> {
                // nothing is known of it
            }
        }
    }

    /// A copy of `object` that nobody else holds, but for what `before` has, too; empty for other kinds.
    static Optional<HasMetadata> copy(HasMetadata before, HasMetadata object) {
        if (before instanceof EndpointSlice && object instanceof EndpointSlice slice) {
            KnownEndpoints known = new KnownEndpoints(before);
            EndpointSlice copy = Shallow.copy(slice);
            copy.setEndpoints(known.each(slice.getEndpoints(), e -> new EndpointBuilder(e).build()));
            copy.setPorts(List.copyOf(slice.getPorts()));
            return Optional.of(copy);
        }
        if (before instanceof Endpoints && object instanceof Endpoints endpoints) {
            KnownEndpoints known = new KnownEndpoints(before);
            Endpoints copy = Shallow.copy(endpoints);
            copy.setSubsets(endpoints.getSubsets().stream().map(known::copy).toList());
            return Optional.of(copy);
        }
        return Optional.empty();
    }

    private EndpointSubset copy(EndpointSubset subset) {
        EndpointSubset copy = Shallow.copy(subset);
        copy.setAddresses(each(subset.getAddresses(), a -> new EndpointAddressBuilder(a).build()));
        copy.setNotReadyAddresses(each(subset.getNotReadyAddresses(), a -> new EndpointAddressBuilder(a).build()));
        copy.setPorts(List.copyOf(subset.getPorts()));
        return copy;
    }

    private <T> List<T> each(List<T> all, UnaryOperator<T> copying) {
        List<T> own = new ArrayList<>(all.size());
        for (T one : all) {
            own.add(known.contains(one) ? one : copying.apply(one));
        }
        return own;
    }

    /// `object` without what `before` has, too, but for one, since none at all would be something else; other kinds as
    /// they are.
    static HasMetadata news(HasMetadata before, HasMetadata object) {
        KnownEndpoints known = new KnownEndpoints(before);
        return switch (object) {
            case EndpointSlice slice
            when slice.getEndpoints().size() <= MOST -> {
                EndpointSlice news = Shallow.copy(slice);
                news.setEndpoints(known.news(slice.getEndpoints()));
                yield news;
            }
            case Endpoints endpoints -> {
                Endpoints news = Shallow.copy(endpoints);
                news.setSubsets(endpoints.getSubsets().stream().map(known::news).toList());
                yield news;
            }
            default -> object;
        };
    }

    /// Whether an update changes nothing but endpoints, and those that are new in it are as endpoints of Pods are: an
    /// address, a node, a Pod. Such ones are in order.
    static boolean addsOnlyPlain(HasMetadata before, HasMetadata object) {
        if (!sameBut(before.getMetadata(), object.getMetadata())) {
            return false;
        }
        KnownEndpoints known = new KnownEndpoints(before);
        return switch (object) {
            case EndpointSlice slice ->
                before instanceof EndpointSlice old
                        && slice.getEndpoints().size() <= MOST
                        && Objects.equals(slice.getAddressType(), "IPv4")
                        && Objects.equals(slice.getAddressType(), old.getAddressType())
                        && slice.getPorts().equals(old.getPorts())
                        && slice.getAdditionalProperties().isEmpty()
                        && slice.getEndpoints().stream().allMatch(e -> known.contains(e) || isPlain(e));
            case Endpoints endpoints ->
                before instanceof Endpoints old
                        && endpoints.getAdditionalProperties().isEmpty()
                        && endpoints.getSubsets().stream().allMatch(subset -> known.isPlain(subset, old));
            default -> false;
        };
    }

    private static boolean sameBut(ObjectMeta before, ObjectMeta now) {
        return Objects.equals(before.getLabels(), now.getLabels())
                && Objects.equals(before.getAnnotations(), now.getAnnotations())
                && Objects.equals(before.getOwnerReferences(), now.getOwnerReferences())
                && Objects.equals(before.getFinalizers(), now.getFinalizers())
                && Objects.equals(before.getManagedFields(), now.getManagedFields())
                && Objects.equals(before.getDeletionTimestamp(), now.getDeletionTimestamp());
    }

    private boolean contains(Object part) {
        return known.contains(part);
    }

    private static boolean isPlain(Endpoint endpoint) {
        return endpoint.getAddresses().size() == 1
                && isOfAPod(endpoint.getAddresses().getFirst())
                && endpoint.getHostname() == null
                && endpoint.getZone() == null
                && endpoint.getHints() == null
                && (endpoint.getDeprecatedTopology() == null
                        || endpoint.getDeprecatedTopology().isEmpty())
                && endpoint.getAdditionalProperties().isEmpty()
                && isName(endpoint.getNodeName());
    }

    private boolean isPlain(EndpointSubset subset, Endpoints before) {
        return !(subset.getAddresses().isEmpty()
                        && subset.getNotReadyAddresses().isEmpty())
                && before.getSubsets().stream().anyMatch(old -> old.getPorts().equals(subset.getPorts()))
                && subset.getAddresses().stream().allMatch(a -> known.contains(a) || isPlain(a))
                && subset.getNotReadyAddresses().stream().allMatch(a -> known.contains(a) || isPlain(a));
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

    private EndpointSubset news(EndpointSubset subset) {
        EndpointSubset news = Shallow.copy(subset);
        news.setAddresses(news(subset.getAddresses()));
        news.setNotReadyAddresses(news(subset.getNotReadyAddresses()));
        return news;
    }

    private <T> List<T> news(List<T> all) {
        List<T> news = all.stream().filter(Predicate.not(this::contains)).toList();
        return news.isEmpty() && !all.isEmpty() ? List.of(all.getFirst()) : news;
    }
}
