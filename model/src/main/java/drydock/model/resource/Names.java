package drydock.model.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The forms that names take in Kubernetes (`apimachinery/pkg/util/validation/validation.go`).
/// Every method returns what is wrong with a name in the API server's words; nothing if it is right.
public final class Names {

    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
    private static final String QUALIFIED = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";

    private static final String NO_SUBDOMAIN = wrong(
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must"
                    + " start and end with an alphanumeric character",
            SUBDOMAIN,
            "example.com");
    private static final String NO_WILDCARD = wrong(
            "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must"
                    + " consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric"
                    + " character",
            "\\*\\." + SUBDOMAIN,
            "*.example.com");
    private static final String NO_LABEL = wrong(
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', "
                    + "and must start and end with an alphanumeric character",
            LABEL,
            "my-name",
            "123-abc");
    private static final String NOT_QUALIFIED = wrong(
            "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
                    + "alphanumeric character",
            QUALIFIED,
            "MyName",
            "my.name",
            "123-abc");
    private static final String NO_VALUE = wrong(
            "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or "
                    + "'.', and must start and end with an alphanumeric character",
            "(" + QUALIFIED + ")?",
            "MyValue",
            "my_value",
            "12345");
    private static final String NO_CONFIG_KEY = wrong(
            "a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
            "[-._a-zA-Z0-9]+",
            "key.name",
            "KEY_NAME",
            "key-name");
    private static final String UNDERSCORED_LABEL = "[a-z0-9_]([-_a-z0-9]*[a-z0-9])?";
    private static final String UNDERSCORED = UNDERSCORED_LABEL + "(\\." + UNDERSCORED_LABEL + ")*";
    private static final Pattern IS_UNDERSCORED = Pattern.compile(UNDERSCORED);
    private static final String NO_UNDERSCORED = wrong(
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' "
                    + "or '.', and must start and end with an alphanumeric character",
            UNDERSCORED,
            "example.com");
    private static final String OLD_LABEL = "[a-z]([-a-z0-9]*[a-z0-9])?";
    private static final String NO_OLD_LABEL = wrong(
            "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an "
                    + "alphabetic character, and end with an alphanumeric character",
            OLD_LABEL,
            "my-name",
            "abc-123");

    private Names() {}

    /// A DNS subdomain, as most objects' names are: `example.com`.
    public static List<String> subdomainProblems(String name) {
        return problems(name, 253, isSubdomain(name), NO_SUBDOMAIN);
    }

    /// A DNS subdomain below anything: `*.example.com`.
    public static List<String> wildcardProblems(String name) {
        return problems(name, 253, name.startsWith("*.") && isSubdomain(name.substring(2)), NO_WILDCARD);
    }

    /// A DNS label, as the names of containers, namespaces and (since 1.36) Services are: `my-name`.
    public static List<String> labelProblems(String name) {
        return problems(name, 63, isLabel(name), NO_LABEL);
    }

    /// The key of a label or an annotation: `MyName`, `example.com/MyName`.
    public static List<String> qualifiedNameProblems(String key) {
        List<String> problems = new ArrayList<>();
        int slash = key.indexOf('/');
        String name = key.substring(slash + 1);
        if (name.indexOf('/') >= 0) {
            return List.of("a qualified name " + NOT_QUALIFIED
                    + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
        }
        if (slash == 0) {
            problems.add("prefix part must be non-empty");
        } else if (slash > 0) {
            subdomainProblems(key.substring(0, slash)).forEach(p -> problems.add("prefix part " + p));
        }
        if (name.isEmpty()) {
            problems.add("name part must be non-empty");
        } else if (name.length() > 63) {
            problems.add("name part must be no more than 63 characters");
        }
        if (!isQualified(name)) {
            problems.add("name part " + NOT_QUALIFIED);
        }
        return problems;
    }

    /// The value of a label; the empty one is right.
    public static List<String> labelValueProblems(String value) {
        return problems(value, 63, value.isEmpty() || isQualified(value), NO_VALUE);
    }

    /// The name of a port in a container or of a network service: `http`, at most 15 characters with a
    /// letter.
    public static List<String> portNameProblems(String name) {
        List<String> problems = new ArrayList<>();
        if (name.length() > 15) {
            problems.add("must be no more than 15 characters");
        }
        if (name.isEmpty() || !isOf(name, c -> isSmall(c) || c == '-')) {
            problems.add("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
        }
        if (name.chars().noneMatch(c -> c >= 'a' && c <= 'z')) {
            problems.add("must contain at least one letter (a-z)");
        }
        if (name.contains("--")) {
            problems.add("must not contain consecutive hyphens");
        }
        if (name.startsWith("-") || name.endsWith("-")) {
            problems.add("must not begin or end with a hyphen");
        }
        return problems;
    }

    /// The name of an environment variable: anything printable but `=` (Kubernetes 1.34,
    /// `IsRelaxedEnvVarName`).
    public static List<String> environmentNameProblems(String name) {
        boolean printable = name.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '=');
        return printable && !name.isEmpty()
                ? List.of()
                : List.of("a valid environment variable name must consist only of printable ASCII characters other "
                        + "than '='");
    }

    /// The name of an environment variable as it had to be before (`IsEnvVarName`).
    public static List<String> strictEnvironmentNameProblems(String name) {
        String form = "[-._a-zA-Z][-._a-zA-Z0-9]*";
        String message = "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', "
                + "or '.', and must not start with a digit";
        return name.matches(form)
                ? directoryProblems(name)
                : List.of(wrong(message, form, "my.env-name", "MY_ENV.NAME", "MyEnvName1"));
    }

    /// A DNS subdomain in which a label may begin with an underscore: `_tcp.example.com`
    /// (`IsDNS1123SubdomainWithUnderscore`).
    public static List<String> subdomainWithUnderscoreProblems(String name) {
        return problems(name, 253, IS_UNDERSCORED.matcher(name).matches(), NO_UNDERSCORED);
    }

    /// The name of a header of an HTTP request (`IsHTTPHeaderName`).
    public static List<String> headerProblems(String name) {
        String form = "[-A-Za-z0-9]+";
        String message = "a valid HTTP header must consist of alphanumeric characters or '-'";
        return name.matches(form) ? List.of() : List.of(wrong(message, form, "X-Header-Name"));
    }

    /// A beginning of names as the whole name is checked: what ends with a dash goes on
    /// (`apimachinery/pkg/api/validation/generic.go maskTrailingDash`).
    public static String withoutTrailingDash(String name) {
        return name.length() > 1 && name.endsWith("-") ? name.substring(0, name.length() - 2) + "a" : name;
    }

    /// A name that can stand in the path of an address
    /// (`apimachinery/pkg/api/validation/path/name.go IsValidPathSegmentName`).
    public static List<String> pathSegmentProblems(String name) {
        if (name.equals(".") || name.equals("..")) {
            return List.of("may not be '" + name + "'");
        }
        return Stream.of("/", "%")
                .filter(name::contains)
                .map(sign -> "may not contain '" + sign + "'")
                .toList();
    }

    /// A DNS label as it was first defined: one that begins with a letter (`IsDNS1035Label`).
    public static List<String> oldLabelProblems(String name) {
        return problems(name, 63, isLabel(name) && isLetter(name.charAt(0)), NO_OLD_LABEL);
    }

    /// A key of a ConfigMap or Secret, which is the name of a file too.
    public static List<String> configKeyProblems(String key) {
        List<String> problems =
                new ArrayList<>(problems(key, 253, !key.isEmpty() && isOf(key, Names::isInConfigKey), NO_CONFIG_KEY));
        problems.addAll(directoryProblems(key));
        return problems;
    }

    private static List<String> directoryProblems(String name) {
        if (name.equals(".") || name.equals("..")) {
            return List.of("must not be '" + name + "'");
        }
        return name.startsWith("..") ? List.of("must not start with '..'") : List.of();
    }

    private static List<String> problems(String name, int longest, boolean hasForm, String message) {
        if (hasForm && name.length() <= longest) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        if (name.length() > longest) {
            problems.add("must be no more than " + longest + " characters");
        }
        if (!hasForm) {
            problems.add(message);
        }
        return problems;
    }

    private static boolean isSubdomain(String name) {
        int start = 0;
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', start)) {
            if (!isLabel(name.substring(start, dot))) {
                return false;
            }
            start = dot + 1;
        }
        return isLabel(start == 0 ? name : name.substring(start));
    }

    private static boolean isLabel(String name) {
        return !name.isEmpty()
                && isSmall(name.charAt(0))
                && isSmall(name.charAt(name.length() - 1))
                && isOf(name, c -> isSmall(c) || c == '-');
    }

    private static boolean isQualified(String name) {
        return !name.isEmpty()
                && isAlphanumeric(name.charAt(0))
                && isAlphanumeric(name.charAt(name.length() - 1))
                && isOf(name, Names::isInConfigKey);
    }

    private static boolean isOf(String name, IntPredicate characters) {
        for (int i = 0; i < name.length(); i++) {
            if (!characters.test(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInConfigKey(int c) {
        return isAlphanumeric(c) || c == '-' || c == '_' || c == '.';
    }

    private static boolean isAlphanumeric(int c) {
        return isSmall(c) || (c >= 'A' && c <= 'Z');
    }

    private static boolean isSmall(int c) {
        return isLetter(c) || (c >= '0' && c <= '9');
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z';
    }

    /// A message with its examples and its expression, put together as `RegexError` does.
    private static String wrong(String message, String expression, String... examples) {
        StringBuilder text = new StringBuilder(message).append(" (e.g. ");
        for (int i = 0; i < examples.length; i++) {
            text.append(i > 0 ? " or " : "").append('\'').append(examples[i]).append("', ");
        }
        return text.append("regex used for validation is '")
                .append(expression)
                .append("')")
                .toString();
    }
}
