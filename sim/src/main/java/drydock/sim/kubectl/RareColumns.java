package drydock.sim.kubectl;

import io.fabric8.kubernetes.api.model.APIService;
import io.fabric8.kubernetes.api.model.ServiceReference;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ParamKind;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ParamRef;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.networking.v1.IPAddress;
import io.fabric8.kubernetes.api.model.networking.v1.ParentReference;
import io.fabric8.kubernetes.api.model.networking.v1.ServiceCIDR;
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
            Columns.named(ValidatingAdmissionPolicyBinding.class)
                    .and("POLICYNAME", of -> of.getSpec().getPolicyName())
                    .and("PARAMREF", of -> parameter(of.getSpec().getParamRef()))
                    .age(),
            Columns.named(ServiceCIDR.class)
                    .and("CIDRS", of -> String.join(",", of.getSpec().getCidrs()))
                    .age(),
            Columns.named(IPAddress.class)
                    .and("PARENTREF", of -> parent(of.getSpec().getParentRef())),
            Columns.named(APIService.class)
                    .and("SERVICE", of -> service(of.getSpec().getService()))
                    .and("AVAILABLE", RareColumns::availability)
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

    private static String parameter(@Nullable ParamRef parameter) {
        if (parameter == null || parameter.getName() == null) {
            return "<unset>";
        }
        return parameter.getNamespace() == null
                ? parameter.getName()
                : parameter.getNamespace() + "/" + parameter.getName();
    }

    private static String parent(@Nullable ParentReference parent) {
        if (parent == null) {
            return "<none>";
        }
        String group = Objects.requireNonNullElse(parent.getGroup(), "");
        String resource = parent.getResource() + (group.isEmpty() ? "" : "." + group);
        String namespace = Objects.requireNonNullElse(parent.getNamespace(), "");
        return resource + "/" + (namespace.isEmpty() ? "" : namespace + "/") + parent.getName();
    }

    private static String service(@Nullable ServiceReference service) {
        return service == null ? "Local" : service.getNamespace() + "/" + service.getName();
    }

    private static String availability(APIService service) {
        return service.getStatus() == null
                ? "Unknown"
                : service.getStatus().getConditions().stream()
                        .filter(condition -> condition.getType().equals("Available"))
                        .findFirst()
                        .map(condition -> condition.getStatus().equals("True") || condition.getReason() == null
                                ? condition.getStatus()
                                : condition.getStatus() + " (" + condition.getReason() + ")")
                        .orElse("Unknown");
    }

    private static String kind(@Nullable ParamKind kind) {
        return kind == null ? "<unset>" : kind.getApiVersion() + "/" + kind.getKind();
    }
}
