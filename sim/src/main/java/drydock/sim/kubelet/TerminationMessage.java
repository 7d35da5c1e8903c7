package drydock.sim.kubelet;

import io.fabric8.kubernetes.api.model.Container;
import java.util.Objects;

/// What a container says of its end: what it has written to the file that is meant for that, or, if it failed and wrote
/// nothing there and wishes it so, the end of its log (`pkg/kubelet/kuberuntime/kuberuntime_container.go`,
/// convertToKubeContainerStatus).
final class TerminationMessage {

    private static final int MOST_OF_FILE = 4_096;
    private static final int MOST_OF_LOG = 2_048;
    private static final int MOST_LINES = 80;

    private TerminationMessage() {}

    /// The last characters of it; empty if it says nothing.
    static String of(Container container, drydock.sim.container.Container ended, int code) {
        String path = Objects.requireNonNullElse(container.getTerminationMessagePath(), "");
        String written = path.isEmpty() ? "" : ended.written(path).orElse("");
        if (!written.isEmpty()) {
            return last(written, MOST_OF_FILE);
        }
        boolean fallsBack = "FallbackToLogsOnError".equals(container.getTerminationMessagePolicy());
        return fallsBack && code != 0 ? last(lastLines(ended.log()), MOST_OF_LOG) : "";
    }

    private static String lastLines(String log) {
        int from = log.length();
        for (int lines = 0; lines <= MOST_LINES && from > 0; lines++) {
            from = log.lastIndexOf('\n', from - 1);
        }
        return log.substring(Math.max(0, from + 1));
    }

    private static String last(String text, int most) {
        return text.substring(Math.max(0, text.length() - most));
    }
}
