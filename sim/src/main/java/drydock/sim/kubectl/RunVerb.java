package drydock.sim.kubectl;

import drydock.model.cluster.Patch;
import drydock.sim.kubectl.text.JsonText;
import drydock.sim.store.Patches;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// `run NAME --image=IMAGE`: a Pod of one container (`kubectl/pkg/cmd/run/run.go`, `pkg/generate/versioned/run.go`).
final class RunVerb implements Verb {

    private static final Set<String> RESTARTS = Set.of("Always", "OnFailure", "Never");
    private static final Set<String> PULLS = Set.of("Always", "IfNotPresent", "Never");
    private static final Pattern IMAGE = Pattern.compile(
            "[A-Za-z0-9][A-Za-z0-9._-]*(:\\d+)?(/[a-z0-9._-]+)*(:\\w[\\w.-]{0,127})?(@[A-Za-z0-9+._-]+:[0-9a-fA-F]{32,})?");

    @Override
    public List<Flag> flags() {
        List<Flag> flags = new ArrayList<>(Creation.FLAGS);
        flags.addAll(List.of(
                Flag.text("--image"),
                Flag.text("--image-pull-policy"),
                Flag.text("--port"),
                Flag.text("--labels", 'l'),
                Flag.text("--annotations"),
                Flag.text("--env"),
                Flag.text("--restart"),
                Flag.onOff("--command"),
                Flag.onOff("--expose"),
                Flag.text("--overrides"),
                Flag.text("--override-type"),
                Flag.onOff("--privileged"),
                Flag.onOff("--stdin", 'i'),
                Flag.onOff("--tty", 't'),
                Flag.onOff("--rm"),
                Flag.onOff("--attach"),
                Flag.onOff("--quiet", 'q'),
                Flag.text("--pod-running-timeout")));
        return flags;
    }

    @Override
    public List<String> usage() {
        return List.of(
                "run NAME --image=image [--env=\"key=value\"] [--port=port] [--dry-run=client] -- [args...]",
                "run NAME --image=image --command -- COMMAND [args...]");
    }

    @Override
    public void run(Invocation command) {
        CommandArguments arguments = command.arguments();
        String image = arguments
                .flag("--image")
                .orElseThrow(() -> new CommandFailure("error: required flag(s) \"image\" not set"));
        if (arguments.beforeDashes() == 0) {
            throw new CommandFailure("error: NAME is required for run");
        }
        if (!isImage(image)) {
            throw new CommandFailure("error: Invalid image name \"" + image + "\": invalid reference format");
        }
        if (arguments.isOn("--expose") && arguments.flag("--port").isEmpty()) {
            throw new CommandFailure("error: --port must be set when exposing a service");
        }
        boolean attaches = arguments.isOn("--attach", arguments.isOn("--stdin") || arguments.isOn("--tty"));
        if (arguments.isOn("--tty") && !arguments.isOn("--stdin")) {
            throw new CommandFailure("error: -i/--stdin is required for containers with -t/--tty=true");
        }
        if (arguments.isOn("--rm") && !attaches) {
            throw new CommandFailure("error: --rm should only be used for attached containers");
        }
        Pod pod = overridden(arguments, pod(command, arguments.words().getFirst(), image));
        if (arguments.isOn("--expose")) {
            Creation.create(command, service(command, pod), "created");
        }
        if (attaches && Creation.extent(command) == Creation.Extent.WHOLE) {
            new AttachedRun(command, command.cluster().create(pod)).begin();
            return;
        }
        Creation.create(command, pod, "created");
        command.done().accept(0);
    }

    /// Whether it has the form of an image's name (`distribution/reference`).
    static boolean isImage(String name) {
        return IMAGE.matcher(name).matches();
    }

    /// `pod` with what `--overrides` says otherwise (`kubectl/pkg/cmd/util/override_options.go`).
    private static Pod overridden(CommandArguments arguments, Pod pod) {
        Optional<String> overrides = arguments.flag("--overrides");
        if (overrides.isEmpty()) {
            return pod;
        }
        Patch.Type type = switch (arguments.flag("--override-type").orElse("merge")) {
            case "merge" -> Patch.Type.MERGE;
            case "json" -> Patch.Type.JSON;
            case "strategic" -> Patch.Type.STRATEGIC;
            case String other ->
                throw new CommandFailure(
                        "error: invalid override type: " + other + ", must be one of json|merge|strategic");
        };
        return (Pod) Patches.apply(pod, new Patch(type, JsonText.compact(PatchVerb.tree(overrides.get()))));
    }

    private static Pod pod(Invocation command, String name, String image) {
        CommandArguments arguments = command.arguments();
        var container = new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(Creation.namespace(command))
                .withLabels(arguments.flag("--labels").map(RunVerb::labels).orElse(Map.of("run", name)))
                .withAnnotations(pairs(arguments.values("--annotations"), "annotations"))
                .endMetadata()
                .withNewStatus()
                .endStatus()
                .withNewSpec()
                .withDnsPolicy("ClusterFirst")
                .withRestartPolicy(
                        one(arguments, "--restart", RESTARTS, "restart policy").orElse("Always"))
                .addNewContainer()
                .withName(name)
                .withImage(image)
                .withImagePullPolicy(one(arguments, "--image-pull-policy", PULLS, "image pull policy")
                        .orElse(null))
                .withEnv(environment(arguments.values("--env")))
                .withStdin(arguments.isOn("--stdin") ? true : null)
                .withStdinOnce(arguments.isOn("--stdin") ? true : null)
                .withTty(arguments.isOn("--tty") ? true : null)
                .withNewResources()
                .endResources();
        if (arguments.isOn("--privileged")) {
            container.withNewSecurityContext().withPrivileged(true).endSecurityContext();
        }
        List<String> words = arguments.words().subList(1, arguments.words().size());
        if (arguments.isOn("--command")) {
            container.withCommand(words);
        } else {
            container.withArgs(words);
        }
        arguments
                .flag("--port")
                .ifPresent(port ->
                        container.addNewPort().withContainerPort(port(port)).endPort());
        return container.endContainer().endSpec().build();
    }

    private static Service service(Invocation command, Pod pod) {
        int port = port(command.arguments().flag("--port").orElseThrow());
        return new ServiceBuilder()
                .withNewMetadata()
                .withName(pod.getMetadata().getName())
                .withNamespace(Creation.namespace(command))
                .endMetadata()
                .withNewSpec()
                .withSelector(pod.getMetadata().getLabels())
                .addNewPort()
                .withPort(port)
                .withProtocol("TCP")
                .withTargetPort(new IntOrString(port))
                .endPort()
                .endSpec()
                .build();
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}")) {
            throw new CommandFailure("error: strconv.Atoi: parsing \"" + text + "\": invalid syntax");
        }
        return Integer.parseInt(text);
    }

    private static Optional<String> one(CommandArguments arguments, String flag, Set<String> allowed, String what) {
        Optional<String> value = arguments.flag(flag).filter(given -> !given.isEmpty());
        if (value.isPresent() && !allowed.contains(value.get())) {
            throw new CommandFailure("error: invalid " + what + ": " + value.get());
        }
        return value;
    }

    static Map<String, String> labels(String text) {
        return pairs(List.of(text.split(",", -1)), "label");
    }

    private static Map<String, String> pairs(List<String> texts, String what) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals <= 0) {
                throw new CommandFailure("error: unexpected " + what + ": " + text);
            }
            pairs.put(text.substring(0, equals), text.substring(equals + 1));
        }
        return pairs;
    }

    private static List<EnvVar> environment(List<String> texts) {
        List<EnvVar> variables = new ArrayList<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals <= 0) {
                throw new CommandFailure("error: invalid env: " + text);
            }
            variables.add(new EnvVar(text.substring(0, equals), text.substring(equals + 1), null));
        }
        return variables;
    }
}
