package drydock.sim.kubectl;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.ResourceId;
import drydock.sim.store.ApiServer;
import drydock.sim.store.WriteOptions;
import io.fabric8.kubernetes.api.model.HasMetadata;

/// `apply --server-side`: the server joins the manifest with what is there and remembers who has said what
/// (`kubectl/pkg/cmd/apply/apply.go`).
final class ServerSideApply {

    private static final String ADVICE = """

        Please review the fields above--they currently have other managers. Here
        are the ways you can resolve this warning:
        * If you intend to manage all of these fields, please re-run the apply
          command with the `--force-conflicts` flag.
        * If you do not intend to manage all of the fields, please edit your
          manifest to remove references to the fields that should keep their
          current managers.
        * You may co-own fields by updating your manifest to match the existing
          value; in this case, you'll become the manager if the other manager(s)
          stop managing the field (remove it from their configuration).
        See https://kubernetes.io/docs/reference/using-api/server-side-apply/#conflicts\
        """;

    private final Invocation command;
    private final String manager;
    private final boolean force;
    private final boolean dry;

    /// @param dry whether all is checked and nothing is kept
    ServerSideApply(Invocation command, boolean dry) {
        this.command = command;
        this.manager = command.arguments().flag("--field-manager").orElse("kubectl");
        this.force = command.arguments().isOn("--force-conflicts");
        this.dry = dry;
    }

    /// What was done.
    ///
    /// @throws CommandFailure if others have said otherwise
    String apply(HasMetadata object) {
        try {
            if (dry) {
                server(command).requests().apply(object, new WriteOptions(manager, true, force || isOwn(object)));
                return "serverside-applied (server dry run)";
            }
            command.cluster().apply(object, manager, force || isOwn(object));
            return "serverside-applied";
        } catch (ClusterException refused) {
            if (refused.code() != 409) {
                throw refused;
            }
            throw new CommandFailure("error: " + refused.getMessage() + ADVICE);
        }
    }

    /// Whether all that there is was said by kubectl's own client-side apply, whose fields it takes over without a word
    /// (`managedfields/internal/lastappliedmanager.go`).
    private boolean isOwn(HasMetadata object) {
        return manager.equals("kubectl")
                && command.cluster()
                        .get(ResourceId.of(object))
                        .filter(there -> LastApplied.isCurrent(there, object))
                        .isPresent();
    }

    /// The server as one that can be asked what would be.
    static ApiServer server(Invocation command) {
        if (command.cluster() instanceof ApiServer server) {
            return server;
        }
        throw new CommandFailure("error: --dry-run=server is available for simulated clusters only");
    }
}
