package drydock.model.cel;

import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The functions that tell whether somebody may do something, and their types
/// (`apiserver/pkg/cel/library/authz.go`). None is computed here.
final class AuthorizerDeclarations {

    static final CelType AUTHORIZER = type("Authorizer");
    static final CelType RESOURCE = type("ResourceCheck");
    private static final CelType PATH = type("PathCheck");
    private static final CelType GROUP = type("GroupCheck");
    private static final CelType DECISION = type("Decision");
    private static final CelType TEXT = SimpleType.STRING;

    /// The types by their names; none has fields.
    static final Map<String, CelType> TYPES = Stream.of(AUTHORIZER, RESOURCE, PATH, GROUP, DECISION)
            .map(CelType::name)
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(), name -> StructType.create(name, ImmutableSet.of(), _ -> Optional.empty())));

    static final List<CelFunctionDecl> ALL = List.of(
            member("path", "authorizer_path", PATH, AUTHORIZER, TEXT),
            member("group", "authorizer_group", GROUP, AUTHORIZER, TEXT),
            member("serviceAccount", "authorizer_serviceaccount", AUTHORIZER, AUTHORIZER, TEXT, TEXT),
            member("resource", "groupcheck_resource", RESOURCE, GROUP, TEXT),
            member("subresource", "resourcecheck_subresource", RESOURCE, RESOURCE, TEXT),
            member("namespace", "resourcecheck_namespace", RESOURCE, RESOURCE, TEXT),
            member("name", "resourcecheck_name", RESOURCE, RESOURCE, TEXT),
            member("fieldSelector", "authorizer_fieldselector", RESOURCE, RESOURCE, TEXT),
            member("labelSelector", "authorizer_labelselector", RESOURCE, RESOURCE, TEXT),
            CelFunctionDecl.newFunctionDeclaration(
                    "check",
                    CelOverloadDecl.newMemberOverload("pathcheck_check", DECISION, PATH, TEXT),
                    CelOverloadDecl.newMemberOverload("resourcecheck_check", DECISION, RESOURCE, TEXT)),
            member("errored", "decision_errored", SimpleType.BOOL, DECISION),
            member("error", "decision_error", TEXT, DECISION),
            member("allowed", "decision_allowed", SimpleType.BOOL, DECISION),
            member("reason", "decision_reason", TEXT, DECISION));

    private AuthorizerDeclarations() {}

    private static CelType type(String name) {
        return StructTypeReference.create("kubernetes.authorization." + name);
    }

    private static CelFunctionDecl member(String name, String id, CelType result, CelType... of) {
        return CelFunctionDecl.newFunctionDeclaration(name, CelOverloadDecl.newMemberOverload(id, result, List.of(of)));
    }
}
