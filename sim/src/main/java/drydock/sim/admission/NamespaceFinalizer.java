package drydock.sim.admission;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceSpec;
import java.util.ArrayList;
import java.util.List;

/// What keeps a Namespace until its controller has emptied it (`pkg/registry/core/namespace/strategy.go
/// PrepareForCreate`).
final class NamespaceFinalizer {

    private static final String KUBERNETES = "kubernetes";

    private NamespaceFinalizer() {}

    static void onCreate(HasMetadata object) {
        if (!(object instanceof Namespace namespace)) {
            return;
        }
        if (namespace.getSpec() == null) {
            namespace.setSpec(new NamespaceSpec());
        }
        List<String> finalizers = new ArrayList<>(namespace.getSpec().getFinalizers());
        if (!finalizers.contains(KUBERNETES)) {
            finalizers.add(KUBERNETES);
        }
        namespace.getSpec().setFinalizers(finalizers);
    }
}
