package drydock.sim.kubectl;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which columns a kind has: its own, or those that its definition prints.
final class KindColumns {

    private static final Map<Class<?>, Columns<?>> BY_TYPE = Stream.of(
                    CoreColumns.ALL,
                    NetworkColumns.ALL,
                    ClusterColumns.ALL,
                    AccessColumns.ALL,
                    RareColumns.ALL,
                    ServerColumns.ALL)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(Columns::type, Function.identity()));

    private KindColumns() {}

    static Optional<Columns<?>> of(HasMetadata object, Optional<CustomResourceDefinition> definition) {
        return definition.isPresent()
                ? Optional.of(CustomColumns.of(object, definition.get()))
                : Optional.ofNullable(BY_TYPE.get(object.getClass()));
    }
}
