package drydock.sim.kubectl;

import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ParamKind;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.storage.CSIDriver;
import io.fabric8.kubernetes.api.model.storage.CSINode;
import io.fabric8.kubernetes.api.model.storage.CSIStorageCapacity;
import io.fabric8.kubernetes.api.model.storage.VolumeAttachment;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The columns of kinds that are hardly met (`pkg/printers/internalversion/printers.go`).
final class RareColumns {

    static final List<Columns<?>> ALL = List.of(
            Columns.named(MutatingWebhookConfiguration.class)
                    .and("WEBHOOKS", of -> of.getWebhooks().size())
                    .age(),
            Columns.named(ValidatingWebhookConfiguration.class)
                    .and("WEBHOOKS", of -> of.getWebhooks().size())
                    .age(),
            Columns.named(ValidatingAdmissionPolicy.class)
                    .and("VALIDATIONS", of -> of.getSpec().getValidations().size())
                    .and("PARAMKIND", of -> kind(of.getSpec().getParamKind()))
                    .age(),
            Columns.named(CSINode.class)
                    .and("DRIVERS", of -> of.getSpec().getDrivers().size())
                    .age(),
            Columns.named(CSIDriver.class)
                    .and(
                            "ATTACHREQUIRED",
                            of -> !Boolean.FALSE.equals(of.getSpec().getAttachRequired()))
                    .and(
                            "PODINFOONMOUNT",
                            of -> Boolean.TRUE.equals(of.getSpec().getPodInfoOnMount()))
                    .and(
                            "STORAGECAPACITY",
                            of -> Boolean.TRUE.equals(of.getSpec().getStorageCapacity()))
                    .and(
                            "TOKENREQUESTS",
                            of -> of.getSpec().getTokenRequests().isEmpty()
                                    ? "<unset>"
                                    : of.getSpec().getTokenRequests().stream()
                                            .map(request -> request.getAudience())
                                            .collect(Collectors.joining(",")))
                    .and(
                            "REQUIRESREPUBLISH",
                            of -> Boolean.TRUE.equals(of.getSpec().getRequiresRepublish()))
                    .and(
                            "MODES",
                            of -> Columns.none(String.join(",", of.getSpec().getVolumeLifecycleModes())))
                    .age(),
            Columns.named(CSIStorageCapacity.class)
                    .and("STORAGECLASSNAME", CSIStorageCapacity::getStorageClassName)
                    .and("CAPACITY", of -> Objects.toString(of.getCapacity(), "<unset>")),
            Columns.named(VolumeAttachment.class)
                    .and("ATTACHER", of -> of.getSpec().getAttacher())
                    .and("PV", of -> of.getSpec().getSource().getPersistentVolumeName())
                    .and("NODE", of -> of.getSpec().getNodeName())
                    .and(
                            "ATTACHED",
                            of -> of.getStatus() != null
                                    && Boolean.TRUE.equals(of.getStatus().getAttached()))
                    .age());

    private RareColumns() {}

    private static String kind(@Nullable ParamKind kind) {
        return kind == null ? "<unset>" : kind.getApiVersion() + "/" + kind.getKind();
    }
}
