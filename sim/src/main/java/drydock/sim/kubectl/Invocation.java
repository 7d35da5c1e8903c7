package drydock.sim.kubectl;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.Subscription;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.metrics.Usages;
import drydock.sim.script.StartedCommand;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;

/// One command under way: what it was given, and whom it tells.
///
/// @param namespace the namespace of what names none
/// @param usages what Pods use; empty where the cluster does not tell
/// @param editing how texts are edited
/// @param started the command as one that can be stopped; empty where nobody could
/// @param done to be told the exit code, once
record Invocation(
        Cluster cluster,
        String namespace,
        FileReader files,
        Timer timer,
        Optional<Usages> usages,
        Editing editing,
        Optional<StartedCommand> started,
        CommandArguments arguments,
        Consumer<String> out,
        Consumer<String> err,
        IntConsumer done) {

    /// v1.33 and later.
    private static final Pattern VERSION = Pattern.compile("v1\\.(3[3-9]|[4-9]\\d|\\d{3,})\\D.*");

    /// The same command with other words.
    Invocation withWords(List<String> words) {
        return new Invocation(
                cluster, namespace, files, timer, usages, editing, started, arguments.withWords(words), out, err, done);
    }

    /// Keeps something open until the command ends, or is stopped if it can be.
    Subscription held(Subscription subscription) {
        started.ifPresent(command -> command.hold(subscription));
        return subscription;
    }

    /// Ends the command with a failure, after it has begun to wait.
    void fail(String message) {
        printError(message);
        done.accept(1);
    }

    void print(String line) {
        out.accept(line + "\n");
    }

    void printError(String line) {
        err.accept(line + "\n");
    }

    /// Passes on what an API server warns of when objects of `kind` are read or written: since v1.33, that Endpoints
    /// are superseded (`k8s.io/api/core/v1/zz_generated.prerelease-lifecycle.go`).
    void warnOf(ResourceKind kind) {
        boolean warns = kind.equals(Kinds.ENDPOINTS) && cluster.kinds().contains(Kinds.ENDPOINT_SLICE);
        if (warns && VERSION.matcher(cluster.info().version()).matches()) {
            printError("Warning: v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice");
        }
    }

    /// The same for all that a command asks about; each warning is passed on once (`client-go/rest/warnings.go`).
    void warnOfAll(Collection<ResourceId> objects) {
        objects.stream().flatMap(id -> kindOf(id).stream()).distinct().forEach(this::warnOf);
    }

    /// What defines the kind of `object`, if it is a custom one.
    Optional<CustomResourceDefinition> definition(HasMetadata object) {
        return definition(cluster, object);
    }

    static Optional<CustomResourceDefinition> definition(Cluster cluster, HasMetadata object) {
        ResourceId id = ResourceId.of(object);
        return object instanceof GenericKubernetesResource
                ? kindOf(cluster, id)
                        .map(kind ->
                                ResourceId.of(Kinds.CUSTOM_RESOURCE_DEFINITION, "", kind.plural() + "." + kind.group()))
                        .flatMap(cluster::get)
                        .map(CustomResourceDefinition.class::cast)
                : Optional.empty();
    }

    /// The kind that the user calls `name`, custom ones included.
    ResourceKind kind(String name) {
        return Kinds.named(name)
                .or(() -> Kinds.named(name, cluster.kinds()))
                .orElseThrow(
                        () -> new CommandFailure("error: the server doesn't have a resource type \"" + name + "\""));
    }

    /// The kind of `id`, custom ones included.
    Optional<ResourceKind> kindOf(ResourceId id) {
        return kindOf(cluster, id);
    }

    private static Optional<ResourceKind> kindOf(Cluster cluster, ResourceId id) {
        return Kinds.find(id.group(), id.kind())
                .or(() -> cluster.kinds().stream()
                        .filter(kind ->
                                kind.group().equals(id.group()) && kind.kind().equals(id.kind()))
                        .findFirst());
    }

    /// The object of `kind` called `name` in the command's namespace.
    ResourceId id(ResourceKind kind, String name) {
        return ResourceId.of(kind, namespace, name);
    }

    /// The same object in the command's namespace, if it lives in one at all.
    ResourceId id(ResourceId other) {
        return other.namespace().isEmpty()
                ? other
                : new ResourceId(other.group(), other.kind(), namespace, other.name());
    }

    /// How commands name an object: `pod/web`, `deployment.apps/web`.
    static String shortName(ResourceId id) {
        String kind = id.kind().toLowerCase(Locale.ROOT);
        return kind + (id.group().isEmpty() ? "" : "." + id.group()) + "/" + id.name();
    }
}
