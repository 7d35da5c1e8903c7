package drydock.sim.http;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterException;
import drydock.sim.access.Attempt;
import drydock.sim.access.Caller;
import drydock.sim.access.RoleBasedAccess;
import java.util.List;
import java.util.Locale;

/// Refuses what the roles in the cluster do not allow to who asks (`apiserver/pkg/endpoints/filters/authorization.go`).
final class Permission {

    private static final List<String> OVER_SOCKETS = List.of("exec", "attach", "portforward");

    private final Cluster cluster;

    Permission(Cluster cluster) {
        this.cluster = cluster;
    }

    /// @throws ClusterException 403 if `call` is not allowed
    void check(ApiCall call) {
        if (call.caller().equals(Caller.ADMINISTRATOR)) {
            return;
        }
        Attempt attempt = attempt(call);
        RoleBasedAccess.Decision decision = new RoleBasedAccess(cluster).decide(call.caller(), attempt);
        if (!decision.allowed()) {
            throw new ClusterException(403, "Forbidden", words(call.caller(), attempt, decision.reason()));
        }
    }

    /// (`apiserver/pkg/endpoints/request/requestinfo.go`)
    private static Attempt attempt(ApiCall call) {
        return ApiPath.parse(call.path())
                .<Attempt>map(path -> new Attempt.OnResource(
                        verb(call, path),
                        path.group(),
                        path.plural(),
                        path.subresource(),
                        path.plural().equals("namespaces") ? path.name() : path.namespace(),
                        path.name()))
                .orElseGet(() -> new Attempt.OnPath(call.method().toLowerCase(Locale.ROOT), call.path()));
    }

    private static String verb(ApiCall call, ApiPath path) {
        if (OVER_SOCKETS.contains(path.subresource())) {
            return "create";
        }
        return switch (call.method()) {
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> path.name().isEmpty() ? "deletecollection" : "delete";
            default -> {
                if (call.isOn("watch")) {
                    yield "watch";
                }
                yield path.name().isEmpty() ? "list" : "get";
            }
        };
    }

    /// (`apiserver/pkg/endpoints/handlers/responsewriters/errors.go`, `apimachinery/pkg/api/errors/errors.go`)
    private static String words(Caller caller, Attempt attempt, String reason) {
        String who = "User \"" + caller.name() + "\" cannot " + attempt.verb() + " ";
        String why = reason.isEmpty() ? "" : ": " + reason;
        return switch (attempt) {
            case Attempt.OnPath on -> "forbidden: " + who + "path \"" + on.path() + "\"" + why;
            case Attempt.OnResource on ->
                on.resource() + (on.group().isEmpty() ? "" : "." + on.group())
                        + (on.name().isEmpty() ? "" : " \"" + on.name() + "\"")
                        + " is forbidden: " + who + "resource \"" + on.resource()
                        + (on.subresource().isEmpty() ? "" : "/" + on.subresource())
                        + "\" in API group \"" + on.group() + "\""
                        + (on.namespace().isEmpty()
                                ? " at the cluster scope"
                                : " in the namespace \"" + on.namespace() + "\"")
                        + why;
        };
    }
}
