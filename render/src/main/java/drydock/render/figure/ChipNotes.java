package drydock.render.figure;

import drydock.render.scene.Mark.TextStyle;
import drydock.render.text.TextMeasure;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a chip says beside its container's name.
///
/// @param text how the container ended, when it is tried again, or what is pulled; empty where nothing is to be said
/// @param width how wide the text is
/// @param pulling whether its image is being pulled
/// @param probes the probes it has; none while `text` says that it does not run
record ChipNotes(String text, double width, boolean pulling, List<Probing> probes) {

    static final ChipNotes NONE = new ChipNotes("", 0, false, List.of());

    ChipNotes {
        probes = List.copyOf(probes);
    }

    static ChipNotes of(
            Container container,
            Optional<ContainerStatus> status,
            PodNews news,
            Instant now,
            Words words,
            TextMeasure measure) {
        Optional<ContainerRun> run = status.map(s -> ContainerRun.of(s, now));
        Optional<PodNews.Pull> pull = Optional.ofNullable(news.pulls().get(container.getName()))
                .filter(_ -> !(run.orElse(null) instanceof ContainerRun.Running)
                        && !(run.orElse(null) instanceof ContainerRun.Ended));
        String text = pull.map(p -> words.get("chip.pulling", Times.countdown(Duration.between(p.since(), now))))
                .orElseGet(() ->
                        run.map(r -> text(r, status.get(), news, now, words)).orElse(""));
        return new ChipNotes(
                text,
                text.isEmpty() ? 0 : measure.width(text, TextStyle.SMALL) + 1,
                pull.isPresent(),
                text.isEmpty() ? Probing.of(container, status, news) : List.of());
    }

    /// The same of an ephemeral container, which is called that where nothing else is to be said of it.
    ChipNotes ephemeral(Words words, TextMeasure measure) {
        if (!text.isEmpty()) {
            return this;
        }
        String word = words.get("chip.ephemeral");
        return new ChipNotes(word, measure.width(word, TextStyle.SMALL) + 1, pulling, List.of());
    }

    private static String text(ContainerRun run, ContainerStatus status, PodNews news, Instant now, Words words) {
        return switch (run) {
            case ContainerRun.Waiting(var _, var backOff) ->
                backOff.or(() -> news.pullAgain(status.getName(), now))
                        .map(b -> words.get("chip.again", Times.countdown(b.left())))
                        .orElse("");
            case ContainerRun.Ended _ -> ending(status.getState().getTerminated());
            case ContainerRun.Planned _, ContainerRun.Running _ -> "";
        };
    }

    /// `exit 3`, or why the runtime or the kubelet ended it, as `OOMKilled`; nothing of what ended well.
    static String ending(ContainerStateTerminated ended) {
        int code = ended.getExitCode() == null ? 0 : ended.getExitCode();
        String reason = ended.getReason() == null ? "" : ended.getReason();
        return reason.equals("Completed") && code == 0
                ? ""
                : reason.isEmpty() || reason.equals("Error") ? "exit " + code : reason;
    }
}
