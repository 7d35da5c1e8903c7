package drydock.sim.kubectl;

import drydock.model.cluster.ContainerAccess;
import drydock.model.cluster.ContainerAccess.LogWish;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// `logs POD [-c CONTAINER] [-f] [-p]` (`kubectl/pkg/cmd/logs/logs.go`).
final class LogsVerb implements Verb {

    private static final int TAIL_OF_SELECTED = 10;

    @Override
    public List<Flag> flags() {
        return List.of(
                Flag.text("--container", 'c'),
                Flag.onOff("--follow", 'f'),
                Flag.onOff("--previous", 'p'),
                Flag.whole("--tail", -1),
                Flag.text("--since"),
                Flag.text("--since-time"),
                Flag.onOff("--timestamps"),
                Flag.onOff("--prefix"),
                Flag.SELECTOR,
                Flag.onOff("--all-containers"),
                Flag.onOff("--all-pods"));
    }

    @Override
    public List<String> usage() {
        return List.of("logs (POD | TYPE/NAME) [-f] [-p] [-c CONTAINER]", "logs -l SELECTOR [--all-containers]");
    }

    /// One log among those that are told.
    private record Source(ResourceId pod, String container) {}

    @Override
    public void run(Invocation command) {
        try {
            tell(command);
        } catch (PodContainers.MissingException missing) {
            throw new CommandFailure("error: error from server (NotFound): " + missing.what() + " in namespace \""
                    + command.namespace() + "\"");
        }
    }

    private static void tell(Invocation command) {
        CommandArguments arguments = command.arguments();
        boolean selects = arguments.flag("--selector").isPresent();
        if (!selects && arguments.words().isEmpty()) {
            throw new CommandFailure("error: expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\n"
                    + "POD or TYPE/NAME is a required argument for the logs command");
        }
        if (selects && !arguments.words().isEmpty()) {
            throw new CommandFailure("error: only a selector (-l) or a POD name is allowed");
        }
        if (arguments.isOn("--all-containers") && arguments.flag("--container").isPresent()) {
            throw new CommandFailure("error: --all-containers=true should not be specified with container name");
        }
        List<Source> sources = sources(command, pods(command, selects));
        if (sources.isEmpty()) {
            command.printError("No resources found in " + command.namespace() + " namespace.");
            command.done().accept(0);
            return;
        }
        LogWish wish = wish(command, selects);
        boolean prefix = arguments.isOn("--prefix");
        if (wish.follow() && sources.size() > 1) {
            together(command, sources, wish, prefix);
        } else {
            next(command, sources, 0, wish, prefix);
        }
    }

    private static List<Pod> pods(Invocation command, boolean selects) {
        CommandArguments arguments = command.arguments();
        if (selects) {
            Query query = new Query(
                    Kinds.POD, command.namespace(), arguments.flag("--selector").orElse(""), "");
            return command.cluster().list(query).stream().map(Pod.class::cast).toList();
        }
        List<Pod> pods = PodContainers.pods(command, arguments.words().getFirst());
        if (pods.isEmpty()) {
            throw new CommandFailure("error: timed out waiting for the condition");
        }
        if (pods.size() > 1 && !arguments.isOn("--all-pods")) {
            command.printError("Found " + pods.size() + " pods, using pod/"
                    + pods.getFirst().getMetadata().getName());
            return pods.subList(0, 1);
        }
        return pods;
    }

    private static List<Source> sources(Invocation command, List<Pod> pods) {
        CommandArguments arguments = command.arguments();
        Optional<String> named = arguments
                .flag("--container")
                .or(() -> arguments.words().size() > 1
                        ? Optional.of(arguments.words().get(1))
                        : Optional.empty());
        List<Source> sources = new ArrayList<>();
        for (Pod pod : pods) {
            ResourceId id = ResourceId.of(pod);
            if (arguments.isOn("--all-containers")) {
                PodContainers.all(pod).map(Container::getName).forEach(name -> sources.add(new Source(id, name)));
            } else {
                sources.add(new Source(
                        id,
                        PodContainers.container(command, pod, named, "error: container %s is not valid for pod %s")));
            }
        }
        return sources;
    }

    private static LogWish wish(Invocation command, boolean selects) {
        CommandArguments arguments = command.arguments();
        int tail = arguments.flag("--tail").map(Integer::parseInt).orElse(selects ? TAIL_OF_SELECTED : -1);
        if (tail < -1) {
            throw new CommandFailure("error: --tail must be greater than or equal to -1");
        }
        return new LogWish(
                arguments.isOn("--previous"),
                arguments.isOn("--follow"),
                tail < 0 ? OptionalInt.empty() : OptionalInt.of(tail),
                since(command),
                arguments.isOn("--timestamps"));
    }

    private static Optional<Instant> since(Invocation command) {
        Optional<String> time = command.arguments().flag("--since-time");
        if (time.isPresent()) {
            try {
                return Optional.of(Instant.parse(time.get()));
            } catch (DateTimeParseException wrong) {
                throw new CommandFailure("error: parsing time \"" + time.get() + "\" as \"2006-01-02T15:04:05Z07:00\": "
                        + wrong.getMessage());
            }
        }
        return command.arguments()
                .flag("--since")
                .map(text -> command.cluster().now().minus(duration(text)));
    }

    private static Duration duration(String text) {
        if (!text.matches("(\\d{1,9}(\\.\\d+)?(ms|s|m|h))+")) {
            throw new CommandFailure("error: invalid argument \"" + text + "\" for \"--since\" flag: time: invalid"
                    + " duration \"" + text + "\"\nSee 'kubectl logs --help' for usage.");
        }
        double seconds = 0;
        var matcher = Pattern.compile("([\\d.]+)(ms|s|m|h)").matcher(text);
        while (matcher.find()) {
            double unit = switch (matcher.group(2)) {
                case "ms" -> 0.001;
                case "s" -> 1;
                case "m" -> 60;
                default -> 3600;
            };
            seconds += Double.parseDouble(matcher.group(1)) * unit;
        }
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    /// One log after the other.
    private static void next(Invocation command, List<Source> sources, int index, LogWish wish, boolean prefix) {
        if (index == sources.size()) {
            command.done().accept(0);
        } else {
            tell(command, sources.get(index), wish, prefix, () -> next(command, sources, index + 1, wish, prefix));
        }
    }

    private static void together(Invocation command, List<Source> sources, LogWish wish, boolean prefix) {
        AtomicInteger left = new AtomicInteger(sources.size());
        for (Source source : sources) {
            tell(command, source, wish, prefix, () -> {
                if (left.decrementAndGet() == 0) {
                    command.done().accept(0);
                }
            });
        }
    }

    private static void tell(Invocation command, Source source, LogWish wish, boolean prefix, Runnable end) {
        ContainerAccess access = PodContainers.access(command);
        String before = prefix ? "[pod/" + source.pod().name() + "/" + source.container() + "] " : "";
        Consumer<String> out = text -> command.out().accept(before + text);
        command.held(access.log(source.pod(), source.container(), wish, out, broken -> {
            broken.ifPresent(said -> command.printError("error: " + said));
            end.run();
        }));
    }
}
