package drydock.app.commands;

import drydock.app.action.Action;
import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Everything that the command palette could offer at a moment.
///
/// @param commands in the order of the menus
/// @param recent the ids of the commands that were used last, the latest first
/// @param objects all that can be gone to
record Offer(List<Entry.Command> commands, List<String> recent, Collection<ResourceId> objects) {

    /// How many objects are offered at most: more is what the field over the canvas is for.
    private static final int MOST_OBJECTS = 30;

    private record Scored(Entry entry, int score) {}

    /// What fits `typed`: commands used last before others that fit as well, commands before objects that fit as well.
    /// Without a text every command, the latest first, and no object.
    List<Entry> matching(String typed) {
        List<Scored> fitting = new ArrayList<>();
        Stream.concat(
                        commands.stream()
                                .filter(command ->
                                        recent.contains(command.action().id()))
                                .sorted(Comparator.comparingInt(command ->
                                        recent.indexOf(command.action().id()))),
                        commands.stream()
                                .filter(command ->
                                        !recent.contains(command.action().id())))
                .forEach(command -> fitting.add(new Scored(command, score(typed, command))));
        if (!typed.isBlank()) {
            objects.stream()
                    .map(object -> new Scored(new Entry.GoTo(object), Fuzzy.score(typed, object.name())))
                    .filter(scored -> scored.score() > 0)
                    .sorted(Comparator.comparingInt(Scored::score).reversed())
                    .limit(MOST_OBJECTS)
                    .forEach(fitting::add);
        }
        return fitting.stream()
                .filter(scored -> scored.score() > 0)
                .sorted(Comparator.comparingInt(Scored::score).reversed())
                .map(Scored::entry)
                .toList();
    }

    private static int score(String typed, Entry.Command command) {
        Action action = command.action();
        return Math.max(Fuzzy.score(typed, action.text().get()), Fuzzy.score(typed, command.english()));
    }
}
