package drydock.sim.kubectl;

import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.sim.kubectl.text.Ages;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The tables of `kubectl get`, by kind (`pkg/printers/internalversion/printers.go`).
final class Tables {

    /// Labels that are shown beside all else.
    ///
    /// @param keys those that have a column each, headed as kubectl does: by what stands behind the last slash
    /// @param all whether one more column has them all
    record Labels(List<String> keys, boolean all) {

        static final Labels NONE = new Labels(List.of(), false);

        Labels {
            keys = List.copyOf(keys);
        }

        List<String> headings() {
            return Stream.concat(
                            keys.stream()
                                    .map(key -> key.substring(key.lastIndexOf('/') + 1)
                                            .toUpperCase(Locale.ROOT)),
                            all ? Stream.of("LABELS") : Stream.empty())
                    .toList();
        }

        List<String> cells(HasMetadata object) {
            Map<String, String> labels =
                    Objects.requireNonNullElse(object.getMetadata().getLabels(), Map.of());
            return Stream.concat(
                            keys.stream().map(key -> labels.getOrDefault(key, "")),
                            all ? Stream.of(pairs(labels)) : Stream.empty())
                    .toList();
        }
    }

    private Tables() {}

    /// The table of objects of one kind.
    ///
    /// @param wide as `-o wide`
    /// @param definition what defines the kind, if it is a custom one
    /// @param several whether other kinds are printed, too, so that names carry their kind
    static Table of(
            List<HasMetadata> objects,
            Optional<CustomResourceDefinition> definition,
            Instant now,
            boolean wide,
            Labels labels,
            boolean several) {
        HasMetadata first = objects.getFirst();
        Optional<Columns<?>> columns = KindColumns.of(first, definition);
        List<String> headings =
                new ArrayList<>(columns.map(of -> of.headings(wide)).orElseGet(() -> headings(first, wide)));
        List<List<String>> rows = new ArrayList<>();
        for (HasMetadata object : objects) {
            String name = several
                    ? Invocation.shortName(ResourceId.of(object))
                    : object.getMetadata().getName();
            List<String> row = new ArrayList<>(columns.map(of -> of.cells(object, new Columns.Row(name, now, wide)))
                    .orElseGet(() -> row(object, name, now, wide)));
            row.addAll(labels.cells(object));
            rows.add(row);
        }
        headings.addAll(labels.headings());
        return new Table(
                headings,
                rows,
                objects.stream().map(o -> text(o.getMetadata().getNamespace())).toList());
    }

    private static List<String> row(HasMetadata object, String name, Instant now, boolean wide) {
        List<String> row = new ArrayList<>(List.of(StorageTables.name(object, name)));
        row.addAll(cells(object, now, wide));
        return row;
    }

    private static List<String> headings(HasMetadata object, boolean wide) {
        return switch (object) {
            case Pod _ -> columns(wide, "NAME READY STATUS RESTARTS AGE", "IP NODE NOMINATED_NODE READINESS_GATES");
            case ReplicationController _ ->
                columns(wide, "NAME DESIRED CURRENT READY AGE", "CONTAINERS IMAGES SELECTOR");
            case ReplicaSet _ -> columns(wide, "NAME DESIRED CURRENT READY AGE", "CONTAINERS IMAGES SELECTOR");
            case Deployment _ -> columns(wide, "NAME READY UP-TO-DATE AVAILABLE AGE", "CONTAINERS IMAGES SELECTOR");
            case HorizontalPodAutoscaler _ -> columns(false, "NAME REFERENCE TARGETS MINPODS MAXPODS REPLICAS AGE", "");
            default ->
                WorkloadTables.headings(object)
                        .or(() -> StorageTables.headings(object))
                        .map(all -> all.split("\\|", -1))
                        .map(parts -> columns(wide && !parts[1].isEmpty(), parts[0], parts[1]))
                        .orElseGet(() -> columns(false, "NAME AGE", ""));
        };
    }

    private static List<String> columns(boolean wide, String usual, String more) {
        String all = wide ? usual + " " + more : usual;
        return List.of(all.split(" ", -1)).stream()
                .map(heading -> heading.replace('_', ' '))
                .toList();
    }

    private static List<String> cells(HasMetadata object, Instant now, boolean wide) {
        String age = Ages.since(object.getMetadata().getCreationTimestamp(), now);
        return switch (object) {
            case Pod pod -> joined(PodColumns.of(pod, now), List.of(age), wide ? podPlace(pod) : List.of());
            case ReplicationController rc ->
                joined(
                        numbers(
                                rc.getSpec().getReplicas(),
                                rc.getStatus().getReplicas(),
                                rc.getStatus().getReadyReplicas()),
                        List.of(age),
                        wide
                                ? template(
                                        rc.getSpec().getTemplate().getSpec().getContainers(),
                                        rc.getSpec().getSelector())
                                : List.of());
            case ReplicaSet set ->
                joined(
                        numbers(
                                set.getSpec().getReplicas(),
                                set.getStatus().getReplicas(),
                                set.getStatus().getReadyReplicas()),
                        List.of(age),
                        wide
                                ? template(
                                        set.getSpec().getTemplate().getSpec().getContainers(),
                                        set.getSpec().getSelector().getMatchLabels())
                                : List.of());
            case Deployment deployment ->
                joined(
                        List.of(
                                number(deployment.getStatus().getReadyReplicas()) + "/"
                                        + number(deployment.getSpec().getReplicas()),
                                number(deployment.getStatus().getUpdatedReplicas()),
                                number(deployment.getStatus().getAvailableReplicas())),
                        List.of(age),
                        wide
                                ? template(
                                        deployment
                                                .getSpec()
                                                .getTemplate()
                                                .getSpec()
                                                .getContainers(),
                                        deployment.getSpec().getSelector().getMatchLabels())
                                : List.of());
            case HorizontalPodAutoscaler autoscaler ->
                joined(AutoscalerColumns.of(autoscaler), List.of(age), List.of());
            default ->
                WorkloadTables.headings(object).isPresent()
                        ? WorkloadTables.cells(object, now, wide)
                        : StorageTables.headings(object).isPresent()
                                ? StorageTables.cells(object, now, wide)
                                : List.of(age);
        };
    }

    private static List<String> joined(List<String> first, List<String> second, List<String> third) {
        return Stream.of(first, second, third).flatMap(List::stream).toList();
    }

    private static List<String> podPlace(Pod pod) {
        return List.of(
                none(pod.getStatus().getPodIP()),
                none(pod.getSpec().getNodeName()),
                none(pod.getStatus().getNominatedNodeName()),
                PodColumns.gates(pod));
    }

    private static List<String> template(List<Container> containers, @Nullable Map<String, String> selector) {
        return List.of(list(containers, Container::getName), list(containers, Container::getImage), pairs(selector));
    }

    private static String list(List<Container> containers, Function<Container, String> part) {
        return containers.stream().map(part).collect(Collectors.joining(","));
    }

    /// A selector as `kubectl` writes it, `<none>` if it chooses by nothing.
    static String selector(io.fabric8.kubernetes.api.model.@Nullable LabelSelector selector) {
        return selector == null ? "<none>" : none(LabelSelector.of(selector).toString());
    }

    static String pairs(@Nullable Map<String, String> labels) {
        return labels == null || labels.isEmpty()
                ? "<none>"
                : new TreeMap<>(labels)
                        .entrySet().stream()
                                .map(e -> e.getKey() + "=" + e.getValue())
                                .collect(Collectors.joining(","));
    }

    private static List<String> numbers(@Nullable Integer desired, @Nullable Integer current, @Nullable Integer ready) {
        return List.of(number(desired), number(current), number(ready));
    }

    private static String number(@Nullable Integer value) {
        return Integer.toString(Objects.requireNonNullElse(value, 0));
    }

    private static String none(@Nullable String value) {
        return value == null || value.isEmpty() ? "<none>" : value;
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
