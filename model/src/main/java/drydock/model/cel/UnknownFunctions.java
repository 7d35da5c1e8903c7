package drydock.model.cel;

import dev.cel.common.CelIssue;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The functions that an API server may know though they are not known here: of an expression that calls one nothing is
/// told.
final class UnknownFunctions {

    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*");

    /// Of images and patches (`apiserver/pkg/cel/library/{image,jsonpatch}.go`), and of libraries of cel-go
    /// that it may take up (`cel-go/ext`).
    private static final Set<String> NAMES = Set.of(
            "abs",
            "base64",
            "bind",
            "bitAnd",
            "bitOr",
            "cel",
            "ceil",
            "containsDigest",
            "decode",
            "digest",
            "distinct",
            "encode",
            "extract",
            "extractAll",
            "first",
            "flatten",
            "floor",
            "greatest",
            "identifier",
            "image",
            "isImage",
            "jsonpatch",
            "last",
            "least",
            "lists",
            "math",
            "range",
            "regex",
            "registry",
            "repository",
            "round",
            "sign",
            "slice",
            "sort",
            "sortBy",
            "sqrt",
            "tag",
            "trunc",
            "unwrap",
            "unwrapOpt");

    private UnknownFunctions() {}

    static boolean isAbout(CelIssue issue) {
        Matcher undeclared = UNDECLARED.matcher(issue.getMessage());
        return undeclared.matches() && NAMES.contains(undeclared.group(1));
    }
}
