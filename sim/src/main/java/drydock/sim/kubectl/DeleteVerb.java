package drydock.sim.kubectl;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.store.DeleteOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// `delete`: by name, by label, or what files describe; waits until it is gone.
final class DeleteVerb implements Verb {

    @Override
    public List<Flag> flags() {
        return List.of(
                Flag.FILENAME,
                Flag.KUSTOMIZE,
                Flag.SELECTOR,
                Flag.ALL,
                Flag.ALL_NAMESPACES,
                Flag.text("--field-selector"),
                Flag.onOff("--ignore-not-found"),
                Flag.text("--timeout"),
                Flag.DRY_RUN,
                Flag.OUTPUT,
                new Flag("--cascade", '\0', Flag.Kind.TEXT, "background", "'background'"),
                Flag.whole("--grace-period", -1),
                Flag.onOff("--now"),
                Flag.onOff("--force"),
                new Flag("--wait", '\0', Flag.Kind.SWITCH, "true", "true"));
    }

    @Override
    public List<String> usage() {
        return List.of(
                "delete TYPE NAME ...",
                "delete TYPE/NAME ...",
                "delete TYPE [-l label | --all]",
                "delete (-f FILENAME | -k DIRECTORY)");
    }

    @Override
    public void run(Invocation command) {
        List<ResourceId> objects = objects(command);
        if (objects.isEmpty()) {
            command.print("No resources found");
            command.done().accept(0);
            return;
        }
        if (command.arguments().isOn("--force")) {
            command.printError(
                    "Warning: Immediate deletion does not wait for confirmation that the running resource has"
                            + " been terminated. The resource may continue to run on the cluster indefinitely.");
        }
        command.warnOfAll(objects);
        Deletion deletion = new Deletion(grace(command), propagation(command));
        Creation.Extent extent = Creation.extent(command);
        List<ResourceId> going = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        for (ResourceId id : objects) {
            try {
                switch (extent) {
                    case WHOLE -> {
                        command.cluster().delete(id, deletion);
                        going.add(id);
                    }
                    case CLIENT -> Targets.find(command, id);
                    case SERVER ->
                        ServerSideApply.server(command)
                                .requests()
                                .delete(id, new DeleteOptions(deletion, deletion.uid(), "", true));
                }
                tell(command, id, deletion, extent);
            } catch (ClusterException refused) {
                if (refused.code() != 404 || !command.arguments().isOn("--ignore-not-found")) {
                    refusals.add(Refused.words(refused));
                }
            }
        }
        boolean waits = command.arguments().isOn("--wait", true);
        Runnable end = () -> {
            if (refusals.isEmpty()) {
                command.done().accept(0);
            } else {
                command.fail(String.join("\n", refusals));
            }
        };
        if (waits) {
            Gone.await(command, going, end);
        } else {
            end.run();
        }
    }

    private static void tell(Invocation command, ResourceId id, Deletion deletion, Creation.Extent extent) {
        boolean named =
                command.arguments().flag("--output").filter("name"::equals).isPresent();
        if (named) {
            command.print(Invocation.shortName(id));
            return;
        }
        boolean forced = deletion.graceSeconds().equals(OptionalLong.of(0));
        String in = id.namespace().isEmpty() ? "" : " from " + id.namespace() + " namespace";
        String kind = Invocation.shortName(id).replaceFirst("/.*", "");
        command.print(kind + " \"" + id.name() + "\" " + (forced ? "force deleted" : "deleted") + in + extent.said());
    }

    private static List<ResourceId> objects(Invocation command) {
        CommandArguments arguments = command.arguments();
        if (Manifests.areGiven(arguments)) {
            return Manifests.of(command).stream()
                    .map(object -> {
                        ResourceId id = ResourceId.of(object);
                        boolean names = object.getMetadata().getNamespace() != null
                                || id.namespace().isEmpty();
                        return names ? id : command.id(Kinds.of(object), id.name());
                    })
                    .toList();
        }
        Optional<String> selector = arguments.flag("--selector");
        Optional<String> fields = arguments.flag("--field-selector");
        if (selector.isPresent() || fields.isPresent() || arguments.isOn("--all")) {
            List<ResourceId> ids = new ArrayList<>();
            for (String name : String.join(",", arguments.words()).split(",", -1)) {
                ResourceKind kind = command.kind(name);
                Query query = (arguments.isOn("--all-namespaces")
                                ? Query.all(kind)
                                : Query.in(kind, command.namespace()))
                        .withLabels(selector.orElse(""))
                        .withFields(fields.orElse(""));
                command.cluster().list(query).forEach(object -> ids.add(ResourceId.of(object)));
            }
            return ids;
        }
        List<ResourceId> ids = ObjectNames.of(command);
        if (ids.isEmpty()) {
            throw new CommandFailure("error: resource(s) were provided, but no name was specified");
        }
        return ids;
    }

    private static Deletion.Propagation propagation(Invocation command) {
        String wanted = command.arguments().flag("--cascade").orElse("background");
        return switch (wanted) {
            case "background", "true" -> Deletion.Propagation.BACKGROUND;
            case "foreground" -> Deletion.Propagation.FOREGROUND;
            case "orphan", "false" -> Deletion.Propagation.ORPHAN;
            default ->
                throw new CommandFailure("error: invalid cascade value (" + wanted
                        + "). Must be \"background\", \"foreground\", or \"orphan\"");
        };
    }

    private static OptionalLong grace(Invocation command) {
        if (command.arguments().isOn("--now")) {
            return OptionalLong.of(1);
        }
        if (command.arguments().isOn("--force")) {
            return OptionalLong.of(0);
        }
        return command.arguments()
                .flag("--grace-period")
                .filter(v -> v.matches("\\d{1,9}"))
                .map(v -> OptionalLong.of(Math.max(1, Long.parseLong(v))))
                .orElse(OptionalLong.empty());
    }
}
