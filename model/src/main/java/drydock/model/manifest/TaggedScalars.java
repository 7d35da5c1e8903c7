package drydock.model.manifest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.ScalarEvent;

/// The values of scalars that are quoted or have a tag (goyaml.v2, `decode.go` scalar and `resolve.go`). A
/// tag that YAML itself does not define leaves the text a string.
final class TaggedScalars {

    private static final String CORE = "tag:yaml.org,2002:";

    private TaggedScalars() {}

    static @Nullable Object value(ScalarEvent event, TextSpan span, List<TextProblem> problems) {
        String text = event.getValue();
        String tag = event.getTag();
        if (tag == null || !tag.startsWith(CORE)) {
            return text;
        }
        Object plain = YamlScalars.resolve(text);
        return switch (tag.substring(CORE.length())) {
            case "binary" -> binary(text, span, problems);
            case "null" -> checked(plain, plain == null, tag, span, problems);
            case "bool" -> checked(plain, plain instanceof Boolean, tag, span, problems);
            case "int", "float" -> checked(plain, plain instanceof Number, tag, span, problems);
            default -> text;
        };
    }

    private static @Nullable Object checked(
            @Nullable Object value, boolean fits, String tag, TextSpan span, List<TextProblem> problems) {
        if (!fits) {
            problems.add(new TextProblem("yaml-tag", span, ProblemText.of("tag", tag.substring(CORE.length()))));
        }
        return value;
    }

    private static String binary(String text, TextSpan span, List<TextProblem> problems) {
        try {
            String bare = text.replaceAll("[\r\n]", "");
            return new String(Base64.getDecoder().decode(bare), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            problems.add(new TextProblem("yaml-tag", span, ProblemText.of("base64")));
            return text;
        }
    }
}
