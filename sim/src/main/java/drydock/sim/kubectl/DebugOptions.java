package drydock.sim.kubectl;

import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `kubectl debug` was told to do (`kubectl/pkg/cmd/debug/debug.go DebugOptions`).
final class DebugOptions {

    static final List<Flag> FLAGS = List.of(
            Flag.FILENAME,
            Flag.onOff("--arguments-only"),
            Flag.onOff("--attach"),
            Flag.text("--container", 'c'),
            Flag.text("--copy-to"),
            Flag.onOff("--replace"),
            Flag.text("--env"),
            Flag.text("--image"),
            Flag.onOff("--keep-labels"),
            Flag.onOff("--keep-annotations"),
            Flag.onOff("--keep-liveness"),
            Flag.onOff("--keep-readiness"),
            Flag.onOff("--keep-startup"),
            new Flag("--keep-init-containers", '\0', Flag.Kind.SWITCH, "true", "true"),
            Flag.text("--set-image"),
            Flag.text("--image-pull-policy"),
            Flag.onOff("--stdin", 'i'),
            Flag.onOff("--quiet", 'q'),
            Flag.onOff("--same-node"),
            new Flag("--share-processes", '\0', Flag.Kind.SWITCH, "true", "true"),
            Flag.text("--target"),
            Flag.onOff("--tty", 't'),
            new Flag("--profile", '\0', Flag.Kind.TEXT, null, "'general'"));

    private final CommandArguments arguments;

    DebugOptions(CommandArguments arguments) {
        this.arguments = arguments;
    }

    boolean isOn(String flag) {
        return arguments.isOn(flag);
    }

    private Optional<String> text(String flag) {
        return arguments.flag(flag).filter(value -> !value.isEmpty());
    }

    /// The words that name what is debugged.
    List<String> names() {
        return arguments.words().subList(0, arguments.beforeDashes());
    }

    /// The program, or with `--arguments-only` its arguments.
    List<String> words() {
        return arguments
                .words()
                .subList(arguments.beforeDashes(), arguments.words().size());
    }

    boolean areArguments() {
        return isOn("--arguments-only");
    }

    boolean isInteractive() {
        return isOn("--stdin");
    }

    boolean isTerminal() {
        return isOn("--tty");
    }

    boolean isQuiet() {
        return isOn("--quiet");
    }

    boolean attaches() {
        return arguments.isOn("--attach", isInteractive());
    }

    boolean keepsInitContainers() {
        return arguments.isOn("--keep-init-containers", true);
    }

    /// Whether the copy's containers see each other's processes; empty if it was not said.
    Optional<Boolean> sharesProcesses() {
        return arguments.flag("--share-processes").map(_ -> isOn("--share-processes"));
    }

    Optional<String> container() {
        return text("--container");
    }

    Optional<String> copyTo() {
        return text("--copy-to");
    }

    Optional<String> image() {
        return text("--image");
    }

    /// The container whose processes the ephemeral one sees.
    Optional<String> target() {
        return text("--target");
    }

    Optional<String> pullPolicy() {
        return text("--image-pull-policy");
    }

    /// The images that containers are given, `*` for all others.
    Map<String, String> images() {
        return pairs("--set-image");
    }

    List<EnvVar> environment() {
        return pairs("--env").entrySet().stream()
                .map(pair -> new EnvVar(pair.getKey(), pair.getValue(), null))
                .toList();
    }

    DebugProfile profile() {
        return DebugProfile.of(arguments.flag("--profile").orElse("general"));
    }

    private Map<String, String> pairs(String flag) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String value : arguments.values(flag)) {
            for (String pair : value.split(",", -1)) {
                int equals = pair.indexOf('=');
                if (equals < 0) {
                    throw new CommandFailure("error: invalid argument \"" + value + "\" for \"" + flag + "\" flag: "
                            + pair + " must be formatted as key=value");
                }
                pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return pairs;
    }

    /// (`debug.go Validate`)
    ///
    /// @throws CommandFailure if what was said does not go together
    void validate() {
        pairs("--env");
        if (isOn("--attach") && image().isEmpty() && container().isEmpty()) {
            throw new CommandFailure(
                    "error: you must specify --container or create a new container using --image in order to attach.");
        }
        if (copyTo().isPresent()) {
            validateCopy();
        } else {
            only("--replace");
            only("--same-node");
            if (!images().isEmpty()) {
                throw new CommandFailure("error: --set-image may only be used with --copy-to.");
            }
            if (image().isEmpty()) {
                throw new CommandFailure("error: you must specify --image when not using --copy-to.");
            }
        }
        image().filter(image -> !RunVerb.isImage(image)).ifPresent(image -> {
            throw new CommandFailure("error: invalid image name \"" + image + "\": invalid reference format");
        });
        if (names().isEmpty() && !Manifests.areGiven(arguments)) {
            throw new CommandFailure("error: NAME or filename is required for debug");
        }
        pullPolicy()
                .filter(policy -> !List.of("Always", "IfNotPresent", "Never").contains(policy))
                .ifPresent(policy -> {
                    throw new CommandFailure("error: invalid image pull policy: " + policy);
                });
        images().forEach((name, image) -> {
            if (!RunVerb.isImage(image)) {
                throw new CommandFailure("error: invalid image name \"" + image + "\" for container \"" + name
                        + "\": invalid reference format");
            }
        });
        if (target().isPresent() && copyTo().isPresent()) {
            throw new CommandFailure("error: --target is incompatible with --copy-to. Use --share-processes instead.");
        }
        if (isTerminal() && !isInteractive()) {
            throw new CommandFailure("error: -i/--stdin is required for containers with -t/--tty=true");
        }
    }

    private void validateCopy() {
        if (image().isEmpty() && images().isEmpty() && words().isEmpty()) {
            throw new CommandFailure("error: you must specify --image, --set-image or command arguments.");
        }
        if (!words().isEmpty() && container().isEmpty() && image().isEmpty()) {
            throw new CommandFailure(
                    "error: you must specify an existing container or a new image when specifying args.");
        }
    }

    private void only(String flag) {
        if (isOn(flag)) {
            throw new CommandFailure("error: " + flag + " may only be used with --copy-to.");
        }
    }
}
