package drydock.sim.kubectl;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.Query;
import drydock.model.cluster.Subscription;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
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
                Flag.SELECTOR,
                Flag.ALL,
                new Flag("--cascade", '\0', Flag.Kind.TEXT, "background", "'background'"),
                Flag.whole("--grace-period", -1),
                Flag.onOff("--now"),
                Flag.onOff("--force"),
                new Flag("--wait", '\0', Flag.Kind.SWITCH, "true", "true"));
    }

    @Override
    public List<String> usage() {
        return List.of(
                "delete TYPE NAME ...", "delete TYPE/NAME ...", "delete TYPE [-l label | --all]", "delete -f FILENAME");
    }

    @Override
    public void run(Invocation command) {
        List<ResourceId> objects = objects(command);
        if (objects.isEmpty()) {
            command.print("No resources found");
            command.done().accept(0);
            return;
        }
        Deletion deletion = new Deletion(grace(command), propagation(command));
        for (ResourceId id : objects) {
            command.cluster().delete(id, deletion);
        }
        boolean waits = command.arguments().isOn("--wait", true);
        new Waiting(command, objects, waits).begin();
    }

    private static List<ResourceId> objects(Invocation command) {
        CommandArguments arguments = command.arguments();
        if (!arguments.values("--filename").isEmpty()) {
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
        if (selector.isPresent() || arguments.isOn("--all")) {
            List<ResourceId> ids = new ArrayList<>();
            for (String name : String.join(",", arguments.words()).split(",", -1)) {
                Query query = Query.in(command.kind(name), command.namespace()).withLabels(selector.orElse(""));
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
                .map(v -> OptionalLong.of(Long.parseLong(v)))
                .orElse(OptionalLong.empty());
    }

    /// Waits for the objects to go, one after the other, and says of each that it is deleted.
    private static final class Waiting {

        private final Invocation command;
        private final List<ResourceId> left;
        private final boolean waits;

        Waiting(Invocation command, List<ResourceId> objects, boolean waits) {
            this.command = command;
            this.left = new ArrayList<>(objects);
            this.waits = waits;
        }

        void begin() {
            for (ResourceId id : left) {
                String in = id.namespace().isEmpty() ? "" : " from " + id.namespace() + " namespace";
                String kind = Invocation.shortName(id).replaceFirst("/.*", "");
                command.print(kind + " \"" + id.name() + "\" deleted" + in);
            }
            next();
        }

        private void next() {
            left.removeIf(id -> !waits || command.cluster().get(id).isEmpty());
            if (left.isEmpty()) {
                command.done().accept(0);
                return;
            }
            ResourceId id = left.getFirst();
            ResourceKind kind = command.kindOf(id).orElseThrow();
            Subscription[] watch = new Subscription[1];
            boolean[] over = {false};
            watch[0] = command.cluster()
                    .watch(Query.in(kind, id.namespace()).withFields("metadata.name=" + id.name()), event -> {
                        boolean gone = event instanceof ClusterEvent.Deleted
                                || (event instanceof ClusterEvent.Synced
                                        && command.cluster().get(id).isEmpty());
                        if (gone && !over[0]) {
                            over[0] = true;
                            if (watch[0] != null) {
                                watch[0].close();
                            }
                            next();
                        }
                    });
            command.held(watch[0]);
        }
    }
}
