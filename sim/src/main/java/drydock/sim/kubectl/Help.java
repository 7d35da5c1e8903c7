package drydock.sim.kubectl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/// What `--help` says of a verb, and of kubectl as a whole.
final class Help {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final int NAME_COLUMN = 15;

    private final ResourceBundle texts;

    /// @param locale the user's language
    Help(Locale locale) {
        this.texts = ResourceBundle.getBundle("drydock.sim.kubectl.messages", locale, NO_FALLBACK);
    }

    /// All verbs, each with the first line of what is said of it.
    String overview(Map<String, Verb> verbs) {
        StringBuilder out = new StringBuilder();
        out.append(texts.getString("overview"))
                .append("\n\n")
                .append(texts.getString("verbs"))
                .append('\n');
        verbs.keySet().stream().sorted().forEach(name -> {
            String about = texts.getString(key(name) + ".about");
            out.append("  ").append(name).repeat(' ', NAME_COLUMN - name.length());
            out.append(about.lines().findFirst().orElse("")).append('\n');
        });
        out.append('\n').append(texts.getString("usage")).append("\n  kubectl VERB [flags]\n\n");
        return out.append(texts.getString("more")).append('\n').toString();
    }

    /// One verb: what it does, examples, flags, usage.
    String of(String name, Verb verb) {
        StringBuilder out = new StringBuilder(texts.getString(key(name) + ".about")).append("\n\n");
        out.append(texts.getString("examples")).append('\n');
        texts.getString(key(name) + ".examples")
                .lines()
                .forEach(line ->
                        out.append(line.isEmpty() ? "" : "  ").append(line).append('\n'));
        if (verb instanceof VerbGroup group) {
            out.append('\n').append(texts.getString("verbs")).append('\n');
            group.verbs().keySet().forEach(inner -> {
                String about = texts.getString(key(name + " " + inner) + ".about");
                out.append("  ").append(inner).repeat(' ', Math.max(1, NAME_COLUMN - inner.length()));
                out.append(about.lines().findFirst().orElse("")).append('\n');
            });
        }
        out.append('\n').append(texts.getString("options")).append('\n');
        for (Flag flag : flags(verb)) {
            out.append(flag.shorthand() == 0 ? "    " : "    -" + flag.shorthand() + ", ");
            out.append(flag.name()).append('=').append(flag.otherwise()).append(":\n        ");
            out.append(flagText(name, flag)).append("\n\n");
        }
        out.append(texts.getString("usage")).append('\n');
        verb.usage().forEach(usage -> out.append("  kubectl ").append(usage).append(" [options]\n"));
        return out.toString();
    }

    private static List<Flag> flags(Verb verb) {
        List<Flag> flags = new ArrayList<>(verb.flags());
        flags.add(Flag.NAMESPACE);
        flags.sort(Comparator.comparing(Flag::name));
        return flags;
    }

    /// `rollout status` as the texts' keys have it.
    private static String key(String verb) {
        return verb.replace(' ', '.');
    }

    /// What is said of a flag, of this verb's own if that means something else by it.
    private String flagText(String verb, Flag flag) {
        String usual = "flag." + flag.name();
        String own = usual + "." + key(verb);
        return texts.getString(texts.containsKey(own) ? own : usual);
    }
}
