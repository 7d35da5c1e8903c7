package drydock.model.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The forms that names take in Kubernetes (`apimachinery/pkg/util/validation/validation.go`).
/// Every method returns what is wrong with a name in the API server's words; nothing if it is right.
public final class Names {

    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
    private static final String QUALIFIED = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
    private static final String VALUE = "(" + QUALIFIED + ")?";
    private static final String CONFIG_KEY = "[-._a-zA-Z0-9]+";

    private static final String WILDCARD = "\\*\\." + SUBDOMAIN;

    private static final Pattern IS_WILDCARD = Pattern.compile(WILDCARD);
    private static final Pattern IS_PORT_NAME = Pattern.compile("[-a-z0-9]+");
    private static final Pattern IS_LABEL = Pattern.compile(LABEL);
    private static final Pattern IS_SUBDOMAIN = Pattern.compile(SUBDOMAIN);
    private static final Pattern IS_QUALIFIED = Pattern.compile(QUALIFIED);
    private static final Pattern IS_VALUE = Pattern.compile(VALUE);
    private static final Pattern IS_CONFIG_KEY = Pattern.compile(CONFIG_KEY);

    private static final String SUBDOMAIN_MESSAGE = "a lowercase RFC 1123 subdomain must consist of lower case "
            + "alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character";

    private Names() {}

    /// A DNS subdomain, as most objects' names are: `example.com`.
    public static List<String> subdomainProblems(String name) {
        return problems(name, 253, IS_SUBDOMAIN, wrong(SUBDOMAIN_MESSAGE, SUBDOMAIN, "example.com"));
    }

    /// A DNS subdomain below anything: `*.example.com`.
    public static List<String> wildcardProblems(String name) {
        String message =
                "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must"
                        + " consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric"
                        + " character";
        return problems(name, 253, IS_WILDCARD, wrong(message, WILDCARD, "*.example.com"));
    }

    /// A DNS label, as the names of containers, namespaces and (since 1.36) Services are: `my-name`.
    public static List<String> labelProblems(String name) {
        String message = "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', "
                + "and must start and end with an alphanumeric character";
        return problems(name, 63, IS_LABEL, wrong(message, LABEL, "my-name", "123-abc"));
    }

    /// The key of a label or an annotation: `MyName`, `example.com/MyName`.
    public static List<String> qualifiedNameProblems(String key) {
        List<String> problems = new ArrayList<>();
        int slash = key.indexOf('/');
        String name = key.substring(slash + 1);
        String message = "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
                + "alphanumeric character";
        if (name.indexOf('/') >= 0) {
            return List.of("a qualified name " + wrong(message, QUALIFIED, "MyName", "my.name", "123-abc")
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
        if (!IS_QUALIFIED.matcher(name).matches()) {
            problems.add("name part " + wrong(message, QUALIFIED, "MyName", "my.name", "123-abc"));
        }
        return problems;
    }

    /// The value of a label; the empty one is right.
    public static List<String> labelValueProblems(String value) {
        String message = "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or "
                + "'.', and must start and end with an alphanumeric character";
        return problems(value, 63, IS_VALUE, wrong(message, VALUE, "MyValue", "my_value", "12345"));
    }

    /// The name of a port in a container or of a network service: `http`, at most 15 characters with a
    /// letter.
    public static List<String> portNameProblems(String name) {
        List<String> problems = new ArrayList<>();
        if (name.length() > 15) {
            problems.add("must be no more than 15 characters");
        }
        if (!IS_PORT_NAME.matcher(name).matches()) {
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
        String label = "[a-z0-9_]([-_a-z0-9]*[a-z0-9])?";
        String form = label + "(\\." + label + ")*";
        String message = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' "
                + "or '.', and must start and end with an alphanumeric character";
        return problems(name, 253, Pattern.compile(form), wrong(message, form, "example.com"));
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
        String form = "[a-z]([-a-z0-9]*[a-z0-9])?";
        String message = "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an "
                + "alphabetic character, and end with an alphanumeric character";
        return problems(name, 63, Pattern.compile(form), wrong(message, form, "my-name", "abc-123"));
    }

    /// A key of a ConfigMap or Secret, which is the name of a file too.
    public static List<String> configKeyProblems(String key) {
        String message = "a valid config key must consist of alphanumeric characters, '-', '_' or '.'";
        List<String> problems = new ArrayList<>(
                problems(key, 253, IS_CONFIG_KEY, wrong(message, CONFIG_KEY, "key.name", "KEY_NAME", "key-name")));
        problems.addAll(directoryProblems(key));
        return problems;
    }

    private static List<String> directoryProblems(String name) {
        if (name.equals(".") || name.equals("..")) {
            return List.of("must not be '" + name + "'");
        }
        return name.startsWith("..") ? List.of("must not start with '..'") : List.of();
    }

    private static List<String> problems(String name, int longest, Pattern form, String message) {
        List<String> problems = new ArrayList<>();
        if (name.length() > longest) {
            problems.add("must be no more than " + longest + " characters");
        }
        if (!form.matcher(name).matches()) {
            problems.add(message);
        }
        return problems;
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
