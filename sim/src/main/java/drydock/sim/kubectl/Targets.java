package drydock.sim.kubectl;

import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The objects that a command is about: those of files, those that labels choose, all of a kind, or those it names
/// (`cli-runtime/pkg/resource/builder.go`).
final class Targets {

    private Targets() {}

    /// @throws CommandFailure if none is named
    /// @throws drydock.model.cluster.ClusterException 404 if one is not there
    static List<HasMetadata> of(Invocation command) {
        List<HasMetadata> objects = found(command);
        command.warnOfAll(objects.stream().map(ResourceId::of).toList());
        return objects;
    }

    /// The same without a warning.
    static List<HasMetadata> found(Invocation command) {
        CommandArguments arguments = command.arguments();
        List<String> words = arguments.words();
        if (Manifests.areGiven(arguments)) {
            return Manifests.inNamespace(command).stream()
                    .map(manifest -> find(command, ResourceId.of(manifest.object())))
                    .toList();
        }
        if (words.isEmpty()) {
            throw new CommandFailure("error: required resource not specified");
        }
        Optional<String> selector = arguments.flag("--selector");
        boolean named = words.size() > 1 || words.getFirst().contains("/");
        if (named) {
            return ObjectNames.of(command).stream().map(id -> find(command, id)).toList();
        }
        if (selector.isEmpty() && !arguments.isOn("--all") && !arguments.isOn("--all-namespaces")) {
            throw new CommandFailure("error: resource(s) were provided, but no name was specified");
        }
        return chosen(command, words.getFirst(), selector.orElse(""));
    }

    private static List<HasMetadata> chosen(Invocation command, String kinds, String selector) {
        List<HasMetadata> objects = new ArrayList<>();
        for (String name : kinds.split(",", -1)) {
            var kind = command.kind(name);
            Query query = command.arguments().isOn("--all-namespaces")
                    ? Query.all(kind)
                    : Query.in(kind, command.namespace());
            objects.addAll(command.cluster().list(query.withLabels(selector)));
        }
        return objects;
    }

    static HasMetadata find(Invocation command, ResourceId id) {
        return command.cluster().get(id).orElseThrow(() -> GetVerb.notFound(id));
    }

    /// `deployments.apps`: how messages name the kind of an object.
    static String resource(HasMetadata object) {
        var kind = Kinds.of(object);
        return kind.group().isEmpty() ? kind.plural() : kind.plural() + "." + kind.group();
    }
}
