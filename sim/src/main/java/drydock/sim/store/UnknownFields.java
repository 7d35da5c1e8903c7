package drydock.sim.store;

import drydock.model.cluster.ClusterException;
import drydock.model.manifest.FieldPath;
import drydock.model.validation.CheckOptions;
import drydock.model.validation.Validator;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.stream.Collectors;

/// The fields of an object that its kind does not have. A server that is told to be strict refuses them, as kubectl
/// tells it (`apiserver/pkg/endpoints/handlers/create.go`, `fieldValidation`); else they are dropped.
public final class UnknownFields {

    private static final Validator NAMES = new Validator(List.of(), CheckOptions.STANDARD);

    private UnknownFields() {}

    /// Their places, as `spec.containers[0].imagee`; none of a kind that is not known.
    public static List<String> of(HasMetadata object) {
        return NAMES.unknownFields(ObjectTree.of(object)).stream()
                .map(FieldPath::toString)
                .toList();
    }

    /// As a strict server says it.
    ///
    /// @throws ClusterException 400 if `object` has any
    public static void refuse(HasMetadata object) {
        List<String> unknown = of(object);
        if (!unknown.isEmpty()) {
            String version = object.getApiVersion().replaceFirst(".*/", "");
            throw new ClusterException(
                    400,
                    "BadRequest",
                    object.getKind() + " in version \"" + version + "\" cannot be handled as a " + object.getKind()
                            + ": strict decoding error: " + words(unknown));
        }
    }

    /// `unknown field "spec.nope", unknown field "spec.other"`.
    public static String words(List<String> unknown) {
        return unknown.stream().map(field -> "unknown field \"" + field + "\"").collect(Collectors.joining(", "));
    }
}
