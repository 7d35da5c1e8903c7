package drydock.app.session;

import drydock.app.action.Action;
import drydock.app.action.Need;
import drydock.app.text.Messages;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.validation.KubernetesVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;

/// A way into the Pods of a real cluster, and whether the user is allowed it, as far as that is known.
///
/// It goes through a web socket, which begins with a GET: servers want the verb `get` for it, and since 1.35 `create`,
/// too (`pkg/registry/core/pod/rest/subresources.go`, AuthorizePodWebsocketUpgradeCreatePermission). `kubectl` with its
/// older protocol needs `create` only, so a user may be allowed that way and not this one.
///
/// @param subresource as `exec`
public record WayIn(KnownRights rights, String subresource) {

    private static final int CREATE_SINCE = 35;

    /// Why it cannot be gone.
    ///
    /// @param createAlone whether the user has the one right that older clients need
    public record Lacking(Right right, boolean createAlone) {

        /// What an action is called that cannot be done for want of it.
        public String named(String action) {
            return Messages.of(WayIn.class)
                    .get(createAlone ? "way.createAlone" : "way.lacking", action, right.verb(), right.resource());
        }
    }

    /// What the user lacks in a namespace; empty if nothing is known to lack.
    public Optional<Lacking> lacking(ClusterSession session, String namespace) {
        Right get = new Right("get", Kinds.POD, subresource, namespace);
        Right create = new Right("create", Kinds.POD, subresource, namespace);
        // both are asked for, so that both are known when this is asked again
        boolean mayGet = rights.of(session, get).allowed();
        boolean mayCreate = rights.of(session, create).allowed();
        List<Right> needed = wantsCreate(session) ? List.of(get, create) : List.of(get);
        return needed.stream()
                .filter(right -> !rights.of(session, right).allowed())
                .findFirst()
                .map(right -> new Lacking(right, !mayGet && mayCreate));
    }

    /// An action that goes this way to the Pods of an object, and says why where it cannot be done.
    ///
    /// @param obstacle what the action is called where it could not be done whatever the user may do
    public Action action(
            ClusterSession session,
            ResourceId object,
            String id,
            String name,
            Optional<String> obstacle,
            Runnable run) {
        ObservableBooleanValue allowed = Bindings.createBooleanBinding(
                () -> lacking(session, object.namespace()).isEmpty(), rights.versionProperty());
        return Action.of(id, name, run)
                .named(Bindings.createStringBinding(
                        () -> obstacle.orElseGet(() -> named(session, object, name)),
                        rights.versionProperty(),
                        session.writable()))
                .when(
                        Bindings.createBooleanBinding(
                                () -> obstacle.isEmpty()
                                        && allowed.get()
                                        && session.writable().get(),
                                allowed,
                                session.writable()),
                        Need.UNLOCKED);
    }

    private String named(ClusterSession session, ResourceId object, String name) {
        return lacking(session, object.namespace())
                .map(lacking -> lacking.named(name))
                .orElseGet(() -> session.writable().get()
                        ? name
                        : Messages.of(WayIn.class).get("way.readOnly", name));
    }

    private static boolean wantsCreate(ClusterSession session) {
        return Stream.of(session.info().version())
                .flatMap(version -> KubernetesVersion.parse(version).stream())
                .anyMatch(version -> version.atLeast(CREATE_SINCE));
    }
}
