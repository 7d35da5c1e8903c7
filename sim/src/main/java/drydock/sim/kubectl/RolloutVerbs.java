package drydock.sim.kubectl;

import drydock.model.cluster.Patch;
import drydock.model.resource.ResourceId;
import drydock.sim.kubectl.describe.Descriptions;
import drydock.sim.kubectl.rollout.Revisions;
import drydock.sim.kubectl.rollout.Revisions.Revision;
import drydock.sim.kubectl.rollout.Undo;
import drydock.sim.kubectl.text.JsonText;
import drydock.sim.kubectl.text.TabText;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.BiConsumer;

/// `rollout history|pause|restart|resume|status|undo` (`kubectl/pkg/cmd/rollout`).
final class RolloutVerbs {

    private static final String RESTARTED = "kubectl.kubernetes.io/restartedAt";

    private RolloutVerbs() {}

    static VerbGroup group() {
        Map<String, Verb> verbs = new LinkedHashMap<>();
        verbs.put("history", new Simple("history", List.of(Flag.whole("--revision", 0)), RolloutVerbs::history));
        verbs.put("pause", new Simple("pause", List.of(), RolloutVerbs::pause));
        verbs.put("restart", new Simple("restart", List.of(), RolloutVerbs::restart));
        verbs.put("resume", new Simple("resume", List.of(), RolloutVerbs::resume));
        verbs.put("status", new RolloutStatusVerb());
        verbs.put(
                "undo", new Simple("undo", List.of(Flag.whole("--to-revision", 0), Flag.DRY_RUN), RolloutVerbs::undo));
        return new VerbGroup("rollout", verbs);
    }

    /// One that does the same to each object, and tells in the end what went wrong with some.
    private record Simple(String name, List<Flag> own, BiConsumer<Invocation, HasMetadata> action) implements Verb {

        @Override
        public List<Flag> flags() {
            List<Flag> flags = new ArrayList<>(own);
            flags.addAll(List.of(Flag.FILENAME, Flag.KUSTOMIZE, Flag.SELECTOR));
            return flags;
        }

        @Override
        public List<String> usage() {
            return List.of("rollout " + name + " (TYPE NAME | TYPE/NAME)");
        }

        @Override
        public void run(Invocation command) {
            List<String> failures = new ArrayList<>();
            for (HasMetadata object : Targets.of(command)) {
                try {
                    action.accept(command, object);
                } catch (CommandFailure failure) {
                    failures.add(String.valueOf(failure.getMessage()));
                }
            }
            if (!failures.isEmpty()) {
                throw new CommandFailure(String.join("\n", failures));
            }
            command.done().accept(0);
        }
    }

    private static void history(Invocation command, HasMetadata object) {
        if (!Revisions.areKeptOf(object)) {
            throw new CommandFailure("error: no history viewer has been implemented for \"" + object.getKind() + "\"");
        }
        long number = number(command, "--revision");
        NavigableMap<Long, Revision> revisions = Revisions.of(command.cluster(), object);
        String name = Invocation.shortName(ResourceId.of(object));
        if (number > 0) {
            Revision revision = revisions.get(number);
            if (revision == null) {
                throw new CommandFailure("error: unable to find the specified revision");
            }
            command.print(name + " with revision #" + number);
            command.print(Descriptions.ofTemplate(revision.template()));
            return;
        }
        command.print(name + " ");
        if (revisions.isEmpty()) {
            command.print("No rollout history found.");
            return;
        }
        StringBuilder table = new StringBuilder("REVISION\tCHANGE-CAUSE\n");
        revisions
                .values()
                .forEach(revision -> table.append(revision.number())
                        .append('\t')
                        .append(revision.cause().orElse("<none>"))
                        .append('\n'));
        command.print(TabText.align(table.toString(), 0, 2));
    }

    private static void undo(Invocation command, HasMetadata object) {
        if (!Revisions.areKeptOf(object)) {
            throw new CommandFailure("error: no rollbacker has been implemented for \"" + object.getKind() + "\"");
        }
        long number = number(command, "--to-revision");
        if (Creation.extent(command) == Creation.Extent.CLIENT) {
            Revision revision = Undo.revision(command.cluster(), object, number)
                    .orElseThrow(() -> new CommandFailure("error: " + Undo.missing(object, number)));
            String words = object instanceof Deployment ? "" : "will roll back to ";
            Creation.print(command, object, words + Descriptions.ofTemplate(revision.template()));
            return;
        }
        switch (Undo.of(command.cluster(), object, number)) {
            case Undo.Failed(var problem) -> throw new CommandFailure("error: " + problem);
            case Undo.Skipped(var revision) ->
                Creation.print(
                        command,
                        object,
                        "skipped rollback (current template already matches revision " + revision + ")");
            case Undo.Change(var patch) ->
                Creation.print(command, Creation.patch(command, object, patch), "rolled back");
        }
    }

    private static void pause(Invocation command, HasMetadata object) {
        if (isPaused(object, "pausing")) {
            throw cannot(object, "is already paused");
        }
        patch(command, object, Map.of("spec", Map.of("paused", true)), "paused");
    }

    private static void resume(Invocation command, HasMetadata object) {
        if (!isPaused(object, "resuming")) {
            throw cannot(object, "is not paused");
        }
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("paused", null);
        patch(command, object, Map.of("spec", spec), "resumed");
    }

    private static void restart(Invocation command, HasMetadata object) {
        if (!Revisions.areKeptOf(object)) {
            throw cannot(object, "restarting is not supported");
        }
        if (object instanceof Deployment && isPaused(object, "restarting")) {
            throw cannot(object, "can't restart paused deployment (run rollout resume first)");
        }
        String now = command.cluster().now().truncatedTo(ChronoUnit.SECONDS).toString();
        Map<String, Object> metadata = Map.of("annotations", Map.of(RESTARTED, now));
        HasMetadata after =
                patch(command, object, Map.of("spec", Map.of("template", Map.of("metadata", metadata))), "");
        if (after.getMetadata().getResourceVersion().equals(object.getMetadata().getResourceVersion())) {
            throw new CommandFailure("error: failed to create patch for "
                    + object.getMetadata().getName()
                    + ": if restart has already been triggered within the past second, please wait before attempting to"
                    + " trigger another");
        }
        command.print(Invocation.shortName(ResourceId.of(object)) + " restarted");
    }

    private static boolean isPaused(HasMetadata object, String doing) {
        if (object instanceof Deployment deployment) {
            return Boolean.TRUE.equals(deployment.getSpec().getPaused());
        }
        throw cannot(object, doing + " is not supported");
    }

    private static HasMetadata patch(Invocation command, HasMetadata object, Map<String, Object> change, String done) {
        ResourceId id = ResourceId.of(object);
        HasMetadata after = command.cluster().patch(id, new Patch(Patch.Type.STRATEGIC, JsonText.compact(change)));
        if (!done.isEmpty()) {
            command.print(Invocation.shortName(id) + " " + done);
        }
        return after;
    }

    private static CommandFailure cannot(HasMetadata object, String why) {
        return new CommandFailure("error: " + Targets.resource(object) + " \""
                + object.getMetadata().getName() + "\" " + why);
    }

    private static long number(Invocation command, String flag) {
        long number = command.arguments().flag(flag).map(Long::parseLong).orElse(0L);
        if (number < 0) {
            throw new CommandFailure("error: revision must be a positive integer: " + number);
        }
        return number;
    }
}
