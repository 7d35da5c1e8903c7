package drydock.sim.kubectl;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterException;
import drydock.sim.container.Container;
import drydock.sim.metrics.Usages;
import drydock.sim.script.CommandRunner;
import drydock.sim.script.StartedCommand;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/// Runs kubectl's commands on a cluster.
public final class Kubectl implements CommandRunner {

    /// In the order in which kubectl itself lists them, which is that of its suggestions.
    private static final Map<String, Verb> VERBS = verbs();

    private final Cluster cluster;
    private final String namespace;
    private final FileReader files;
    private final Locale locale;
    private final Timer timer;
    private final Optional<Usages> usages;
    private final Editing editing;

    /// Commands whose help is in English, the same on every machine.
    ///
    /// @param namespace the namespace of what names none
    /// @param files what `-f` may read
    public Kubectl(Cluster cluster, String namespace, FileReader files) {
        this(cluster, namespace, files, Locale.ROOT);
    }

    /// @param locale the language of the help; all else is said in kubectl's own words
    public Kubectl(Cluster cluster, String namespace, FileReader files, Locale locale) {
        this(cluster, namespace, files, locale, Timer.NONE, Optional.empty(), Editing.NONE);
    }

    private Kubectl(
            Cluster cluster,
            String namespace,
            FileReader files,
            Locale locale,
            Timer timer,
            Optional<Usages> usages,
            Editing editing) {
        this.cluster = cluster;
        this.namespace = namespace;
        this.files = files;
        this.locale = locale;
        this.timer = timer;
        this.usages = usages;
        this.editing = editing;
    }

    /// The same commands, which give up what they wait for when their time is over.
    public Kubectl timedBy(Timer other) {
        return new Kubectl(cluster, namespace, files, locale, other, usages, editing);
    }

    /// The same commands, which can tell what Pods use; without this, the cluster has no metrics.
    public Kubectl measuredBy(Usages others) {
        return new Kubectl(cluster, namespace, files, locale, timer, Optional.of(others), editing);
    }

    /// The same commands, whose `edit` may run the program that `KUBE_EDITOR` names on `machine`.
    public Kubectl withPrograms(Container machine) {
        Editing programs = new Editing(editing.program(), Optional.of(machine), editing.dialog(), editing.written());
        return new Kubectl(cluster, namespace, files, locale, timer, usages, programs);
    }

    /// The same commands, whose `edit` shows texts in `editor`.
    ///
    /// @param written the same cluster, for what is written when the user is done, long after the command began
    public Kubectl editedBy(Editor editor, Cluster written) {
        Editing dialog = new Editing(editing.program(), editing.machine(), Optional.of(editor), Optional.of(written));
        return new Kubectl(cluster, namespace, files, locale, timer, usages, dialog);
    }

    /// The verbs there are, in kubectl's own order, those of two words as `rollout status`.
    public static List<String> verbNames() {
        return VERBS.entrySet().stream()
                .flatMap(entry -> entry.getValue() instanceof VerbGroup group
                        ? group.verbs().keySet().stream().map(inner -> entry.getKey() + " " + inner)
                        : Stream.of(entry.getKey()))
                .toList();
    }

    /// The flags of a verb of [#verbNames], with their dashes.
    public static List<String> flagNames(String verb) {
        String[] words = verb.split(" ", 2);
        Verb first = VERBS.get(words[0]);
        Verb found = first instanceof VerbGroup group && words.length > 1
                ? group.verbs().get(words[1])
                : first;
        return found == null
                ? List.of()
                : Stream.concat(found.flags().stream(), Stream.of(Flag.NAMESPACE))
                        .map(Flag::name)
                        .sorted()
                        .toList();
    }

    /// Whether these words, after `kubectl`, let the user edit a text.
    public static boolean edits(List<String> words) {
        return words.size() > namespaceWords(words)
                && words.get(namespaceWords(words)).equals("edit");
    }

    private static Map<String, Verb> verbs() {
        Map<String, Verb> verbs = new LinkedHashMap<>();
        verbs.put("create", new CreateVerb());
        verbs.put("expose", new ExposeVerb());
        verbs.put("run", new RunVerb());
        verbs.put("set", SetVerbs.group());
        verbs.put("explain", new ExplainVerb());
        verbs.put("get", new GetVerb());
        verbs.put("edit", new EditVerb());
        verbs.put("delete", new DeleteVerb());
        verbs.put("rollout", RolloutVerbs.group());
        verbs.put("scale", new ScaleVerb());
        verbs.put("autoscale", new AutoscaleVerb());
        verbs.put("cluster-info", new ClusterInfoVerb());
        verbs.put("top", TopVerbs.group());
        verbs.put("cordon", new CordonVerb(true));
        verbs.put("uncordon", new CordonVerb(false));
        verbs.put("drain", new DrainVerb());
        verbs.put("taint", new TaintVerb());
        verbs.put("describe", new DescribeVerb());
        verbs.put("logs", new LogsVerb());
        verbs.put("attach", new AttachVerb());
        verbs.put("exec", new ExecVerb());
        verbs.put("port-forward", new PortForwardVerb());
        verbs.put("cp", new CpVerb());
        verbs.put("auth", new VerbGroup("auth", auth()));
        verbs.put("debug", new DebugVerb());
        verbs.put("events", new EventsVerb());
        verbs.put("diff", new DiffVerb());
        verbs.put("apply", new ApplyVerb());
        verbs.put("patch", new PatchVerb());
        verbs.put("replace", new ReplaceVerb());
        verbs.put("wait", new WaitVerb());
        verbs.put("kustomize", new KustomizeVerb());
        verbs.put("label", new LabelVerb());
        verbs.put("annotate", new AnnotateVerb());
        verbs.put("api-resources", new ApiResourcesVerb());
        verbs.put("api-versions", new ApiVersionsVerb());
        verbs.put("config", ConfigVerbs.group());
        verbs.put("version", new VersionVerb());
        return Collections.unmodifiableMap(verbs);
    }

    private static Map<String, Verb> auth() {
        Map<String, Verb> verbs = new LinkedHashMap<>();
        verbs.put("can-i", new CanIVerb());
        verbs.put("whoami", new WhoAmIVerb());
        return verbs;
    }

    @Override
    public void run(List<String> arguments, Consumer<String> stdout, Consumer<String> stderr, IntConsumer done) {
        run(arguments, Optional.empty(), stdout, stderr, done);
    }

    @Override
    public StartedCommand start(
            List<String> arguments, Consumer<String> stdout, Consumer<String> stderr, IntConsumer done) {
        StartedCommand started = new StartedCommand(stdout, stderr, done);
        run(arguments, Optional.of(started), started::print, started::printError, started::end);
        return started;
    }

    private void run(
            List<String> arguments,
            Optional<StartedCommand> started,
            Consumer<String> stdout,
            Consumer<String> stderr,
            IntConsumer done) {
        try {
            begin(arguments, started, stdout, stderr, done);
        } catch (CommandFailure failure) {
            stderr.accept(failure.getMessage() + "\n");
            done.accept(1);
        } catch (ClusterException refused) {
            stderr.accept(Refused.words(refused) + "\n");
            done.accept(1);
        }
    }

    private void begin(
            List<String> line,
            Optional<StartedCommand> started,
            Consumer<String> out,
            Consumer<String> err,
            IntConsumer done) {
        Editing how = editing;
        List<String> given = line;
        while (!given.isEmpty() && given.getFirst().matches("[A-Z_]+=.*")) {
            String value = given.getFirst().substring(given.getFirst().indexOf('=') + 1);
            how = given.getFirst().matches("(KUBE_)?EDITOR=.*") ? how.by(value) : how;
            given = given.subList(1, given.size());
        }
        int before = namespaceWords(given);
        List<String> arguments = new ArrayList<>(given.subList(before, given.size()));
        if (arguments.isEmpty() || isHelp(arguments.getFirst()) || arguments.equals(List.of("help"))) {
            out.accept(new Help(locale).overview(VERBS));
            done.accept(0);
            return;
        }
        boolean asksForHelp = arguments.getFirst().equals("help");
        if (asksForHelp) {
            arguments.removeFirst();
        }
        String name = arguments.removeFirst();
        Verb verb = VERBS.get(name);
        if (verb == null) {
            throw new CommandFailure(Suggestions.unknownCommand(name, VERBS.keySet()));
        }
        if (verb instanceof VerbGroup group) {
            String inner = arguments.isEmpty() ? "" : group.named(arguments.getFirst());
            asksForHelp |= arguments.isEmpty();
            Verb second = group.verbs().get(inner);
            if (second != null) {
                verb = second;
                name += " " + inner;
                arguments.removeFirst();
            }
        }
        List<String> words = new ArrayList<>(given.subList(0, before));
        words.addAll(arguments);
        int dashes = words.indexOf("--");
        if (asksForHelp
                || words.subList(0, dashes < 0 ? words.size() : dashes).stream().anyMatch(Kubectl::isHelp)) {
            out.accept(new Help(locale).of(name, verb));
            done.accept(0);
            return;
        }
        List<Flag> flags = new ArrayList<>(verb.flags());
        flags.add(Flag.NAMESPACE);
        CommandArguments read = FlagParser.parse(name, flags, words);
        // what is said to config is the namespace of the context that is changed
        Optional<String> said = name.startsWith("config ") ? Optional.of(namespace) : read.flag("--namespace");
        String in = said.isPresent() ? said.get() : contextNamespace(how.machine());
        verb.run(new Invocation(cluster, in, files, timer, usages, how, started, read, out, err, done));
    }

    /// The namespace of what names none: that of the context in use.
    private String contextNamespace(Optional<Container> machine) {
        if (!cluster.info().simulated()) {
            return namespace;
        }
        String name = cluster.info().name();
        return Contexts.of(machine, name, namespace)
                .inUse()
                .filter(context -> context.cluster().equals(name))
                .map(Contexts.Context::namespace)
                .orElseThrow(() -> new CommandFailure("The connection to the server localhost:8080 was refused - did"
                        + " you specify the right host or port?"));
    }

    private static boolean isHelp(String word) {
        return word.equals("--help") || word.equals("-h");
    }

    /// How many of the first words say the namespace, which may stand before the verb.
    private static int namespaceWords(List<String> words) {
        if (words.isEmpty()) {
            return 0;
        }
        String first = words.getFirst();
        if (first.equals("-n") || first.equals("--namespace")) {
            return Math.min(2, words.size());
        }
        return first.startsWith("--namespace=") || first.startsWith("-n") ? 1 : 0;
    }
}
