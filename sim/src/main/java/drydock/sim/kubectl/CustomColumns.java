package drydock.sim.kubectl;

import drydock.sim.kubectl.template.BadTemplateException;
import drydock.sim.kubectl.template.JsonPath;
import drydock.sim.kubectl.text.Ages;
import drydock.sim.kubectl.text.GoText;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/// The columns of a custom kind: those that its definition prints, or its age
/// (`apiextensions-apiserver/pkg/registry/customresource/tableconvertor`).
final class CustomColumns {

    private CustomColumns() {}

    static Columns<HasMetadata> of(HasMetadata object, CustomResourceDefinition definition) {
        Columns<HasMetadata> columns = Columns.named(HasMetadata.class);
        List<CustomResourceColumnDefinition> printed = printed(object, definition);
        if (printed.isEmpty()) {
            return columns.age();
        }
        for (CustomResourceColumnDefinition one : printed) {
            boolean wide = one.getPriority() != null && one.getPriority() > 0;
            columns = columns.and(
                    one.getName().toUpperCase(Locale.ROOT), wide, (custom, row) -> cell(one, custom, row.now()));
        }
        return columns;
    }

    private static List<CustomResourceColumnDefinition> printed(
            HasMetadata object, CustomResourceDefinition definition) {
        String version = object.getApiVersion().replaceFirst(".*/", "");
        return definition.getSpec().getVersions().stream()
                .filter(one -> one.getName().equals(version))
                .map(CustomResourceDefinitionVersion::getAdditionalPrinterColumns)
                .findFirst()
                .orElse(List.of());
    }

    private static String cell(CustomResourceColumnDefinition column, HasMetadata object, Instant now) {
        List<Object> values;
        try {
            values = JsonPath.parse(column.getJsonPath()).in(Output.tree(object));
        } catch (BadTemplateException notThere) {
            return "";
        }
        if (values.isEmpty()) {
            return column.getType().equals("date") ? "<unknown>" : "";
        }
        String text = GoText.of(values.getFirst());
        return column.getType().equals("date") ? age(text, now) : text;
    }

    private static String age(String text, Instant now) {
        try {
            return Ages.since(text, now);
        } catch (DateTimeParseException noDate) {
            return "<invalid>";
        }
    }
}
