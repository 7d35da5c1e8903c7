package drydock.app.simulation;

import drydock.app.timeline.TimeMark;
import drydock.sim.run.Input;
import drydock.sim.run.RecordedRun;
import drydock.sim.run.Recording;
import drydock.sim.script.Script;
import drydock.sim.store.Change;
import io.fabric8.kubernetes.api.model.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds what is worth a mark on the time bar: what a user did, and what a component warned of for the first time.
///
/// Belongs to the simulation's thread.
final class Marks {

    private static final Set<String> OWN = Set.of("fault", "traffic");
    private static final int MOST_MARKS = 5_000;

    private final RecordedRun run;
    private int seenChanges;
    private int seenInputs;
    private int found;

    Marks(RecordedRun run) {
        this.run = run;
    }

    /// The marks since the last call, the oldest first; after some thousands no more.
    List<TimeMark> next() {
        List<TimeMark> marks = new ArrayList<>();
        List<Recording.Timed> inputs = run.inputs();
        while (seenInputs < inputs.size()) {
            Recording.Timed input = inputs.get(seenInputs++);
            String text = text(input.input());
            if (!text.isEmpty()) {
                marks.add(new TimeMark(Duration.ofNanos(input.atNanos()), TimeMark.Kind.COMMAND, text));
            }
        }
        List<Change> log = run.simulation().cluster().log();
        while (seenChanges < log.size()) {
            Change change = log.get(seenChanges++);
            if (change.before() == null && change.after() instanceof Event event && "Warning".equals(event.getType())) {
                marks.add(new TimeMark(
                        Duration.ofNanos(change.atNanos()),
                        TimeMark.Kind.WARNING,
                        event.getReason() + ": " + event.getMessage()));
            }
        }
        List<TimeMark> told = marks.subList(0, Math.min(marks.size(), Math.max(0, MOST_MARKS - found)));
        found += told.size();
        return List.copyOf(told);
    }

    private static String command(List<String> words) {
        boolean own = !words.isEmpty() && (OWN.contains(words.getFirst()) || Script.OUTSIDE.contains(words.getFirst()));
        return (own ? "" : "kubectl ") + String.join(" ", words);
    }

    /// What the project holds at the start is no command.
    private static String text(Input input) {
        return switch (input) {
            case Input.Command(var words, var files) -> command(words);
            case Input.Stop(var command) -> "^C";
            case Input.Create(var object) -> "";
            case Input.Replace(var object) ->
                object.getKind() + " " + object.getMetadata().getName();
            case Input.ReplaceStatus(var object) ->
                object.getKind() + " " + object.getMetadata().getName();
            case Input.Change(var object, var patch) -> "patch " + object.kind() + " " + object.name();
            case Input.Apply(var object, var manager, var force) ->
                "apply " + object.getKind() + " " + object.getMetadata().getName();
            case Input.Scale(var object, var replicas) ->
                "scale " + object.kind() + " " + object.name() + " " + replicas;
            case Input.Delete(var object, var deletion) -> "delete " + object.kind() + " " + object.name();
        };
    }
}
