package drydock.model.validation;

import drydock.model.manifest.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How the API server calls the fields of a CustomResourceDefinition: what all versions have in common it
/// looks at once, as it stood before there were versions
/// (`apiextensions-apiserver/pkg/apis/apiextensions/v1/conversion.go
/// Convert_v1_CustomResourceDefinitionSpec_To_apiextensions_CustomResourceDefinitionSpec`).
final class DefinitionNames {

    static final String KIND = "CustomResourceDefinition";

    private static final Pattern OF_VERSION = Pattern.compile(
            "spec\\.versions\\[\\d+]\\.(schema|subresources|additionalPrinterColumns|selectableFields)\\b");

    private static final String CONVERSION = "spec.conversion.webhook";

    private static final Pattern PROPERTY = Pattern.compile("\\.properties\\.([^.\\[\\]]+)");

    private DefinitionNames() {}

    /// @param fields the fields at the root of the definition
    /// @param path the path as it is otherwise
    static String of(Map<String, YamlNode> fields, String path) {
        if (path.startsWith(CONVERSION)) {
            return conversion(path);
        }
        int schema = path.indexOf(".openAPIV3Schema.");
        String named = schema < 0
                ? path
                : path.substring(0, schema)
                        + PROPERTY.matcher(path.substring(schema)).replaceAll(".properties[$1]");
        Matcher ofVersion = OF_VERSION.matcher(named);
        if (!ofVersion.lookingAt() || !isCommon(fields, ofVersion.group(1))) {
            return named;
        }
        String common = ofVersion.group(1).equals("schema") ? "validation" : ofVersion.group(1);
        return "spec." + common + named.substring(ofVersion.end());
    }

    /// There was no `webhook` around the two fields that it has.
    private static String conversion(String path) {
        return path.replace(CONVERSION + ".conversionReviewVersions", "spec.conversion.conversionReviewVersions")
                .replace(CONVERSION + ".clientConfig", "spec.conversion.webhookClientConfig");
    }

    private static boolean isCommon(Map<String, YamlNode> fields, String field) {
        YamlNode spec = fields.get("spec");
        if (spec == null || !(spec.value() instanceof Map<?, ?> map) || !(map.get("versions") instanceof List<?> all)) {
            return false;
        }
        Object first = all.isEmpty() ? null : part(all.getFirst(), field);
        return first != null && all.stream().allMatch(version -> first.equals(part(version, field)));
    }

    private static @Nullable Object part(@Nullable Object version, String field) {
        return version instanceof Map<?, ?> map ? map.get(field) : null;
    }
}
