package drydock.app.editor;

import drydock.app.editor.TextQuery.Match;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.manifest.ManifestFile;
import drydock.model.manifest.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Duration;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/// A search in the text that is shown, and what it has found in the text's present state.
///
/// It runs in the background and is given up after three seconds.
final class TextSearch {

    private static final String OWNER = "found";
    private static final Duration LIMIT = Duration.seconds(3);

    /// So many places are marked in the text; all are counted, gone to and replaced.
    private static final int MOST_MARKED = 10_000;

    private final Workspace workspace;
    private final CodeArea area;
    private final TextInStep text;
    private final LineStyles styles;
    private final Messages messages = Messages.of(TextSearch.class);
    private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper(this, "result", "");
    private @Nullable TextQuery query;
    private @Nullable ManifestFile searched;
    private @Nullable ManifestFile searching;
    private List<Match> matches = List.of();

    /// What is to be done once the search that runs has ended well.
    private List<Runnable> uses = new ArrayList<>();

    private AtomicBoolean stopped = new AtomicBoolean();
    private boolean failed;

    TextSearch(Workspace workspace, CodeArea area, TextInStep text, LineStyles styles) {
        this.workspace = workspace;
        this.area = area;
        this.text = text;
        this.styles = styles;
        area.plainTextChanges().subscribe(_ -> workspace.tasks().onScreen(() -> withMatches(() -> {})));
        area.selectionProperty().subscribe(_ -> tell());
    }

    /// What is told of the search: "3 of 17", or what is wrong with it.
    ReadOnlyStringProperty resultProperty() {
        return result.getReadOnlyProperty();
    }

    /// Looks for something else, and goes to the first place behind `from`.
    void search(TextQuery next, int from) {
        query = next;
        searched = null;
        searching = null;
        withMatches(() -> go(at -> at.start() >= from, true));
    }

    /// Looks for nothing any more.
    void end() {
        query = null;
        stopped.set(true);
        show(null, List.of(), "");
    }

    void next() {
        int from = area.getSelection().getEnd();
        withMatches(() -> go(at -> at.start() >= from, true));
    }

    void previous() {
        int from = area.getSelection().getStart();
        withMatches(() -> go(at -> at.start() < from, false));
    }

    /// Replaces the place that is selected and goes to the next; goes there only, if none is selected.
    void replace(String replacement) {
        withMatches(() -> {
            Optional<Match> current = current();
            current.ifPresent(match -> change(List.of(match), replacement)
                    .ifPresent(edits -> area.moveTo(
                            match.start() + edits.getFirst().replacement().length())));
            next();
        });
    }

    void replaceAll(String replacement) {
        withMatches(() -> change(matches, replacement)
                .ifPresent(edits -> workspace.messageProperty().set(messages.get("find.replaced", edits.size()))));
    }

    private Optional<List<TextEdit>> change(List<Match> places, String replacement) {
        if (query == null || places.isEmpty()) {
            return Optional.empty();
        }
        try {
            List<TextEdit> edits = query.replacing(text.ends().shown(), places, replacement);
            return text.change(edits, "edit.replaceText") ? Optional.of(edits) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
            result.set(messages.get("find.wrongReplacement", String.valueOf(wrong.getMessage())));
            return Optional.empty();
        }
    }

    /// Does something with the places in the text as it is now, at once if they are known.
    private void withMatches(Runnable use) {
        TextQuery wanted = query;
        ManifestFile file = text.file().orElse(null);
        if (wanted == null || file == null) {
            return;
        }
        if (file == searched) {
            use.run();
            return;
        }
        if (file == searching) {
            uses.add(use);
            return;
        }
        stopped.set(true);
        searching = file;
        uses = new ArrayList<>(List.of(use));
        AtomicBoolean stop = new AtomicBoolean();
        stopped = stop;
        LineEnds ends = text.ends();
        PauseTransition limit = new PauseTransition(LIMIT);
        limit.setOnFinished(_ -> {
            if (!stop.getAndSet(true)) {
                fail(file, messages.get("find.tooLong"));
            }
        });
        limit.play();
        workspace
                .tasks()
                .work(() -> wanted.in(ends.shown(), stop::get))
                .then(found -> {
                    limit.stop();
                    if (!stop.get()) {
                        show(file, found, "");
                        uses.forEach(Runnable::run);
                    }
                })
                .otherwise(fault -> {
                    limit.stop();
                    if (!stop.get()) {
                        fail(file, reason(fault));
                    }
                })
                .start();
    }

    private String reason(Exception fault) {
        return switch (fault) {
            case PatternSyntaxException wrong ->
                messages.get("find.wrong", wrong.getDescription(), wrong.getIndex() + 1);
            case CancellationException _ -> messages.get("find.tooLong");
            default -> throw new IllegalStateException("the search failed", fault);
        };
    }

    private void fail(ManifestFile file, String reason) {
        show(file, List.of(), reason);
    }

    private void show(@Nullable ManifestFile file, List<Match> found, String problem) {
        searched = file;
        searching = null;
        matches = found;
        failed = !problem.isEmpty();
        styles.mark(
                OWNER,
                found.stream()
                        .limit(MOST_MARKED)
                        .map(match -> new Marked(match.start(), match.end(), OWNER))
                        .toList());
        if (failed) {
            result.set(problem);
        } else {
            tell();
        }
    }

    /// Selects the first match that `wanted` accepts, or the last; where there is none it begins at the other end.
    private void go(Function<Match, Boolean> wanted, boolean forwards) {
        List<Match> order = forwards ? matches : matches.reversed();
        order.stream()
                .filter(wanted::apply)
                .findFirst()
                .or(() -> order.stream().findFirst())
                .ifPresent(match -> {
                    area.selectRange(match.start(), match.end());
                    area.requestFollowCaret();
                });
    }

    private Optional<Match> current() {
        Match selected =
                new Match(area.getSelection().getStart(), area.getSelection().getEnd());
        return matches.contains(selected) ? Optional.of(selected) : Optional.empty();
    }

    private void tell() {
        if (failed) {
            return;
        }
        if (query == null || query.words().isEmpty()) {
            result.set("");
            return;
        }
        int start = area.getSelection().getStart();
        int end = area.getSelection().getEnd();
        int index = IntStream.range(0, matches.size())
                .filter(i -> matches.get(i).equals(new Match(start, end)))
                .findFirst()
                .orElse(-1);
        result.set(
                index >= 0
                        ? messages.get("find.place", index + 1, matches.size())
                        : messages.get("find.count", matches.size()));
    }
}
