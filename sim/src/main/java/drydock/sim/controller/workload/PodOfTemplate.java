package drydock.sim.controller.workload;

import drydock.sim.controller.Owners;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A Pod that is made of a template (`pkg/controller/controller_utils.go GetPodFromTemplate`).
public final class PodOfTemplate {

    private PodOfTemplate() {}

    /// A Pod controlled by `owner`, to be built further; its name is made up by the server from the owner's.
    ///
    /// @param labels what it carries besides the template's labels
    public static PodBuilder begin(HasMetadata owner, PodTemplateSpec template, Map<String, String> labels) {
        ObjectMeta meta = template.getMetadata() == null ? new ObjectMeta() : template.getMetadata();
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace(owner.getMetadata().getNamespace())
                .withGenerateName(owner.getMetadata().getName() + "-")
                .withLabels(joined(meta.getLabels(), labels))
                .withAnnotations(meta.getAnnotations())
                .withFinalizers(meta.getFinalizers() == null ? List.of() : meta.getFinalizers())
                .withOwnerReferences(Owners.controlledBy(owner))
                .endMetadata()
                .withSpec(template.getSpec());
    }

    private static Map<String, String> joined(@Nullable Map<String, String> labels, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(labels == null ? Map.of() : labels);
        // in an order that does not depend on which map they come in
        all.putAll(new TreeMap<>(more));
        return all;
    }
}
